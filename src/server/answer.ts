/** What a route says, as plain data; the server alone writes to the wire. */
import type { IncomingMessage, ServerResponse } from 'node:http';

export type Headers = { readonly [name: string]: string };

export type Answer =
  | { readonly status: number; readonly headers?: Headers; readonly body?: string | Uint8Array }
  /** An answer without an end: `open` writes to it and returns what to do when it is over. */
  | { readonly status: 200; readonly headers?: Headers; readonly open: (line: Line) => () => void }
  /** The route wrote to `raw.response` itself, because an SDK wanted to. */
  | { readonly taken: true };

/** The writing end of an answer that stays open. */
export type Line = { write(text: string): void; end(): void };

/** A request as routes see it. */
export type Request = {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  /** The port it came in on. */
  readonly port: number;
  /** The whole body; throws `HttpFault` 413 beyond the limit, in bytes. May be called again, which reads nothing more. */
  body(limit?: number): Promise<Buffer>;
  readonly raw: { readonly request: IncomingMessage; readonly response: ServerResponse };
};

export type Handle = (request: Request) => Answer | Promise<Answer>;

/** Refuses a request with a status and a sentence that the caller may read. */
export class HttpFault extends Error {
  override readonly name = 'HttpFault';
  readonly status: number;
  readonly headers: Headers;
  constructor(status: number, message: string, headers: Headers = {}) {
    super(message);
    this.status = status;
    this.headers = headers;
  }
}

export const json = (value: unknown, status = 200): Answer => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify(value),
});

/** A refusal in the one shape that all have: `{ "error": "…" }`. */
export const refusal = ({ status, message, headers }: HttpFault): Answer => ({
  status,
  headers: { ...headers, 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify({ error: message }),
});
