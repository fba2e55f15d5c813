/** Whether a request comes from Slack: v0 signatures, and a window of five minutes to both sides. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { HttpFault } from '#src/server/answer.ts';

/** Older or newer than this is not believed, so that what was overheard cannot be sent again later. Seconds. */
const WINDOW = 5 * 60;

export type Signed = { readonly timestamp: string | undefined; readonly signature: string | undefined };

/** Throws 401 unless `secret` signed this body at about `now` (milliseconds). */
export function verify(secret: string, { timestamp, signature }: Signed, body: Buffer, now: number): void {
  if (timestamp === undefined || signature === undefined || !/^\d{1,12}$/.test(timestamp)) throw refused('unsigned');
  if (Math.abs(now / 1000 - Number(timestamp)) > WINDOW)
    throw refused('of another time; check the clock of this server');
  if (!/^v0=[0-9a-f]{64}$/.test(signature)) throw refused('signed in another way');
  // With the secret as text: a Buffer as key makes this eight times slower.
  const mine = createHmac('sha256', secret).update(`v0:${timestamp}:`).update(body).digest();
  if (!timingSafeEqual(mine, Buffer.from(signature.slice(3), 'hex'))) throw refused('signed by somebody else');
}

/** As Slack would sign it; for tests and for a local stand-in. */
export const signed = (secret: string, timestamp: number, body: string): string =>
  `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:`).update(body).digest('hex')}`;

const refused = (how: string) => new HttpFault(401, `The request is ${how}.`);
