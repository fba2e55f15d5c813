/** What the HTTP server does with requests, right ones and wrong ones. */
import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';
import { json, type Line } from '#src/server/answer.ts';
import { BODY_LIMIT, jsonBody } from '#src/server/body.ts';
import { isLoopback, localOnly } from '#src/server/guard.ts';
import type { Routes } from '#src/server/router.ts';
import { webServer } from '#src/server/server.ts';
import { ask, serving } from './ask.ts';

const routes: Routes = {
  'GET /': () => ({ status: 200, body: 'home' }),
  'GET /files/*': ({ path, query }) => json({ path, q: query.get('q') }),
  'POST /echo': async (request) => json(await jsonBody(request)),
  'GET /broken': () => {
    throw new Error('secret of the inside');
  },
  'POST /local': localOnly(async (request) => json(await jsonBody(request))),
};
const JSON_TYPE = { 'content-type': 'application/json' };

test('finds a path, a path under a prefix, and says what is wrong with others', async () => {
  const url = await serving(routes);
  expect(await ask(`${url}/`)).toMatchObject({ status: 200, body: 'home' });
  expect(await ask(`${url}/`, { method: 'HEAD' })).toMatchObject({ status: 200, body: '' });
  expect(await ask(`${url}/files/a/b?q=1`)).toMatchObject({ status: 200, body: '{"path":"/files/a/b","q":"1"}' });
  expect(await ask(`${url}/nowhere`)).toMatchObject({ status: 404, body: '{"error":"There is nothing at /nowhere."}' });
  expect(await ask(`${url}/echo`)).toMatchObject({ status: 405, headers: { allow: 'POST' } });
});

test('every answer carries the safe headers', async () => {
  const url = await serving(routes);
  for (const path of ['/', '/nowhere', '/broken'])
    expect((await ask(url + path)).headers).toMatchObject({
      'content-security-policy': expect.stringContaining("default-src 'none'"),
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
    });
});

describe('a stream', () => {
  const open = (url: string) => `${url}/stream`;
  const talking = (begin: (line: Line) => () => void): Routes => ({
    ...routes,
    'GET /stream': () => ({ status: 200, open: begin }),
  });

  test('that cannot begin ends its own connection and no other', async () => {
    const faults: unknown[] = [];
    const url = await serving(
      talking(() => {
        throw new Error('no card for it');
      }),
      faults,
    );
    await expect(ask(open(url))).rejects.toThrow();
    expect([faults, (await ask(`${url}/`)).status]).toEqual([[new Error('no card for it')], 200]);
  });

  test('of which only the headers are asked is not begun', async () => {
    const url = await serving(
      talking(() => {
        throw new Error('begun');
      }),
    );
    expect(await ask(open(url), { method: 'HEAD' })).toMatchObject({ status: 200, body: '' });
  });

  test('that nobody reads is ended before it fills the memory', async () => {
    const over = Promise.withResolvers<'over'>();
    const url = await serving(
      talking((line) => {
        const telling = setInterval(() => line.write('x'.repeat(1024 * 1024)), 1);
        return () => {
          clearInterval(telling);
          over.resolve('over');
        };
      }),
    );
    const { hostname, port } = new URL(url);
    const deaf = connect(Number(port), hostname);
    deaf.on('error', () => undefined);
    deaf.write(`GET /stream HTTP/1.1\r\nHost: ${hostname}:${port}\r\n\r\n`);
    deaf.pause();
    expect(await over.promise).toBe('over');
    deaf.destroy();
  });
});

describe('a body', () => {
  const echo = async (more: { headers?: Record<string, string>; body?: string }) =>
    ask(`${await serving(routes)}/echo`, { method: 'POST', ...more });

  test('is read as JSON', async () => {
    expect(await echo({ headers: JSON_TYPE, body: '{"a":"好"}' })).toMatchObject({ status: 200, body: '{"a":"好"}' });
  });
  test('that is not JSON is 400, of another type 415', async () => {
    expect(await echo({ headers: JSON_TYPE, body: '{' })).toMatchObject({ status: 400 });
    expect(await echo({ headers: JSON_TYPE })).toMatchObject({ status: 400 });
    expect(await echo({ headers: { 'content-type': 'text/plain' }, body: '{}' })).toMatchObject({ status: 415 });
    expect(await echo({ body: '{}' })).toMatchObject({ status: 415 });
  });
  test('that is too large is 413, announced or not', async () => {
    const body = JSON.stringify('x'.repeat(BODY_LIMIT));
    expect(await echo({ headers: { ...JSON_TYPE, 'content-length': String(body.length) }, body })).toMatchObject({
      status: 413,
      body: `{"error":"The request is larger than ${BODY_LIMIT} bytes."}`,
    });
    expect(await echo({ headers: { ...JSON_TYPE, 'transfer-encoding': 'chunked' }, body })).toMatchObject({
      status: 413,
    });
  });
});

