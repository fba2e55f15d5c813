/** Which reminder comes next: unseen first, good and bad in turn, never the same twice in a row, the useful ones oftener. */
import type { ReminderKind } from './item.ts';

/** What is known of an item in a channel: how many found it useful there, how many did not. */
export type Candidate = {
  readonly id: string;
  readonly kind: ReminderKind;
  readonly useful: number;
  readonly notForMe: number;
};
export type Posted = { readonly item: string; readonly kind: ReminderKind };

/** A single vote must not settle it, and no number of them removes an item for good. */
const weightOf = ({ useful, notForMe }: Candidate): number =>
  Math.min(4, Math.max(0.25, (useful + 2) / (notForMe + 2)));

/** `posted`: oldest first. Undefined when there is nothing but what was shown last. */
export function pick<C extends Candidate>(candidates: readonly C[], posted: readonly Posted[]): C | undefined {
  const last = posted.at(-1);
  const others = candidates.filter(({ id }) => id !== last?.item);
  const inTurn = (all: readonly C[]) => {
    const other = all.filter(({ kind }) => kind !== last?.kind);
    return other.length > 0 ? other : all;
  };
  const unseen = others.filter(({ id }) => !posted.some(({ item }) => item === id));
  if (unseen.length > 0) return inTurn(unseen)[0];
  const waited = ({ id }: C) => posted.length - posted.findLastIndex(({ item }) => item === id);
  const wish = (one: C) => waited(one) * weightOf(one);
  return inTurn(others).reduce<C | undefined>((best, one) => (best && wish(best) >= wish(one) ? best : one), undefined);
}
