/** Files that people sent with a form: asked for by their id, fetched from Slack alone, and no more than was allowed. */
import type { WebClient } from '@slack/web-api';
import { DeliveryFault, type Platform } from '../platform.ts';
import { called } from './called.ts';
import { fileAddress } from './hosts.ts';
import type { Pace } from './pace.ts';

export type DownloadOptions = {
  readonly client: WebClient;
  readonly token: string;
  readonly apiUrl: string | undefined;
  readonly calls: Pace;
};

/** Milliseconds for one file. */
const TIMEOUT = 60_000;

export function downloads({ client, token, apiUrl, calls }: DownloadOptions): Platform['fetch'] {
  return async (ref, most) => {
    const { file } = await called(calls, 'files.info', 'harmless', () => client.files.info({ file: ref }));
    if (!file || file.mode === 'tombstone') throw new DeliveryFault('gone', 'The file was deleted on Slack.');
    if ((file.size ?? 0) > most) throw tooLarge(most);
    const url = fileAddress(file.url_private_download ?? file.url_private, apiUrl);
    if (!url) throw new DeliveryFault('forbidden', 'The file does not lie with Slack.');
    return within(most, await answerOf(url, token));
  };
}

/** Slack leads whoever may not see a file to its log-in page; we do not follow. */
async function answerOf(url: URL, token: string): Promise<Response> {
  const headers = { authorization: `Bearer ${token}` };
  const answer = await fetch(url, { headers, redirect: 'manual', signal: AbortSignal.timeout(TIMEOUT) }).catch(
    (cause: unknown) => {
      throw new DeliveryFault('later', 'The file could not be reached.', { cause });
    },
  );
  if (answer.ok) return answer;
  await answer.body?.cancel();
  if (answer.status === 404 || answer.status === 410) throw new DeliveryFault('gone', 'The file is there no more.');
  if (answer.status === 429 || answer.status >= 500)
    throw new DeliveryFault('later', `Slack answered ${answer.status} for a file.`);
  throw new DeliveryFault('forbidden', `Slack answered ${answer.status} for a file.`);
}

async function within(most: number, answer: Response): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of answer.body ?? []) {
      size += chunk.length;
      if (size > most) throw tooLarge(most);
      chunks.push(chunk);
    }
  } catch (cause) {
    throw cause instanceof DeliveryFault ? cause : new DeliveryFault('later', 'The file broke off.', { cause });
  }
  return Buffer.concat(chunks);
}

const tooLarge = (most: number) => new DeliveryFault('rejected', `The file has more than ${most} bytes.`);
