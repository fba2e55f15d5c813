/** Small questions of every kind, for stories about quizzes; answer `a` is right unless the kind says otherwise. */

import { diceFrom } from '#src/core/quiz/dice.ts';
import type { Question, Topic } from '#src/core/quiz/question.ts';
import { ordersOf, type Sitting } from '#src/core/quiz/sitting.ts';
import { versionOf } from '#src/core/quiz/version.ts';

const both = (text: string) => ({ en: text, zh: `中${text}` });
const option = (id: string, right: boolean) => ({
  ...{ id, right },
  text: both(`Answer ${id}`),
  why: both(`Why ${id}`),
});
const asked = (id: string, topic: Topic, clause: string) => ({ id, topic, clause, ask: both(`Ask ${id}?`) });

export const single = (id: string, topic: Topic = 'policy', clause = 'online-reputation#3.1'): Question => ({
  ...asked(id, topic, clause),
  kind: 'single',
  options: [option('a', true), option('b', false), option('c', false)],
});
/** Right are `a` and `b`. */
export const multiple = (id: string, topic: Topic = 'policy', clause = 'online-reputation#3.3'): Question => ({
  ...asked(id, topic, clause),
  kind: 'multiple',
  options: [option('a', true), option('b', true), option('c', false)],
});
export const statement = (id: string, answer = true, topic: Topic = 'policy'): Question => ({
  ...asked(id, topic, 'online-reputation#3.4'),
  kind: 'trueFalse',
  answer,
  why: { right: both('Indeed'), wrong: both('Not so') },
});
/** Right is `a`, `b`, `c`. */
export const ordering = (id: string, topic: Topic = 'policy'): Question => ({
  ...asked(id, topic, 'online-reputation#7.2'),
  kind: 'ordering',
  options: ['a', 'b', 'c'].map((one) => ({ id: one, text: both(`Step ${one}`), why: both(`Why ${one}`) })),
});
/** First step: `a` leads to the end, `b` to a detour that ends. */
export const story = (id: string, topic: Topic = 'etiquette'): Question => ({
  ...asked(id, topic, 'use-of-social-media#3.2'),
  kind: 'scenario',
  steps: [
    {
      id: 'first',
      ask: both('First?'),
      options: [
        { ...option('a', true), next: 'last' },
        { ...option('b', false), next: 'detour' },
      ],
    },
    { id: 'detour', ask: both('Detour?'), options: [option('a', true), option('b', false)] },
    { id: 'last', ask: both('Last?'), options: [option('a', true), option('b', false)] },
  ],
});

/** The question put to somebody, its answers in an order of chance that is the same each time. */
export const sit = (question: Question): Sitting => ({
  question: question.id,
  version: versionOf(question),
  topic: question.topic,
  clause: question.clause,
  orders: ordersOf(question, diceFrom(question.id)),
});
