/** What somebody asks of the digest: a period, in words or days, or whether and when it shall come. */
import { dayIn, isDay, plusDays } from '../day.ts';
import type { Instant } from '../event.ts';
import { daysOf, type SPANS, type Span, spanOf } from '../figures/period.ts';
import { dayOf } from '../person/words.ts';
import { Refused } from '../refused.ts';
import { DAY } from '../time.ts';
import { minuteOf } from './hour.ts';

export type DigestRequest =
  | { readonly type: 'span'; readonly name: (typeof SPANS)[number] }
  /** Both days included. */
  | { readonly type: 'days'; readonly first: string; readonly last: string }
  | { readonly type: 'on' | 'off' | 'settings' }
  | { readonly type: 'at'; readonly minute: number };

const WORDS: { readonly [word: string]: (typeof SPANS)[number] | 'on' | 'off' | 'settings' } = {
  ...{ '': 'lastDay', now: 'lastDay', day: 'lastDay', 现在: 'lastDay' },
  ...{ today: 'today', 今天: 'today', 今日: 'today' },
  ...{ yesterday: 'yesterday', 昨天: 'yesterday', 昨日: 'yesterday' },
  ...{ week: 'thisWeek', 'this week': 'thisWeek', 本周: 'thisWeek', 这周: 'thisWeek', 周报: 'thisWeek' },
  ...{ 'last week': 'lastWeek', 上周: 'lastWeek', 上星期: 'lastWeek' },
  ...{ month: 'thisMonth', 'this month': 'thisMonth', 本月: 'thisMonth', 这个月: 'thisMonth', 月报: 'thisMonth' },
  ...{ 'last month': 'lastMonth', 上月: 'lastMonth', 上个月: 'lastMonth' },
  ...{ on: 'on', start: 'on', 开启: 'on', 打开: 'on', 订阅: 'on' },
  ...{ off: 'off', stop: 'off', 关闭: 'off', 停止: 'off', 退订: 'off' },
  ...{ settings: 'settings', 设置: 'settings' },
};

const DATE = String.raw`\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?`;
const DAYS = new RegExp(`^(${DATE})(?:\\s*(?:\\.\\.+|…|to|-|–|—|~|～|至|到|,|，|\\s)\\s*(${DATE}))?$`, 'iu');
const MONTH = /^(\d{4})[-/.年](\d{1,2})月?$/;
const HOUR = /^(?:at|时间|改到|每天)\s*(.*)$/iu;

/** Refuses what it does not know, naming it. */
export function requestOf(typed: string): DigestRequest {
  const text = typed.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ');
  const word = Object.hasOwn(WORDS, text) ? WORDS[text] : undefined;
  if (word === 'on' || word === 'off' || word === 'settings') return { type: word };
  if (word) return { type: 'span', name: word };
  const hour = HOUR.exec(text)?.[1];
  if (hour !== undefined) return { type: 'at', minute: hourIn(hour) };
  return days(text) ?? month(text) ?? unclear(typed);
}

function days(text: string): DigestRequest | undefined {
  const [, first, last = first] = DAYS.exec(text) ?? [];
  return first === undefined || last === undefined
    ? undefined
    : { type: 'days', first: dayOf(first), last: dayOf(last) };
}

/** A whole month: `2026-10`. */
function month(text: string): DigestRequest | undefined {
  const [, year = '', number = ''] = MONTH.exec(text) ?? [];
  const first = `${year}-${number.padStart(2, '0')}-01`;
  if (!isDay(first)) return undefined;
  const next = plusDays(first, 31).slice(0, 8);
  return { type: 'days', first, last: plusDays(`${next}01`, -1) };
}

function hourIn(text: string): number {
  // After `at`, a number alone is an hour.
  const minute = minuteOf(text) ?? minuteOf(`${text}:00`);
  if (minute === undefined) throw new Refused({ code: 'digest_hour_unclear', value: text });
  return minute;
}

function unclear(typed: string): never {
  throw new Refused({ code: 'digest_period_unclear', value: typed.trim().slice(0, 60) });
}

/** Ten years. */
const LONGEST_DAYS = 3660;

/** The period itself, as the days are in a zone. Days that are still to come are left out; none but such are refused. */
export function periodAsked(
  request: Extract<DigestRequest, { type: 'span' | 'days' }>,
  at: Instant,
  timeZone: string,
): Span {
  if (request.type === 'span') return spanOf(request.name, at, timeZone);
  const { first, last } = request;
  if (last < first) throw new Refused({ code: 'digest_period_backwards', first, last });
  const today = dayIn(at, timeZone);
  if (first > today) throw new Refused({ code: 'digest_period_future', first });
  const until = [last, today].sort()[0] ?? last;
  const count = (Date.parse(until) - Date.parse(first)) / DAY + 1;
  if (count > LONGEST_DAYS) throw new Refused({ code: 'digest_period_long', days: count, max: LONGEST_DAYS });
  return daysOf(first, until, timeZone);
}
