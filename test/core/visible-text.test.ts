/** A text of which nobody sees anything counts as none; whatever is seen counts. */
import { expect, test } from 'vitest';
import { isBlank, seenLength } from '#src/core/visible-text.ts';

test.each(['', ' \t\r\n', '\u200b\u200d\ufeff', '\u2060 \u00ad\u034f', '\u3000\u00a0', '\u202e\u202c', '\u3164', '\0'])(
  '%j is blank',
  (text) => expect(isBlank(text)).toBe(true),
);

test.each([
  ['.', 1],
  ['差', 1],
  ['a\u200bb', 2],
  ['  so it is  ', 8],
  ['👩‍👧', 4],
])('%j is not, and has %i to see', (text, length) => {
  expect([isBlank(text), seenLength(text)]).toEqual([false, length]);
});
