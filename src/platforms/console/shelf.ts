/**
 * The files of the console: what somebody sent up for a form, and what their cards show. A file is handed out only to
 * those who were shown it, by its digest among the digests of their own cards.
 */
import { sha256 } from '#src/core/chain.ts';
import { isPicture, type KeptFile } from '#src/core/file/file.ts';
import { recognise } from '#src/core/file/recognise.ts';
import { type Answer, HttpFault } from '#src/server/answer.ts';
import type { Store } from '#src/stores/store.ts';
import { attached, type Card, type FileBlock, type PictureBlock } from '#src/view/card.ts';

type Shown = PictureBlock | FileBlock;

export type Shelf = {
  /** Keeps what somebody sent up, unless it is none of the kinds that any form takes: that is said when the form comes. */
  keep(account: string, name: string, bytes: Uint8Array): Promise<KeptFile>;
  /** Of these digests, the files that this account sent up since the start. */
  sentBy(account: string, digests: readonly string[]): readonly KeptFile[];
  /** An answer for this person alone shows these. */
  shows(account: string, card: Card): void;
  /** The file, if one of these cards or an earlier answer shows it to this account. Throws 404 for any other. */
  hand(account: string, digest: string, cards: readonly Card[]): Promise<Answer>;
};

/** So many of one person are remembered; older ones have to be sent or asked for again. */
const REMEMBERED = 200;
/** Nothing runs in what is handed out, whatever it is. */
const INERT = { 'content-security-policy': "default-src 'none'; sandbox" };

export function shelf(store: Store): Shelf {
  const sent = new Map<string, KeptFile[]>();
  const shown = new Map<string, Shown[]>();
  const add = <T>(all: Map<string, T[]>, account: string, more: readonly T[]) =>
    all.set(account, [...(all.get(account) ?? []), ...more].slice(-REMEMBERED));

  return {
    async keep(account, name, bytes) {
      const known = recognise(bytes);
      const digest = known ? await store.put(bytes) : sha256(bytes);
      const { media, width, height } = known ?? { media: '', width: 0, height: 0 };
      const kept = { name, media, size: bytes.length, digest, width, height };
      add(sent, account, [kept]);
      return kept;
    },
    sentBy: (account, digests) =>
      digests.flatMap((digest) => sent.get(account)?.findLast((file) => file.digest === digest) ?? []),
    shows: (account, card) => void add(shown, account, attached(card)),
    async hand(account, digest, cards) {
      const all = [...(shown.get(account) ?? []), ...cards.flatMap(attached)];
      const block = all.find((one) => one.digest === digest);
      const bytes = block && (await store.get(block.digest));
      if (!block || !bytes) throw new HttpFault(404, 'There is no such file here. 这里没有此文件。');
      return { status: 200, headers: { ...INERT, ...headersOf(block, bytes) }, body: bytes };
    },
  };
}

/** Only what is a picture by its content is shown in the browser; everything else is saved, and named as its card does. */
function headersOf(block: Shown, bytes: Uint8Array) {
  const media = recognise(bytes)?.media;
  if (block.type === 'picture' && media !== undefined && isPicture(media))
    return { 'content-type': media, 'content-disposition': 'inline' };
  const name = block.type === 'file' ? block.name : block.digest;
  return {
    'content-type': 'application/octet-stream',
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name).replaceAll("'", '%27')}`,
  };
}
