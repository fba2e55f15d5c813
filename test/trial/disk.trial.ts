/** A disk that fills up, turns read-only, loses files or is another process's: people are told, and nothing is half done. */
import { closeSync, mkdirSync, openSync, readdirSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inspect } from '#src/stores/inspect.ts';
import { streamPath } from '#src/stores/paths.ts';
import { person } from '#test/road/person.ts';
import { examined, started, verified } from '#test/road/process.ts';
import { speech } from '#test/road/speech.ts';
import { temporary } from '#test/stores/folder.ts';
import { found } from './found.ts';
import { cannotMount, mounted, system } from './mounted.ts';

const { t } = speech('en');
const why = cannotMount('tmpfs');
if (why !== undefined) found('disk', 'full and read-only disks', `SKIPPED: no tmpfs can be mounted here (${why})`);

/** Any sentence of a catalogue that quotes a fault's number. */
const quoting = (sentence: (id: string) => string) =>
  new RegExp(
    sentence('ID')
      .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      .replace('ID', 'E-\\w+'),
  );

const small = () => mounted(join(temporary(), 'disk'), '-t', 'tmpfs', '-o', 'size=2m', 'tmpfs');

async function desk(dir: string) {
  const running = started(dir);
  const url = await running.url;
  const emma = person(() => url, 'emma');
  const report = async (post: number) =>
    JSON.stringify(await emma.types(`report https://weibo.com/1/P${post} it leaks`));
  const alive = async () => (await fetch(`${url}/healthz`)).status === 200;
  return { running, url, emma, report, alive };
}

/** The cases in a directory, by how many entries each has. */
async function cases(dir: string): Promise<readonly number[]> {
  const lengths: number[] = [];
  for await (const seen of inspect(dir))
    if ('stream' in seen && seen.stream.startsWith('case/')) lengths.push(seen.entries.length);
  return lengths;
}

/** Takes what is left, to the last block, though the desk may be writing meanwhile. */
function fill(dir: string): () => void {
  const path = join(dir, 'filler');
  const file = openSync(path, 'w');
  try {
    for (;;) writeSync(file, Buffer.alloc(4096));
  } catch (error) {
    expect(error).toMatchObject({ code: 'ENOSPC' });
  } finally {
    closeSync(file);
  }
  return () => rmSync(path);
}

describe.skipIf(why !== undefined)('a disk', () => {
  test('that is full is said to be, keeps what was acknowledged, and works again once there is space', async () => {
    const dir = small();
    const { running, report, alive } = await desk(dir);
    expect(await report(0)).toContain('RM-');
    const empty = fill(dir);
    const answers = await Promise.all([1, 2, 3, 4, 5].map(report));
    for (const answer of answers) expect(answer).toMatch(quoting(t.bot.storeFull));
    expect(await alive()).toBe(true);
    expect(await examined(dir)).toMatchObject({ status: 1, said: expect.stringContaining('is full') });
    expect(await verified(join(dir, 'demo'))).toMatchObject({ status: 0 });
    expect(await cases(join(dir, 'demo'))).toHaveLength(1);
    empty();
    for (const post of [1, 2, 3]) expect(await report(post)).toContain('RM-');
    expect(await cases(join(dir, 'demo'))).toHaveLength(4);
    expect(await running.end('SIGTERM')).toMatchObject({ status: 0 });
    found('disk', 'full (ENOSPC) under 5 reports, then freed', 'each told so; 1 case before, 4 after; doctor names it');
  });

  test('that fills up bit by bit refuses from some report on, whole reports only', async () => {
    const dir = small();
    const { running, report, alive } = await desk(dir);
    let taken = 0;
    for (let post = 0; post < 500; post += 1) {
      const answer = await report(post);
      if (!answer.includes('RM-')) {
        expect(answer).toMatch(quoting(t.bot.storeFull));
        break;
      }
      taken += 1;
    }
    expect([taken > 20, await alive()]).toEqual([true, true]);
    await running.end('SIGKILL');
    expect((await cases(join(dir, 'demo'))).length).toBe(taken);
    expect(await verified(join(dir, 'demo'))).toMatchObject({ status: 0 });
    const again = await desk(dir);
    expect(await again.alive()).toBe(true);
    found('disk', 'filled by reports until refused, killed, started while full', `${taken} taken, ${taken} there`);
  });

  test('that turns read-only is said to be, and works again when it is writable', async () => {
    const disk = small();
    const [dir, aside] = [join(disk, 'data'), join(disk, 'aside')];
    for (const folder of [dir, aside]) mkdirSync(folder);
    const { running, report, alive } = await desk(dir);
    expect(await report(0)).toContain('RM-');
    // A read-only mount on top of the other: what is open stays open, as when the kernel gives up on a bad disk.
    system('mount', '--bind', '-o', 'ro', dir, aside);
    system('mount', '--move', aside, dir);
    expect(await report(1)).toMatch(quoting(t.bot.storeReadonly));
    expect(await alive()).toBe(true);
    expect(await examined(dir)).toMatchObject({ status: 1, said: expect.stringContaining('mounted read-only') });
    const second = await started(dir).ended;
    expect([second.status, second.complained.trim().split('\n').length]).toEqual([1, 1]);
    system('umount', '--lazy', dir);
    expect(await report(1)).toContain('RM-');
    expect(await running.end('SIGTERM')).toMatchObject({ status: 0 });
    found('disk', 'remounted read-only and back', 'told so; alive; doctor names it; goes on');
  });
});

test('files that were damaged or taken away are named, and nobody else’s work stops', async () => {
  const dir = temporary();
  const first = await desk(dir);
  for (const post of [0, 1, 2]) await first.report(post);
  await first.running.end('SIGTERM');
  const home = join(dir, 'demo');
  const streams: string[] = [];
  for await (const seen of inspect(home))
    if ('stream' in seen && seen.stream.startsWith('case/')) streams.push(seen.stream);
  const [one = '', two = ''] = streams;
  writeFileSync(join(home, streamPath(one)), '{"stream":"case');
  rmSync(join(home, streamPath(two)));
  const second = await desk(dir);
  expect(second.running.complained()).toContain('is damaged and was moved to damaged/');
  const { said, status } = await examined(dir);
  expect([status, said.includes('was damaged and is now'), said.includes(`${two} is gone`)]).toEqual([1, true, true]);
  expect(await second.report(3)).toContain('RM-');
  const again = await Promise.all([0, 1, 2].map(second.report));
  expect(again.filter((answer) => answer.includes('RM-'))).toHaveLength(2);
  expect(again.filter((answer) => quoting(t.bot.fault).test(answer))).toHaveLength(1);
  expect(await second.alive()).toBe(true);
  expect(readdirSync(join(home, 'damaged'))).toHaveLength(1);
  found('disk', 'one case file damaged, one deleted', 'set aside, named by log and doctor; new reports go on');
});

test('a second process is refused in a sentence, ten times over, and the first never notices', async () => {
  const dir = temporary();
  const first = await desk(dir);
  const others = await Promise.all(Array.from({ length: 10 }, () => started(dir).ended));
  for (const { status, complained } of others)
    expect([status, complained]).toEqual([1, expect.stringContaining(`process ${first.running.child.pid}`)]);
  expect(await first.report(0)).toContain('RM-');
  expect(await examined(dir)).toMatchObject({ status: 0 });
  found('disk', 'ten more processes on the same directory at once', 'each refused by name; the first works on');
});
