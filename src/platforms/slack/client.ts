/** Clients of the Web API: one for answers that somebody waits for, one for deliveries. Neither waits or repeats by itself. */
import type { Logger } from '@slack/bolt';
import { WebClient, type WebClientOptions } from '@slack/web-api';

/** Milliseconds. An answer that takes longer is of no use any more; the SDK's own default is to wait for ever. */
const TIMEOUT = { answers: 5_000, deliveries: 15_000 };

export function clientOptions(
  apiUrl: string | undefined,
  logger: Logger,
  kind: keyof typeof TIMEOUT,
  timeout: number = TIMEOUT[kind],
): WebClientOptions {
  return {
    logger,
    timeout,
    // Otherwise one limited call would hold up all that come after it, whatever they are.
    rejectRateLimitedCalls: true,
    retryConfig: { retries: 0 },
    allowAbsoluteUrls: false,
    ...(apiUrl !== undefined && { slackApiUrl: apiUrl }),
  };
}

export const webClient = (token: string, options: WebClientOptions): WebClient => new WebClient(token, options);

/** Slack answered, and did not take what we said. */
export class NotTaken extends Error {
  override readonly name = 'NotTaken';
}

/** Posts to a response_url. Throws `NotTaken` when Slack did not take it. */
export async function respond(url: string, body: object): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(body),
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT.answers),
  });
  const said = await response.text();
  if (!response.ok || /"ok"\s*:\s*false/.test(said))
    throw new NotTaken(`Slack did not take an answer: ${response.status} ${said.slice(0, 100)}`);
}
