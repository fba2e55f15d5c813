/** One question put to one person: in which order its answers stood, and what they have chosen of it so far. */
import { type Dice, shuffled } from './dice.ts';
import type { Question, Step, Topic, Turn } from './question.ts';

/** Ids of answers as they were shown, by step; what is no story has one step, `ONLY`. */
export type Orders = { readonly [step: string]: readonly string[] };
export const ONLY = 'only';

/** What was chosen at a step of a story. */
export type Taken = { readonly step: string; readonly option: string };

export type Sitting = {
  readonly question: string;
  /** The digest of the question as it was asked; its words are kept under it. */
  readonly version: string;
  readonly topic: Topic;
  readonly clause: string;
  readonly orders: Orders;
};

/** The two answers to a statement. */
export const TRUTH = ['true', 'false'] as const;

/** Draws the order in which answers are shown. A true statement keeps "true" first, as everybody expects. */
export function ordersOf(question: Question, dice: Dice): Orders {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return { [ONLY]: shuffled(ids(question.options), dice) };
    case 'ordering':
      return { [ONLY]: outOfOrder(ids(question.options), dice) };
    case 'trueFalse':
      return { [ONLY]: TRUTH };
    case 'scenario':
      return Object.fromEntries(question.steps.map(({ id, options }) => [id, shuffled(ids(options), dice)]));
  }
}

const ids = (all: readonly { readonly id: string }[]): readonly string[] => all.map(({ id }) => id);

/** The right order would give itself away; every other one is equally likely. */
function outOfOrder(right: readonly string[], dice: Dice): readonly string[] {
  const now = shuffled(right, dice);
  return now.every((id, index) => id === right[index]) ? outOfOrder(right, dice) : now;
}

/** The step of a story at which somebody stands after what they chose; undefined when it is over, or is no story. */
export function stepNow(question: Question, taken: readonly Taken[]): Step | undefined {
  if (question.kind !== 'scenario') return undefined;
  const last = taken.at(-1);
  if (last === undefined) return question.steps[0];
  const next = turnOf(question, last)?.next;
  return question.steps.find(({ id }) => id === next);
}

/** What somebody chose at a step, with what came of it. */
export function turnOf(question: Question, { step, option }: Taken): Turn | undefined {
  if (question.kind !== 'scenario') return undefined;
  return question.steps.find(({ id }) => id === step)?.options.find(({ id }) => id === option);
}

/** Whether what was given can be an answer to the question at all: ids that it has, each once, and enough of them. */
export function fits(question: Question, given: readonly string[]): boolean {
  const once = new Set(given).size === given.length;
  switch (question.kind) {
    case 'single':
      return given.length === 1 && known(question.options, given);
    case 'multiple':
      return given.length > 0 && once && known(question.options, given);
    case 'ordering':
      return given.length === question.options.length && once && known(question.options, given);
    case 'trueFalse':
      return given.length === 1 && TRUTH.some((truth) => truth === given[0]);
    case 'scenario':
      return false;
  }
}

const known = (options: readonly { readonly id: string }[], given: readonly string[]): boolean =>
  given.every((one) => options.some(({ id }) => id === one));

/** Whether an answer that fits is right: all that is right and nothing else, in the right order where that is asked. */
export function isRight(question: Exclude<Question, { kind: 'scenario' }>, given: readonly string[]): boolean {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return question.options.every(({ id, right }) => given.includes(id) === right);
    case 'ordering':
      return question.options.every(({ id }, index) => given[index] === id);
    case 'trueFalse':
      return given[0] === String(question.answer);
  }
}

/** A story went right when every step of it did. */
export const wentRight = (question: Question, taken: readonly Taken[]): boolean =>
  taken.every((one) => turnOf(question, one)?.right === true);
