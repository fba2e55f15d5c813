/** What the doctor looks at where Teams is configured. */
import { resolve } from 'node:path';
import type { TeamsConfig } from './config/platform.ts';
import type { Config } from './config.ts';
import { channelsIn } from './doctor-settings.ts';
import { type Check, teamsChecks } from './platforms/teams/doctor.ts';
import { PLACES, type Place, placeIn } from './platforms/teams/places.ts';
import { peek } from './stores/peek.ts';

export function teamsChecksFor(config: TeamsConfig, { dataDir, server, seed }: Config): readonly Check[] {
  const dir = resolve(dataDir);
  return teamsChecks({
    ...{ config, clock: Date.now, places: () => placesIn(dir) },
    channels: () => channelsIn(dir, 'teams', seed.responseChannel),
    ...(server.publicUrl !== undefined && { publicUrl: server.publicUrl }),
  });
}

async function placesIn(dir: string): Promise<readonly Place[]> {
  const found: Place[] = [];
  for await (const entries of peek(dir, PLACES)) {
    const place = placeIn(entries.at(-1));
    if (place) found.push(place);
  }
  return found;
}
