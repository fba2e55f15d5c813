/** Sends one file to Slack: asked where to, put there, and said to be whole; a file to download is shared in its channel. */
import type { WebClient } from '@slack/web-api';
import type { FileBlock, PictureBlock } from '#src/view/card.ts';
import { DeliveryFault } from '../platform.ts';
import { called } from './called.ts';
import { refusalOf } from './faults.ts';
import { fileAddress } from './hosts.ts';
import type { Pace, PaceOptions } from './pace.ts';
import { isDrawn, type OnSlack } from './rich.ts';

/** Throws `DeliveryFault`. */
export type Upload = (shown: PictureBlock | FileBlock, bytes: Uint8Array, place: string) => Promise<OnSlack>;

export type UploadOptions = Pick<PaceOptions, 'wait' | 'stop'> & {
  readonly client: WebClient;
  readonly apiUrl: string | undefined;
  readonly calls: Pace;
};

/** Milliseconds for one file. */
const TIMEOUT = 60_000;
/** How often we ask whether a file is ready, and how long we wait between; milliseconds. */
const LOOKS = 10;
const LOOK = 500;
/**
 * Files go to a host of their own, which a company's network may not let through though Slack itself is reached. After so
 * many failures in a row cards are kept waiting no longer and go out with words; each new one still tries once.
 */
const PATIENCE = 20;

const ENDINGS: { readonly [M in PictureBlock['media']]: string } = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'image/gif': 'gif',
};

/** How a file is called on Slack. */
export const fileName = (shown: PictureBlock | FileBlock): string =>
  shown.type === 'file' ? shown.name : `picture.${ENDINGS[shown.media]}`;

export function uploader({ client, apiUrl, calls, wait, stop }: UploadOptions): Upload {
  let failures = 0;
  return async (shown, bytes, place) => {
    const filename = fileName(shown);
    const asked = { filename, length: bytes.length };
    const where = await called(calls, 'files.getUploadURLExternal', 'harmless', () =>
      client.files.getUploadURLExternal(asked),
    );
    const url = fileAddress(where.upload_url, apiUrl);
    const id = where.file_id;
    if (!url || !id) throw new DeliveryFault('rejected', 'Slack named no place of its own for a file.');
    await put(url, bytes).catch(unreached);
    failures = 0;
    // Shared twice when Slack did it and did not say so; what is drawn is shared with nobody, so that does no harm.
    const channel = isDrawn(shown) ? undefined : await channelOf(place);
    const { files } = await called(calls, 'files.completeUploadExternal', 'harmless', () =>
      client.files.completeUploadExternal({
        files: [{ id, title: filename }],
        ...(channel !== undefined && { channel_id: channel }),
      }),
    );
    const there = await looked(id);
    if (isDrawn(shown)) return { id };
    const link = files?.[0]?.permalink ?? there?.permalink;
    return { id, ...(link !== undefined && { link }) };
  };

  function unreached(cause: unknown): never {
    failures += 1;
    if (failures <= PATIENCE) throw cause;
    throw new DeliveryFault(
      'forbidden',
      'No file could be sent to Slack for a while: is files.slack.com let through?',
      {
        cause,
      },
    );
  }

  /**
   * Slack looks at a file for a moment before it shows it, and until then refuses cards that have it. Undefined where we
   * may send files and not read them: then nobody can tell.
   */
  async function looked(id: string) {
    for (let tries = 1; ; tries += 1) {
      const asked = called(calls, 'files.info', 'harmless', () => client.files.info({ file: id }));
      const { file } = await asked.catch((error: unknown): { file?: undefined } => {
        if (error instanceof DeliveryFault && refusalOf(error.cause) === 'missing_scope') return {};
        throw error;
      });
      if (!file) return undefined;
      if (file.mimetype || tries === LOOKS || stop.aborted) return file;
      await wait(LOOK, stop).catch(() => undefined);
    }
  }

  /** Files are shared in channels; somebody's own is the one of their messages with us. */
  async function channelOf(place: string): Promise<string> {
    if (!/^[UW]/.test(place)) return place;
    const { channel } = await called(calls, 'conversations.open', 'harmless', () =>
      client.conversations.open({ users: place }),
    );
    if (!channel?.id) throw new DeliveryFault('later', 'Slack opened no direct messages.');
    return channel.id;
  }
}

async function put(url: URL, bytes: Uint8Array): Promise<void> {
  const how = { method: 'POST', redirect: 'error', signal: AbortSignal.timeout(TIMEOUT) } as const;
  const answer = await fetch(url, { ...how, body: new Uint8Array(bytes) }).catch((cause: unknown) => {
    throw new DeliveryFault('later', 'A file could not be sent.', { cause });
  });
  await answer.body?.cancel();
  if (!answer.ok) throw new DeliveryFault('later', `Slack answered ${answer.status} to a file.`);
}
