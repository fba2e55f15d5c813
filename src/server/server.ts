/** One HTTP server for whatever has routes: the console, Slack, Teams. Routes are handed in; it knows none of them. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { type Answer, type Handle, HttpFault, json, type Request, refusal } from './answer.ts';
import { bodyOf } from './body.ts';
import { type Health, healthRoutes } from './health.ts';
import { type Routes, router } from './router.ts';
import { write } from './write.ts';

export type ServerOptions = Health & {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  readonly routes: Routes;
  /** Told of what went wrong inside; the caller sees only that something did. */
  readonly onFault: (what: string, error: unknown) => void;
};

export type Server = {
  /** `http://127.0.0.1:3000`, once started. */
  readonly url: string;
  start(): Promise<void>;
  /** Takes nothing new, lets what is in flight finish, then closes what is left. */
  stop(): Promise<void>;
};

/** The address cannot be listened on; most often another process has it. */
export class Unavailable extends Error {
  override readonly name = 'Unavailable';
  readonly address: string;
  readonly taken: boolean;
  constructor(host: string, port: number, cause: NodeJS.ErrnoException) {
    const taken = cause.code === 'EADDRINUSE';
    const remedy = taken ? 'Another process has it: stop that one, or set PORT to a free port.' : cause.message;
    super(`Cannot listen on ${host}:${port}. ${remedy}`, { cause });
    this.address = `${host}:${port}`;
    this.taken = taken;
  }
}

/** What is in flight may take so long when we stop; milliseconds. */
const GRACE = 5_000;

export function webServer({ host, port, routes, onFault, ...health }: ServerOptions): Server {
  const handle = router({ ...healthRoutes(health), ...routes });
  const streams = new Set<() => void>();
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    // While stopping, a connection kept alive would hold us up for seconds after its last answer.
    response.once('close', () => server.listening || server.closeIdleConnections());
    void serve(handle, request, response, onFault)
      .then((answer) => write(answer, request, response, streams))
      // An answer that cannot be written, or a stream that cannot begin, is the end of this connection and of no other.
      .catch((error: unknown) => {
        onFault(`the answer to ${request.method} ${request.url}`, error);
        response.destroy();
      });
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  return {
    get url() {
      const address = server.address() as AddressInfo | null;
      return `http://${host.includes(':') ? `[${host.replace(/[[\]]/g, '')}]` : host}:${address?.port ?? port}`;
    },
    start: () =>
      new Promise((resolve, reject) => {
        server.once('error', (error: NodeJS.ErrnoException) => reject(new Unavailable(host, port, error)));
        server.listen(port, host.replace(/[[\]]/g, ''), resolve);
      }),
    async stop() {
      if (!server.listening) return;
      const closed = new Promise((resolve) => server.close(resolve));
      for (const end of streams) end();
      server.closeIdleConnections();
      const timer = setTimeout(() => {
        for (const socket of sockets) socket.destroy();
      }, GRACE);
      await closed;
      clearTimeout(timer);
    },
  };
}

/** Never throws: a fault inside becomes a 500 that says nothing about the inside. */
async function serve(
  handle: Handle,
  request: IncomingMessage,
  response: ServerResponse,
  onFault: ServerOptions['onFault'],
): Promise<Answer> {
  try {
    return await handle(seen(request, response));
  } catch (error) {
    if (error instanceof HttpFault) return refusal(error);
    onFault(`${request.method} ${request.url}`, error);
    return json({ error: 'Something went wrong here. Nothing was half done; please try again.' }, 500);
  }
}

function seen(request: IncomingMessage, response: ServerResponse): Request {
  // Only path and query are taken from it; the host is a filler.
  const url = URL.parse(request.url ?? '', 'http://host');
  if (!url) throw new HttpFault(400, 'The address cannot be read.');
  return {
    method: request.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    headers: request.headers,
    port: request.socket.localPort ?? 0,
    body: bodyOf(request),
    raw: { request, response },
  };
}
