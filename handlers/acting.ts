/** Who acts in an interaction, as records want to know it. */
import type { Who } from '#src/desk/records.ts';
import type { Context } from '#src/handler.ts';

/** `part` tells several acts of one interaction on one record apart. */
export const acting = ({ me, roles, at, cause }: Context, part = ''): Who => ({
  by: me,
  roles,
  at,
  cause: part ? `${cause}/${part}` : cause,
});
