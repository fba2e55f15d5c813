/** The console's routes: a stream of what happens, and the one address to which a page sends what a person does. */
import { type Answer, HttpFault, json, type Request } from '#src/server/answer.ts';
import { jsonBody } from '#src/server/body.ts';
import { localOnly } from '#src/server/guard.ts';
import type { Routes } from '#src/server/router.ts';
import type { Receive } from '../platform.ts';
import { answered } from './answered.ts';
import { asked } from './asked.ts';
import type { Feed } from './feed.ts';
import { fileRoutes } from './files.ts';
import type { ConsolePerson } from './options.ts';
import type { Room } from './room.ts';

export type RouteOptions = { readonly room: Room; readonly feed: Feed; readonly receive: () => Receive | undefined };

export function consoleRoutes({ room, feed, receive }: RouteOptions): Routes {
  async function interact(request: Request): Promise<Answer> {
    const { as, does, channel, cause, ref } = asked(await jsonBody(request));
    const person = known(room, as);
    if (channel !== undefined && !room.mayRead(as, { kind: 'channel', id: channel }))
      throw new HttpFault(403, `${person.name} is in no channel "${channel}".`);
    const hand = receive();
    if (!hand) throw new HttpFault(503, 'Goodword is not running yet. Please try again.');
    const { name, locale, timeZone } = person;
    const interaction = {
      cause,
      platform: 'console',
      account: as,
      profile: { name, locale, timeZone },
      ...(channel !== undefined && { channel }),
      at: room.now(),
      does,
    } as const;
    const { reply, answer } = await answered(hand, interaction, person, room.people());
    // A card in somebody's direct messages outlives the tab, so what it became must too.
    if (reply.type === 'replace' && ref !== undefined) await room.replaceOwn(as, ref, reply.card);
    return json(answer);
  }

  return {
    ...fileRoutes(),
    'POST /console/interact': localOnly(interact),
    'GET /console/events': localOnly(({ query }) => {
      const { account } = known(room, query.get('as') || (room.people()[0]?.account ?? ''));
      return {
        status: 200,
        headers: { 'content-type': 'text/event-stream; charset=utf-8' },
        open: (line) => feed.join(account, line, room.sync(account)),
      };
    }),
  };
}

function known(room: Room, account: string): ConsolePerson {
  const person = room.people().find((one) => one.account === account);
  if (person) return person;
  throw new HttpFault(403, `Nobody here has the account "${account.slice(0, 80)}". 这里没有此账号。`);
}
