/** Requests as Slack makes them: its two kinds of body, and its signature. */
import { signed } from '#src/platforms/slack/signature.ts';
import { SECRET } from './slack.fixture.ts';

/** Commands are a plain form; all other interactions are JSON in its field `payload`. */
export const formOf = (payload: object): string =>
  'command' in payload
    ? new URLSearchParams(
        Object.entries(payload).map(([name, value]): [string, string] => [name, String(value)]),
      ).toString()
    : new URLSearchParams({ payload: JSON.stringify(payload) }).toString();

export function headersFor(body: string, at: number): Record<string, string> {
  const seconds = Math.floor(at / 1000);
  const json = body.startsWith('{');
  return {
    'content-type': json ? 'application/json' : 'application/x-www-form-urlencoded',
    'x-slack-request-timestamp': String(seconds),
    'x-slack-signature': signed(SECRET, seconds, body),
  };
}
