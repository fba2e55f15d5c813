/** Who acts in an interaction, as records want to know it. */
import { sha256 } from '#src/core/chain.ts';
import type { Who } from '#src/desk/records.ts';
import type { Context } from '#src/handler.ts';

/** `part` tells several acts of one interaction on one record apart. */
export const acting = ({ me, roles, at, cause }: Context, part = ''): Who => ({
  by: me,
  roles,
  at,
  cause: part ? `${cause}/${part}` : cause,
});

/** The id of a record that an interaction begins: the same one when the interaction comes twice. */
export const begunBy = ({ me, cause }: Context, kind: string): string => sha256(`${kind}/${me}/${cause}`).slice(0, 32);
