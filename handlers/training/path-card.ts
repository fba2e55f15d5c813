/** What a new colleague reads: a welcome that ticks itself off, reminders, and at the end that all is done. */

import type { Instant } from '#src/core/event.ts';
import type { PathState } from '#src/core/path/state.ts';
import { act, type Block, buttons, type Card, heading, list, note, status, text } from '#src/view/card.ts';
import { cardFor } from '#src/view/card-for.ts';
import { dueDay } from '#src/view/due-day.ts';
import type { Reader } from '#src/view/reader.ts';
import { OPEN } from '../quiz/cards.ts';

export const SIGN = 'training.sign';
export const RULES = 'training.rules';

export type Walked = Exclude<PathState, { status: 'none' }>;
type Open = Extract<PathState, { status: 'open' }>;

export function pathCard(state: Walked, reader: Reader): Card {
  const words = reader.t.training.path;
  const title = words.title(reader.name(state.person));
  switch (state.status) {
    case 'open':
      return cardFor(reader, title, [
        heading(title),
        text(words.intro),
        list(words.three),
        text([words.until, dueDay(state.plan.due, reader, state.person)]),
        ...steps(state, reader),
      ]);
    case 'finished':
      return cardFor(reader, words.done, [heading(title), status('good', words.done), note(words.doneNote)]);
    case 'dropped':
      return cardFor(reader, words.dropped, [note(words.dropped)]);
  }
}

/** What is done and what is left, with a way to each. */
export function steps(state: Open, reader: Reader): readonly Block[] {
  const words = reader.t.training.path;
  const tick = (done: boolean, label: string) => `${done ? '☑' : '☐'} ${label}`;
  const passed = state.passed !== undefined;
  const signed = state.unsigned === 0;
  return [
    text([{ b: words.steps }]),
    text(tick(signed, signed ? words.signDone : words.signOpen(state.unsigned))),
    text(tick(passed, passed ? words.quizDone : words.quizOpen)),
    buttons(
      !signed && act(words.sign, SIGN, {}, { look: 'primary' }),
      !passed && act(words.quiz, OPEN, { quiz: 'joining' }, signed ? { look: 'primary' } : {}),
      act(words.read, RULES, {}),
    ),
  ];
}

/** A reminder, with what is left to do. */
export function reminderCard(state: Open, said: string, reader: Reader): Card {
  return cardFor(reader, said, [
    status('neutral', [said, dueDay(state.plan.due, reader, state.person)]),
    ...steps(state, reader),
  ]);
}

/** To whoever leads somebody who is not through in time. */
export function toldCard({ person, due }: { readonly person: string; readonly due: Instant }, reader: Reader): Card {
  const { path, team } = reader.t.training;
  const said = path.told(reader.name(person));
  return cardFor(reader, said, [
    status('warning', [said, dueDay(due, reader, person)]),
    note(path.toldNote),
    buttons(act(team.title, 'training.show', {})),
  ]);
}
