/** The id of a fact that is new on the form. */
import { canonical, sha256 } from '#src/core/chain.ts';
import type { Context } from '#src/handler.ts';

/** The same claim checked by the same person is one fact, also when the form is sent from two windows at once. */
export const factIdOf = ({ me }: Context, claim: string): string => sha256(canonical([me, claim.trim()])).slice(0, 32);
