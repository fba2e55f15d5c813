/** Puts an answer on the wire. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answer } from './answer.ts';
import { SAFE_HEADERS } from './headers.ts';

/** `streams` collects how to end the answers that stay open, for when the server stops. */
export function write(
  answer: Answer,
  request: IncomingMessage,
  response: ServerResponse,
  streams: Set<() => void>,
): void {
  if ('taken' in answer) return;
  response.writeHead(answer.status, { ...SAFE_HEADERS, ...answer.headers });
  if ('open' in answer) {
    stream(answer.open, response, streams);
    return;
  }
  response.end(request.method === 'HEAD' ? undefined : answer.body);
  // An unread body (refused early) would keep the connection waiting.
  request.resume();
}

function stream(
  open: (line: { write(text: string): void; end(): void }) => () => void,
  response: ServerResponse,
  streams: Set<() => void>,
) {
  const end = () => void response.end();
  const over = open({ write: (text) => void response.write(text), end });
  streams.add(end);
  response.once('close', () => {
    streams.delete(end);
    over();
  });
}
