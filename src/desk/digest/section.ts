/** What features add to a digest: signatures due in somebody's team, quizzes, early warnings. */
import type { Instant, PersonId } from '#src/core/event.ts';
import type { Period } from '#src/core/figures/period.ts';
import type { Role } from '#src/core/role.ts';
import type { Block } from '#src/view/card.ts';
import type { Reader } from '#src/view/reader.ts';
import type { Desk } from '../desk.ts';

/** Whose digest it is, in which language and zone they read, and the time of which it tells, up to now. */
export type Asked = {
  readonly me: PersonId;
  readonly roles: readonly Role[];
  readonly reader: Reader;
  readonly at: Instant;
  readonly period: Period;
  readonly desk: Desk;
};

/**
 * Blocks with a heading of their own, or nothing where there is nothing to say: a quiet day is one line. They are kept
 * as they are, so they must name nothing that its reader might not know tomorrow.
 */
export type DigestSection = (asked: Asked) => readonly Block[] | undefined | Promise<readonly Block[] | undefined>;
