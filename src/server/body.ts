/** Reads request bodies within a limit. */
import type { IncomingMessage } from 'node:http';
import { HttpFault, type Request } from './answer.ts';

export const BODY_LIMIT = 1024 * 1024;

/** Reads at most once, whoever asks how often. */
export function bodyOf(request: IncomingMessage): (limit?: number) => Promise<Buffer> {
  let reading: Promise<Buffer> | undefined;
  return (limit = BODY_LIMIT) => {
    reading ??= read(request, limit);
    return reading;
  };
}

async function read(request: IncomingMessage, limit: number): Promise<Buffer> {
  const tooLarge = () => new HttpFault(413, `The request is larger than ${limit} bytes.`, { connection: 'close' });
  if (Number(request.headers['content-length'] ?? 0) > limit) throw tooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  return new Promise((resolve, reject) => {
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      // What comes after is let go unread: destroying the socket would take the answer with it.
      if (size > limit) reject(tooLarge());
      else chunks.push(chunk);
    });
    request.on('end', () => resolve(Buffer.concat(chunks)));
    request.on('error', reject);
    request.on('aborted', () => reject(new HttpFault(400, 'The request broke off.')));
  });
}

/** The body as JSON, of at most so many bytes. Only as `application/json`: a page elsewhere cannot send that without asking us first. */
export async function jsonBody(request: Request, limit?: number): Promise<unknown> {
  if (!/^application\/json(?:;|$)/i.test(request.headers['content-type'] ?? ''))
    throw new HttpFault(415, 'Send JSON, with content-type application/json.');
  const body = await request.body(limit);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    throw new HttpFault(400, 'The body is not JSON.');
  }
}
