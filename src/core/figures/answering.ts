/** How a case was answered: the service level, kept or missed, once for the report and once for each reopening (K7). */
import { keyOf } from '../case/due.ts';
import type { CaseEvent } from '../case/event.ts';
import type { Happened, Instant } from '../event.ts';
import { MINUTE } from '../time.ts';
import type { Did } from './deed.ts';

/** The wait for an answer: since when, until when, and the deadlines that came, by key. */
type Wait = {
  readonly from: Instant;
  readonly due: Instant;
  readonly answered: boolean;
  readonly came: ReadonlyMap<string, Instant>;
};
type Answering = Did<'answered' | 'missed'>;

/** A deadline that came and was moved since, and then met, counts as kept: what counts is the time that stands. */
export function answering(history: readonly Happened<CaseEvent>[]): readonly Answering[] {
  const deeds: Answering[] = [];
  let wait: Wait | undefined;
  for (const { event, meta } of history) {
    if (event.type === 'reported') wait = waiting(meta.at, event.due);
    if (!wait) continue;
    if (event.type === 'reopened') {
      deeds.push(...unanswered(wait));
      wait = waiting(meta.at, event.due);
    }
    if (event.type === 'retriaged' || event.type === 'corrected') wait = { ...wait, due: event.due };
    if (event.type === 'fellDue') wait = { ...wait, came: new Map([...wait.came, [event.key, meta.at]]) };
    if (event.type !== 'published' || wait.answered) continue;
    const minutes = minutesBetween(wait.from, event.publishedAt);
    deeds.push({ did: 'answered', at: meta.at, minutes, late: event.late });
    if (event.late) deeds.push({ did: 'missed', at: missedAt(wait) ?? meta.at });
    wait = { ...wait, answered: true };
  }
  return wait ? [...deeds, ...unanswered(wait)] : deeds;
}

const waiting = (from: Instant, due: Instant): Wait => ({ from, due, answered: false, came: new Map() });

const missedAt = ({ due, came }: Wait): Instant | undefined => came.get(keyOf('answer', due));

function unanswered(wait: Wait): readonly Answering[] {
  const at = wait.answered ? undefined : missedAt(wait);
  return at === undefined ? [] : [{ did: 'missed', at }];
}

/** Never negative: what was published before it was reported was answered at once. */
const minutesBetween = (from: Instant, to: Instant): number =>
  Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / MINUTE));
