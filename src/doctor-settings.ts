/** What a doctor beside a running desk needs of its settings: the channels that were set in the chat. */
import { SETTINGS, settings } from './core/settings/settings.ts';
import { folded, unborn } from './desk/folded.ts';
import { peek } from './stores/peek.ts';

/** The ids of the channels of one platform, by their names; those of the environment only until the desk has begun. */
export async function channelsIn(
  dir: string,
  platform: string,
  seed: string | undefined,
): Promise<{ readonly [name: string]: string }> {
  for await (const entries of peek(dir, `${settings.kind}/${SETTINGS}`)) {
    const { channels } = folded(settings, unborn(settings, SETTINGS), entries).state;
    const here = Object.entries(channels).flatMap(([name, ids]) =>
      ids[platform] ? [[name, ids[platform]] as const] : [],
    );
    if (here.length > 0) return Object.fromEntries(here);
  }
  return seed === undefined ? {} : { response: seed };
}
