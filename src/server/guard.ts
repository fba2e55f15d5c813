/** Keeps a service on this computer for this computer, whatever other pages the browser has open. */
import { type Handle, HttpFault, type Request } from './answer.ts';

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

/** Whether a host to listen on is this computer and nobody else. */
export const isLoopback = (host: string): boolean =>
  ['localhost', '::1', '[::1]'].includes(host) || /^127\.\d+\.\d+\.\d+$/.test(host);

/**
 * Lets a request through only when it names this computer (a foreign name that resolves to us is DNS rebinding) and
 * no other site makes it. A request without an Origin comes from no page of another site, or is a plain GET.
 */
export const localOnly =
  (handle: Handle): Handle =>
  (request) => {
    const hosts = LOOPBACK.map((name) => `${name}:${request.port}`);
    if (!hosts.includes(request.headers.host ?? ''))
      throw new HttpFault(403, `This service answers only as http://${hosts[0]}/, not as another host.`);
    if (!ownOrigin(request, hosts)) throw new HttpFault(403, 'Another site may not ask this service for anything.');
    return handle(request);
  };

function ownOrigin({ headers }: Request, hosts: readonly string[]): boolean {
  const { origin } = headers;
  const site = headers['sec-fetch-site'];
  // A link elsewhere may lead here; only what is not a plain visit must come from ourselves.
  const visit = headers['sec-fetch-mode'] === 'navigate';
  if (origin !== undefined)
    return hosts.some((host) => origin === `http://${host}`) && origin === `http://${headers.host}`;
  return site === undefined || site === 'same-origin' || site === 'none' || visit;
}
