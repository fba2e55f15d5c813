/** When somebody is told what they are asked to sign, and reminded of it; never twice for what is one message. */
import type { Instant, PersonId } from '../event.ts';
import type { Reach } from './reach.ts';
import type { SignerCommand } from './signer.ts';
import type { SignerState } from './state.ts';

type Due = { readonly key: string; readonly at: Instant; readonly command: SignerCommand };

/** `reach` is asked when the time has come, so that an absence counts that began since. */
export const signerDue =
  (reach: (person: PersonId) => Reach) =>
  ({ person, tell, next }: SignerState): readonly Due[] => {
    if (person === undefined) return [];
    return [
      ...(tell === undefined
        ? []
        : [{ key: 'tell', at: tell, command: { type: 'tell', reach: reach(person) } } as const]),
      ...(next === undefined || tell !== undefined
        ? []
        : [{ key: 'remind', at: next, command: { type: 'remind', reach: reach(person) } } as const]),
    ];
  };
