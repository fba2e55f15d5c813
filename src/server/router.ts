/** Finds the route of a request: an exact path, or everything under one that ends in `/*`. */
import { type Answer, type Handle, HttpFault, type Request } from './answer.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
/** `'GET /healthz'` is that path; `'GET /files/*'` is everything under it. */
export type Routes = { readonly [route: `${Method} /${string}`]: Handle };

/** One handler out of many routes. An unknown path is 404, a known one with another method 405. */
export function router(routes: Routes): Handle {
  const exact = new Map<string, Handle>();
  const under: { method: string; prefix: string; handle: Handle }[] = [];
  for (const [route, handle] of Object.entries(routes)) {
    if (!route.endsWith('/*')) exact.set(route, handle);
    else
      under.push({
        method: route.slice(0, route.indexOf(' ')),
        prefix: route.slice(route.indexOf(' ') + 1, -1),
        handle,
      });
  }
  const methods = (path: string) => [
    ...[...exact.keys()]
      .filter((route) => route.endsWith(` ${path}`))
      .map((route) => route.slice(0, route.indexOf(' '))),
    ...under.filter(({ prefix }) => path.startsWith(prefix)).map(({ method }) => method),
  ];
  return (request: Request): Answer | Promise<Answer> => {
    const { path } = request;
    // HEAD is GET whose body the server leaves out.
    const method = request.method === 'HEAD' ? 'GET' : request.method;
    const handle =
      exact.get(`${method} ${path}`) ??
      under.find((one) => one.method === method && path.startsWith(one.prefix))?.handle;
    if (handle) return handle(request);
    const allowed = methods(path);
    if (allowed.length > 0) throw new HttpFault(405, `${path} does not take ${method}.`, { allow: allowed.join(', ') });
    throw new HttpFault(404, `There is nothing at ${path}.`);
  };
}
