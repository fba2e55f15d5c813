/** What the buttons of a question carry: where it stands and what was picked, by place; never who, nor what is right. */
import type { Args, Button } from '#src/view/card.ts';
import { act } from '#src/view/card.ts';

/** Where a question is asked, and which actions its buttons have. */
export type Seat = {
  /** Takes an answer. */
  readonly answer: string;
  /** Shows the question with what was picked so far; nothing is recorded. */
  readonly mark: string;
  readonly args: Args;
};

/** Places, as they were shown, of the answers that were picked. */
export type Picked = readonly number[];

export const picking = ({ mark, args }: Seat, label: string, picked: Picked, look?: 'primary'): Button =>
  act(label, mark, { ...args, picked: picked.join('.') }, look && { look });

export const answering = ({ answer, args }: Seat, label: string, picked: Picked, look?: 'primary'): Button =>
  act(label, answer, { ...args, picked: picked.join('.') }, look && { look });

/** What stands in a button's arguments; nothing for what is no list of places. */
export const pickedIn = ({ picked = '' }: Args): Picked =>
  /^\d(\.\d)*$/.test(picked) ? [...new Set(picked.split('.').map(Number))] : [];

/** Ids of the picked answers, in the order in which they were picked; what was never shown is left out. */
export const idsAt = (order: readonly string[], picked: Picked): readonly string[] =>
  picked.flatMap((place) => order[place] ?? []);

/** A, B, C … as answers are called on a card. */
export const letter = (place: number): string => String.fromCodePoint(65 + place);