describe('a local route', () => {
  const local = async (headers: Record<string, string>) => {
    const url = await serving(routes);
    const { port } = new URL(url);
    const filled = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, value.replace('PORT', port)]),
    );
    return ask(`${url}/local`, { method: 'POST', headers: { ...JSON_TYPE, ...filled }, body: '1' });
  };

  test.each([
    {},
    { host: 'localhost:PORT', origin: 'http://localhost:PORT' },
    { host: '[::1]:PORT' },
    { origin: 'http://127.0.0.1:PORT', 'sec-fetch-site': 'same-origin' },
  ])('takes %j', async (headers) => {
    expect(await local(headers)).toMatchObject({ status: 200 });
  });
  test.each([
    { host: 'evil.example:PORT' },
    { host: '127.0.0.1' },
    { host: '127.0.0.1:1' },
    { origin: 'https://evil.example' },
    { origin: 'http://localhost:PORT' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ])('refuses %j', async (headers) => {
    const answered = await local(headers);
    expect(answered.status).toBe(403);
    expect(JSON.parse(answered.body)).toEqual({ error: expect.any(String) });
  });
});

test('a fault inside is 500 and says nothing of the inside; the log has it', async () => {
  const faults: unknown[] = [];
  const url = await serving(routes, faults);
  const answered = await ask(`${url}/broken`);
  expect(answered.status).toBe(500);
  expect(answered.body).not.toMatch(/secret|at .*\.ts/);
  expect(faults).toEqual([new Error('secret of the inside')]);
});

test('lives and is ready, or not yet', async () => {
  let ready = false;
  const url = await serving({}, [], () => ready);
  expect(await ask(`${url}/healthz`)).toMatchObject({ status: 200 });
  expect(await ask(`${url}/readyz`)).toMatchObject({ status: 503 });
  ready = true;
  expect(await ask(`${url}/readyz`)).toMatchObject({ status: 200 });
});

test('a port that is taken is named, with the remedy', async () => {
  const url = await serving({});
  const port = Number(new URL(url).port);
  const second = webServer({ host: '127.0.0.1', port, routes: {}, ready: () => true, onFault: () => {} });
  await expect(second.start()).rejects.toThrow(`Cannot listen on 127.0.0.1:${port}. Another process has it`);
});

test('stopping ends open answers and lets what is in flight finish', async () => {
  const begun = Promise.withResolvers<void>();
  const release = Promise.withResolvers<void>();
  const over: string[] = [];
  const slow: Routes = {
    'GET /slow': async () => {
      begun.resolve();
      await release.promise;
      return { status: 200, body: 'done' };
    },
    'GET /stream': () => ({
      status: 200,
      open: (line) => {
        line.write('first\n');
        return () => over.push('closed');
      },
    }),
  };
  const server = webServer({ host: '127.0.0.1', port: 0, routes: slow, ready: () => true, onFault: () => {} });
  await server.start();
  const stream = ask(`${server.url}/stream`);
  const answer = ask(`${server.url}/slow`);
  await begun.promise;
  const stopped = server.stop();
  release.resolve();
  expect(await answer).toMatchObject({ status: 200, body: 'done' });
  await stopped;
  expect(await stream).toMatchObject({ body: 'first\n' });
  expect(over).toEqual(['closed']);
});

test.each([
  ['127.0.0.1', true],
  ['localhost', true],
  ['::1', true],
  ['0.0.0.0', false],
  ['192.168.1.5', false],
  ['127.evil.example', false],
])('%s is this computer alone: %s', (host, expected) => {
  expect(isLoopback(host)).toBe(expected);
});
