/** Where a destination is now, and in which language it reads. */

import { zoneOr } from '#src/core/zone.ts';
import type { PlatformName } from '#src/platforms/platform.ts';
import { PLATFORMS } from '#src/platforms/platform.ts';
import { readerOf } from '#src/view/reader-of.ts';
import type { Desk } from './desk.ts';
import type { Resolve, Spot } from './place.ts';

/** The channel that stands in for a routed one on a platform where nobody has set that up. */
const RESPONSE = 'response';

/** A named channel once on each running platform that has it; a person once, on the first of theirs that runs. */
export function resolver(
  { rules, people, settings }: Pick<Desk, 'rules' | 'people' | 'settings'>,
  running: readonly PlatformName[],
): Resolve {
  const runs = (name: string): name is PlatformName =>
    PLATFORMS.some((known) => known === name && running.includes(known));
  return (to) => {
    const team = people.team();
    if ('channel' in to) {
      return running.flatMap((platform): readonly Spot[] => {
        const name = settings.channel(to.channel, platform) === undefined ? RESPONSE : to.channel;
        const id = settings.channel(name, platform);
        const reader = readerOf(settings.locale(name) ?? rules.channelLocale, rules.timeZone, team);
        return id === undefined ? [] : [{ address: { platform, kind: 'channel', id }, reader }];
      });
    }
    const person = team.person(to.person);
    if (!person?.active) return [];
    const zone = zoneOr(person.timeZone, rules.timeZone);
    const reader = readerOf(person.locale ?? rules.channelLocale, zone, team, rules.timeZone);
    const [spot] = person.accounts.flatMap(({ platform, id }): readonly Spot[] =>
      runs(platform) ? [{ address: { platform, kind: 'direct', id }, reader }] : [],
    );
    return spot ? [spot] : [];
  };
}
