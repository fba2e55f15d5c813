/** Who is who for the rules: accounts that were linked are one human, and on one platform everybody is told apart. */
import type { Identity } from '#src/core/decider.ts';
import { isProven, mayBeOne, type Team } from '#src/core/team.ts';

/** `several` says whether people write from more than one platform, so that somebody could be there twice. */
export const identityOf = (team: () => Team, several: () => boolean): Identity => ({
  isProven(id) {
    const found = team().person(id);
    return !several() || found === undefined || isProven(found);
  },
  compare(a, b) {
    const [one, other] = [team().person(a), team().person(b)];
    if (a === b || (one && one.id === other?.id)) return 'one';
    return several() && one && other && mayBeOne(one, other) ? 'unsure' : 'two';
  },
});
