/** Goodword starts, answers and stops as the process it is, under plain Node: what vitest would forgive is caught here. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { started } from '#test/road/process.ts';
import { temporary } from '#test/stores/folder.ts';

const status = async (url: string) => (await fetch(url)).status;

test.each(['SIGTERM', 'SIGINT'] as const)('it answers, and %s stops it cleanly', async (signal) => {
  const desk = started(temporary());
  const url = await desk.url;
  expect([await status(`${url}/healthz`), await status(`${url}/readyz`), await status(url)]).toEqual([200, 200, 200]);
  expect(await desk.end(signal)).toEqual({ status: 0, said: expect.stringContaining(url), complained: '' });
});

test('a tab that is open does not keep it from stopping', async () => {
  const desk = started(temporary());
  const feed = await fetch(`${await desk.url}/console/events?as=emma`);
  const all = feed.text().catch(() => '');
  expect(await desk.end('SIGTERM')).toMatchObject({ status: 0, complained: '' });
  expect(await all).toContain('event: sync');
});

test('what it says on the terminal is where to look, that it is local, and where the data is', async () => {
  const dir = temporary();
  const desk = started(dir);
  await desk.url;
  const { said } = await desk.end('SIGTERM');
  for (const part of ['Open  http://127.0.0.1:', 'local console', '本地控制台', join(dir, 'demo')])
    expect(said).toContain(part);
});

test('a second process on the same data is refused, says by whom, and leaves the first alone', async () => {
  const dir = temporary();
  const first = started(dir);
  const url = await first.url;
  const second = await started(dir).ended;
  expect(second).toMatchObject({ status: 1, said: '' });
  expect(second.complained.trim().split('\n')).toEqual([
    `${join(dir, 'demo')} is in use by process ${first.child.pid}: stop that one first`,
  ]);
  expect(await status(`${url}/healthz`)).toBe(200);
});

test('a port that somebody else has is named in one line, with the remedy, in the language of the terminal', async () => {
  const { port } = new URL(await started(temporary()).url);
  const second = (LC_ALL: string) => started(temporary(), { env: { PORT: port, LC_ALL } }).ended;
  const [en, zh] = await Promise.all([second('en_GB.UTF-8'), second('zh_CN.UTF-8')]);
  const remedy = 'Another process has it: stop that one, or set PORT to a free port.';
  expect([en.status, en.complained]).toEqual([1, `Cannot listen on 127.0.0.1:${port}. ${remedy}\n`]);
  expect(zh.complained).toBe(`无法监听 127.0.0.1:${port}：已被其他进程占用。请停止该进程，或用 PORT 指定空闲端口。\n`);
});

test('a data directory that is a file is named', async () => {
  const dir = temporary();
  writeFileSync(join(dir, 'file'), '');
  const { status, complained } = await started(join(dir, 'file')).ended;
  expect([status, complained.split('\n').length]).toEqual([1, 2]);
  expect(complained).toContain(join(dir, 'file', 'demo'));
});
