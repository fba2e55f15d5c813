/** What mentions and reporters make of a case. */
import type { Meta } from '../event.ts';
import type { CaseEvent } from './event.ts';
import type { CaseFacts, Mention, New, Reporter } from './state.ts';

type Brings = Extract<CaseEvent, { type: 'reported' | 'mentionAdded' }>;

const mentionOf = (event: Brings, { by, at, number }: Meta): Mention => {
  const { link, text, author } = event.private;
  return { ...event.mention, link, text, author, reportedBy: by, at, event: number };
};

const reporterOf = (event: Brings, { by, at }: Meta): Reporter => ({
  ...event.reporter,
  person: by,
  at,
  note: event.private.note,
});

export function opened(event: Extract<CaseEvent, { type: 'reported' }>, meta: Meta): New {
  const { number, confidential, concerns, triage, due } = event;
  return {
    ...{ status: 'new', since: meta.at, number, confidential, concerns, openedAt: meta.at, triage },
    ...{ timed: meta.at, dueFrom: meta.at, due, missed: [], reminded: [], snoozes: [] },
    mentions: [mentionOf(event, meta)],
    reporters: [reporterOf(event, meta)],
    ...{ corrections: [], facts: [], drafts: [], publications: [], effects: [], notes: [] },
    ...{ screenshots: [], absorbed: [] },
  };
}

export const withMention = <S extends CaseFacts>(
  state: S,
  event: Extract<Brings, { type: 'mentionAdded' }>,
  meta: Meta,
): S => withReporter({ ...state, mentions: [...state.mentions, mentionOf(event, meta)] }, reporterOf(event, meta));

/** A person is a reporter once: what they asked for first stands; following and a name kept back can only be added. */
export function withReporter<S extends CaseFacts>(state: S, reporter: Reporter): S {
  const known = state.reporters.some((other) => other.person === reporter.person);
  const reporters = known
    ? state.reporters.map((other) =>
        other.person === reporter.person
          ? { ...other, follow: other.follow || reporter.follow, hidden: other.hidden || reporter.hidden }
          : other,
      )
    : [...state.reporters, reporter];
  return { ...state, reporters };
}
