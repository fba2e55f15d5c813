/** What is said above a clause whose wording is not in force yet, with the wording that is. */
import type { Clause } from '#src/content/policy.ts';
import { unmarked } from '#src/content/search/passage.ts';
import type { Context } from '#src/handler.ts';
import { type Block, quote, status } from '#src/view/card.ts';

export function waitingBlocks({ desk, reader }: Pick<Context, 'desk' | 'reader'>, clause: Clause): readonly Block[] {
  const waits = desk.signing.policies.waiting(clause);
  if (!waits) return [];
  const { waiting } = reader.t.policy;
  const { inForce } = waits;
  return [
    status('warning', waiting.notYet),
    ...(inForce ? [quote(unmarked(inForce.text[reader.locale]), waiting.inForce)] : []),
  ];
}
