/** The console's routes: a stream of what happens, and the one address to which a page sends what a person does. */
import type { KeptFile } from '#src/core/file/file.ts';
import { type Answer, HttpFault, json, type Request } from '#src/server/answer.ts';
import { jsonBody } from '#src/server/body.ts';
import { localOnly } from '#src/server/guard.ts';
import type { Routes } from '#src/server/router.ts';
import { FILES as FILE_INPUT } from '#src/view/adaptive/pressed.ts';
import type { RawValues, Receive } from '../platform.ts';
import { answered, FILES } from './answered.ts';
import { asked } from './asked.ts';
import type { Feed } from './feed.ts';
import { fileRoutes } from './files.ts';
import type { ConsolePerson } from './options.ts';
import type { Asked } from './protocol.ts';
import type { Room } from './room.ts';
import type { Shelf } from './shelf.ts';

export type RouteOptions = {
  readonly room: Room;
  readonly feed: Feed;
  readonly shelf: Shelf;
  readonly receive: () => Receive | undefined;
};

/** What Slack takes as well, so that a form means the same everywhere. Bytes. */
const UPLOAD_LIMIT = 10 * 1024 * 1024;

export function consoleRoutes({ room, feed, shelf, receive }: RouteOptions): Routes {
  async function interact(request: Request): Promise<Answer> {
    const { as, channel, cause, ref, ...wish } = asked(await jsonBody(request));
    const person = known(room, as);
    if (channel !== undefined && !room.mayRead(as, { kind: 'channel', id: channel }))
      throw new HttpFault(403, `${person.name} is in no channel "${channel}".`);
    const hand = receive();
    if (!hand) throw new HttpFault(503, 'Goodword is not running yet. Please try again.');
    const does = withFiles(wish.does, (digests) => shelf.sentBy(as, digests));
    const { name, locale, timeZone } = person;
    const interaction = {
      // Made up by the page: it must be nobody else's, and none of the desk's own.
      cause: `console/${as}/${cause}`,
      platform: 'console',
      account: as,
      profile: { name, locale, timeZone },
      ...(channel !== undefined && { channel }),
      at: room.now(),
      does,
    } as const;
    const { reply, answer } = await answered(hand, interaction, person, room.people());
    if ('card' in reply) shelf.shows(as, reply.card);
    // A card in somebody's direct messages outlives the tab, so what it became must too.
    if (reply.type === 'replace' && ref !== undefined) await room.replaceOwn(as, ref, reply.card);
    return json(answer);
  }

  /** Raw bytes; the kind and the size of a file are seen, not believed. */
  async function upload(request: Request): Promise<Answer> {
    const { account } = known(room, request.query.get('as') ?? '');
    const name = (request.query.get('name') ?? '').slice(0, 200) || 'file';
    const { digest, size } = await shelf.keep(account, name, await request.body(UPLOAD_LIMIT));
    return json({ digest, size });
  }

  return {
    ...fileRoutes(),
    'POST /console/interact': localOnly(interact),
    'PUT /console/files': localOnly(upload),
    'GET /console/files/*': localOnly(({ path, query }) => {
      const { account } = known(room, query.get('as') ?? '');
      return shelf.hand(account, path.slice(FILES.length), room.cards(account));
    }),
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

/** The page names files by their digests; only those that this very account sent up become files again. */
function withFiles(does: Asked['does'], files: (digests: readonly string[]) => readonly KeptFile[]): Asked['does'] {
  if (does.type !== 'submit') return does;
  const values = Object.entries(does.values).map(([key, value]): [string, RawValues[string]] =>
    key.startsWith(FILE_INPUT) && typeof value === 'string'
      ? [key.slice(FILE_INPUT.length), files(value.split(','))]
      : [key, value],
  );
  return { ...does, values: Object.fromEntries(values) };
}

function known(room: Room, account: string): ConsolePerson {
  const person = room.people().find((one) => one.account === account);
  if (person) return person;
  throw new HttpFault(403, `Nobody here has the account "${account.slice(0, 80)}". 这里没有此账号。`);
}
