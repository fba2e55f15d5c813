/** Random deeds from both sides at once while both platforms fail, and then what each of them shows. */
import { dice } from '#test/road/dice.ts';
import { compared } from './compare.ts';
import { inSlack, inTeams } from './deeds.ts';
import { both, SLACK, TEAMS } from './house.ts';

/** So many deeds, half of them on each side, two by two at the same moment. */
export async function play(count: number, seed: number) {
  const place = await both();
  const { left, right, house } = place;
  const [luck, weather] = [dice(seed), dice(seed + 1)];
  let arrived = 0;
  left.fails = ({ method, args }) => {
    if (args['channel'] !== SLACK || !method.startsWith('chat.')) return undefined;
    return weather.one([undefined, undefined, undefined, undefined, 'limited', 'broken', 'arrived', 'reset'] as const);
  };
  right.fails = ({ method, conversation }) => {
    if (method === 'GET' || conversation !== TEAMS || weather.often(60)) return undefined;
    if (method === 'POST' && weather.often(30)) {
      arrived += 1;
      return 'arrived';
    }
    return { status: weather.one([412, 429, 502, 503, 504]) ?? 503, ...(weather.often(30) && { after: 2 }) };
  };
  for (let done = 0; done < count; done += 2) {
    await Promise.all([inSlack(place, luck), inTeams(place, luck)]);
    // Mostly people act on what they see; now and then on what was true a moment ago.
    if (luck.often(60)) await house.outbox.idle();
  }
  left.fails = () => undefined;
  right.fails = () => undefined;
  await house.outbox.idle();
  return { place, arrived, ...(await compared(place)) };
}
