/**
 * What Slack has of the pictures and files that our cards show. Each goes up once; that it did is kept, so that neither
 * an edit nor a retry nor a restart sends it again. A picture in a card stays unshared: only who reads the card sees it.
 */
import { seal, sha256 } from '#src/core/chain.ts';
import { DESK, type Instant } from '#src/core/event.ts';
import { Conflict, type Store } from '#src/stores/store.ts';
import { attached, type Card, type FileBlock, type PictureBlock } from '#src/view/card.ts';
import { DeliveryFault } from '../platform.ts';
import type { Log } from './log.ts';
import { type Files, isDrawn, type OnSlack } from './rich.ts';
import { fileName, type Upload } from './upload.ts';

type Shown = PictureBlock | FileBlock;

export type Shelf = {
  /** Where the files of a card are by now, asking nobody. */
  here(place: string): Files;
  /**
   * Brings all that a card shows in this channel to Slack. What cannot be brought, because its bytes or our permission
   * are missing, is told in words; throws `DeliveryFault` for what may work later.
   */
  bring(card: Card, place: string): Promise<Files>;
  /** Slack would not show what we thought it has: the next time it goes up anew. */
  forget(card: Card, place: string): void;
};

export type ShelfOptions = {
  readonly store: Store;
  readonly upload: Upload;
  readonly now: () => Instant;
  readonly log: Log;
};

/** Outside the chain: what Slack loses goes up again, and replaces what was there. */
const PREFIX = 'delivery/slack-file/';
/** What is drawn is the same wherever it is shown; a file is shared in one place, and cannot be opened from another. */
const keyOf = (shown: Shown, place: string) =>
  PREFIX + sha256(JSON.stringify([shown.type, shown.digest, isDrawn(shown) ? '' : [place, fileName(shown)]]));

export function shelf({ store, upload, now, log }: ShelfOptions): Shelf {
  const known = new Map<string, OnSlack>();
  const lost = new Set<string>();
  const under = new Map<string, Promise<OnSlack | undefined>>();

  async function remembered(key: string): Promise<OnSlack | undefined> {
    const value = (await store.read(key)).at(-1)?.private?.value;
    // Written by `remember` alone.
    return value && !lost.has(key) ? (value as OnSlack) : undefined;
  }

  async function remember(key: string, there: OnSlack): Promise<void> {
    for (;;) {
      const last = (await store.read(key)).at(-1);
      const number = last ? last.number + 1 : 0;
      const meta = { number, at: now(), by: DESK, cause: key, version: 1, prev: last?.digest ?? '' };
      const entry = seal(key, { type: 'uploaded', private: { ...there } }, meta);
      try {
        await (last ? store.compact(key, number, entry) : store.append(key, 0, [entry]));
        return;
      } catch (error) {
        if (!(error instanceof Conflict)) throw error;
      }
    }
  }

  async function brought(shown: Shown, key: string, place: string): Promise<OnSlack | undefined> {
    const before = await remembered(key);
    const there = before ?? (await sent(shown, place));
    if (!there) return undefined;
    if (!before) await remember(key, there);
    known.set(key, there);
    lost.delete(key);
    return there;
  }

  async function sent(shown: Shown, place: string): Promise<OnSlack | undefined> {
    try {
      const bytes = await store.get(shown.digest);
      if (bytes) return await upload(shown, bytes, place);
      log('a file of a card', new Error(`The store has no file ${shown.digest}.`));
    } catch (error) {
      if (error instanceof DeliveryFault && (error.why === 'later' || error.why === 'unknown'))
        throw new DeliveryFault('later', error.message, { cause: error });
      log('a file of a card', error);
    }
    return undefined;
  }

  const here =
    (place: string): Files =>
    (shown) =>
      known.get(keyOf(shown, place));

  return {
    here,
    async bring(card, place) {
      for (const shown of attached(card)) {
        const key = keyOf(shown, place);
        if (known.has(key)) continue;
        const work = under.get(key) ?? brought(shown, key, place).finally(() => under.delete(key));
        under.set(key, work);
        await work;
      }
      return here(place);
    },
    forget(card, place) {
      for (const shown of attached(card)) {
        lost.add(keyOf(shown, place));
        known.delete(keyOf(shown, place));
      }
    },
  };
}
