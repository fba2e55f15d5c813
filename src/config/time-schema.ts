/** The form of zones and hours in policies/desk.yaml and policies/calendar. */
import { z } from 'zod';
import { isDay } from '#src/core/day.ts';
import { rule } from './issues.ts';

/** Offsets such as +08:00 are refused: they know nothing of summer time. */
function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return name === 'UTC' || name.includes('/');
  } catch {
    return false;
  }
}

export const timeZone = z.string().refine(
  isTimeZone,
  rule({
    problem: { en: 'This is not the name of a time zone.', zh: '这不是有效的时区名称。' },
    remedy: {
      en: 'Write a name such as Asia/Shanghai or Europe/London.',
      zh: '请填写时区名称，例如 Asia/Shanghai、Europe/London。',
    },
  }),
);

const unclear = rule({
  problem: { en: 'These are not working hours.', zh: '这不是有效的工作时间。' },
  remedy: {
    en: 'Write from and until when, within one day, such as 09:00-18:00.',
    zh: '请填写一天之内的起止时间，例如 09:00-18:00。',
  },
});

const minutes = (hour: string | undefined, minute: string | undefined): number => Number(hour) * 60 + Number(minute);

/** `09:00-18:00`, with whatever dash or word people put between; in minutes since midnight. */
function hoursOf(text: string): { readonly from: number; readonly to: number } | undefined {
  const [, h1, m1, h2, m2] =
    /^\s*(\d{1,2})[:：]([0-5]\d)\s*[-–—~～至到]\s*(\d{1,2})[:：]([0-5]\d)\s*$/.exec(text) ?? [];
  const [from, to] = [minutes(h1, m1), minutes(h2, m2)];
  return from < to && to <= 24 * 60 ? { from, to } : undefined;
}

export const workingHours = z.string().transform((text, ctx) => {
  const hours = hoursOf(text);
  if (hours) return hours;
  ctx.addIssue({ code: 'custom', ...unclear });
  return z.NEVER;
});

const noDay = {
  problem: { en: 'There is no such day.', zh: '没有这一天。' },
  remedy: { en: 'Write it as 2026-10-01.', zh: '请写成 2026-10-01 的形式。' },
};

/** Something for each of some calendar days (`2026-10-01`). */
export const byDay = <S extends z.ZodType>(each: S) =>
  z.record(z.string(), each).superRefine((days, ctx) => {
    for (const name of Object.keys(days)) if (!isDay(name)) ctx.addIssue({ code: 'custom', ...rule(noDay, [name]) });
  });
