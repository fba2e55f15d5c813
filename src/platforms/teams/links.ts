/**
 * Addresses at which Teams, and whoever reads a card there, gets its pictures and files. Teams takes a picture from an
 * address only, and asks for it without saying who reads: so each address is signed, cannot be guessed, and ends.
 */
import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { seal } from '#src/core/chain.ts';
import { DESK, type Instant } from '#src/core/event.ts';
import { isPicture } from '#src/core/file/file.ts';
import { recognise } from '#src/core/file/recognise.ts';
import { type Answer, type Handle, HttpFault } from '#src/server/answer.ts';
import { Conflict, type Store } from '#src/stores/store.ts';
import type { FileBlock, PictureBlock } from '#src/view/card.ts';
import { LIMITS } from './limits.ts';

export const FILES_PATH = '/teams/files/';
/** Outside the chain: nothing follows from it. */
const STREAM = 'delivery/teams-links';

export type LinkOptions = {
  readonly store: Store;
  /** Undefined where nobody has said how Teams reaches us: then there is no address, and cards say in words what is missing. */
  readonly publicUrl: string | undefined;
  readonly now: () => Instant;
};

export type Links = {
  /** Reads the key, or makes it; before that nothing has an address. */
  start(): Promise<void>;
  of(shown: PictureBlock | FileBlock): string | undefined;
  /** What is at an address; throws 404 for one that we did not give, 410 for one that has ended. */
  readonly serve: Handle;
};

const made = z.object({ seed: z.string() });
/** What an address says: digest, when it ends (seconds), and the name under which a file is saved; a picture has none. */
const claims = z.tuple([z.string().regex(/^[\da-f]{64}$/), z.int(), z.string().optional()]);

export function links({ store, publicUrl, now }: LinkOptions): Links {
  let key: Buffer | undefined;

  return {
    async start() {
      if (publicUrl !== undefined) key = await keyIn(store, now());
    },
    of(shown) {
      if (!key || publicUrl === undefined) return undefined;
      const said =
        shown.type === 'file'
          ? [shown.digest, ends(now(), 'file'), shown.name]
          : [shown.digest, ends(now(), 'picture')];
      const payload = Buffer.from(JSON.stringify(said)).toString('base64url');
      return `${publicUrl}${FILES_PATH}${payload}.${mac(key, payload)}`;
    },
    async serve({ path }): Promise<Answer> {
      const [payload = '', sign = ''] = path.slice(FILES_PATH.length).split('.');
      if (!key || !isSigned(key, payload, sign)) throw new HttpFault(404, 'There is nothing here. 这里没有内容。');
      const [digest, end, name] = claims.parse(JSON.parse(Buffer.from(payload, 'base64url').toString()));
      if (end * 1000 < Date.parse(now()))
        throw new HttpFault(
          410,
          'This address has ended. Please open the card in Teams again. 链接已失效，请在 Teams 中重新打开卡片。',
        );
      const bytes = await store.get(digest);
      if (!bytes) throw new HttpFault(404, 'There is nothing here. 这里没有内容。');
      return { status: 200, headers: headersOf(bytes, name), body: bytes };
    },
  };
}

/** Rounded up, so that a card that is drawn again keeps its addresses and nobody loads the same picture twice. */
function ends(now: Instant, kind: 'picture' | 'file'): number {
  const { lasts, step } = LIMITS.links[kind];
  return (Math.ceil((Date.parse(now) + lasts) / step) * step) / 1000;
}

const mac = (key: Buffer, payload: string): string => createHmac('sha256', key).update(payload).digest('base64url');

function isSigned(key: Buffer, payload: string, sign: string): boolean {
  const [given, right] = [Buffer.from(sign), Buffer.from(mac(key, payload))];
  return given.length === right.length && timingSafeEqual(given, right);
}

/** Nothing runs in what is handed out; only what is a picture by its content is shown. */
function headersOf(bytes: Uint8Array, name: string | undefined) {
  const inert = {
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'private, max-age=86400, immutable',
    'cross-origin-resource-policy': 'cross-origin',
  };
  const media = recognise(bytes)?.media;
  if (name === undefined && media !== undefined && isPicture(media))
    return { ...inert, 'content-type': media, 'content-disposition': 'inline' };
  const saved = encodeURIComponent(name ?? 'file').replaceAll("'", '%27');
  return {
    ...inert,
    'content-type': 'application/octet-stream',
    'content-disposition': `attachment; filename*=UTF-8''${saved}`,
  };
}

/** The same after every start, so that what stands in a chat goes on leading somewhere; made the first time. */
async function keyIn(store: Store, at: Instant): Promise<Buffer> {
  for (;;) {
    const kept = made.safeParse((await store.read(STREAM)).at(-1)?.private?.value).data?.seed;
    if (kept !== undefined) return Buffer.from(hkdfSync('sha256', kept, '', 'goodword teams links', 32));
    const event = { type: 'made', private: { seed: randomBytes(32).toString('base64url') } };
    const meta = { number: 0, at, by: DESK, cause: STREAM, version: 1, prev: '' };
    try {
      await store.append(STREAM, 0, [seal(STREAM, event, meta)]);
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
    }
  }
}
