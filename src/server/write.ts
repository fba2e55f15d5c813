/** Puts an answer on the wire. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answer } from './answer.ts';
import { SAFE_HEADERS } from './headers.ts';

/** Bytes of a stream that may wait for a client that reads slowly. */
const UNREAD_LIMIT = 8 * 1024 * 1024;

/** `streams` collects how to end the answers that stay open, for when the server stops. */
export function write(
  answer: Answer,
  request: IncomingMessage,
  response: ServerResponse,
  streams: Set<() => void>,
): void {
  if ('taken' in answer) return;
  response.writeHead(answer.status, { ...SAFE_HEADERS, ...answer.headers });
  // A stream that only its headers were asked of would never end.
  if ('open' in answer && request.method !== 'HEAD') {
    stream(answer.open, response, streams);
    return;
  }
  response.end(request.method === 'HEAD' || 'open' in answer ? undefined : answer.body);
  // An unread body (refused early) would keep the connection waiting.
  request.resume();
}

function stream(
  open: (line: { write(text: string): void; end(): void }) => () => void,
  response: ServerResponse,
  streams: Set<() => void>,
) {
  const end = () => void response.end();
  function write(text: string): void {
    // Whoever does not read is let go before they fill our memory; a browser connects anew and is brought up to date.
    if (response.writableLength > UNREAD_LIMIT) response.destroy();
    else response.write(text);
  }
  const over = open({ write, end });
  streams.add(end);
  response.once('close', () => {
    streams.delete(end);
    over();
  });
}
