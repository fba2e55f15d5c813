/** A text without its personal data and secrets, for a model to read (K20): the sentence keeps its shape. */
import { type PersonalKind, personalData } from './personal-data.ts';
import { type SecretKind, secrets } from './secrets.ts';
import { outermost } from './span.ts';

/** What a mask can stand for. */
export type MaskedKind = PersonalKind | SecretKind;

/** Every piece becomes its kind in brackets, `[phone]`. The same text always gives the same mask; a mask stays as it is. */
export function mask(text: string): string {
  let masked = text;
  // What a mask uncovers at its edge (half of a number that ran on) is masked in the next round.
  for (let round = 0; round < 4; round++) {
    const next = once(masked);
    if (next === masked) return masked;
    masked = next;
  }
  return masked;
}

function once(text: string): string {
  let masked = '';
  let done = 0;
  for (const { kind, at } of outermost([...secrets(text), ...personalData(text)])) {
    const [start, end] = at;
    masked += start >= done ? `${text.slice(done, start)}[${kind}]` : '';
    done = end;
  }
  return masked + text.slice(done);
}
