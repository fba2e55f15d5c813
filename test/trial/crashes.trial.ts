/** The real process killed two hundred times, and its power cut fifteen times, while four people use it. */
import { copyFileSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { type Running, started, verified } from '#test/road/process.ts';
import { temporary } from '#test/stores/folder.ts';
import { type Audit, audit } from './audit.ts';
import { found } from './found.ts';
import { type Load, load } from './load.ts';
import { cannotMount, image, mounted, system } from './mounted.ts';

const KILLS = Number(process.env['TRIAL_RUNS'] ?? 200);
const CUTS = Math.min(KILLS, 15);
const why = cannotMount('loop');
if (why !== undefined) found('crashes', 'power cuts', `SKIPPED: no file system can be mounted here (${why})`);

/** Waits until nothing is owed any more, and says what was wrong then. */
async function atRest(dir: string, work: Load): Promise<Audit> {
  const until = Date.now() + 60_000;
  for (;;) {
    const now = await audit(dir, work.deeds, true);
    if (now.owed.length === 0 || Date.now() > until) return now;
    await after(50);
  }
}

/** Starts it again, does again what was not answered, and looks at everything. */
async function comesBack(dir: string, work: Load, at: (url: string) => void): Promise<Running> {
  const desk = started(dir);
  at(await desk.url);
  await work.again();
  const { wrong, owed } = await atRest(join(dir, 'demo'), work);
  expect({ wrong, owed, complained: desk.complained() }).toEqual({ wrong: [], owed: [], complained: '' });
  return desk;
}

test(`killed ${KILLS} times at random moments, it has lost nothing, torn nothing and said nothing twice`, async () => {
  const dir = temporary();
  let url = '';
  const work = load(() => url);
  let starting = 0;
  for (let round = 0, kills = 0; kills < KILLS; round += 1) {
    // One in eight does not even live to see its start.
    if (round % 8 === 7) {
      const early = started(dir);
      const ready = early.url.then(() => true).catch(() => false);
      await after(Math.random() * 1200);
      if (!(await Promise.race([ready, Promise.resolve(false)]))) starting += 1;
      await early.end('SIGKILL');
      kills += 1;
    } else {
      const desk = await comesBack(dir, work, (now) => {
        url = now;
      });
      const stop = work.begin();
      await after(Math.random() * 500);
      // Now and then it may end in peace and write its notes, so that the next ones find them stale.
      const peace = round % 5 === 4;
      await desk.end(peace ? 'SIGTERM' : 'SIGKILL');
      if (!peace) kills += 1;
      await stop();
    }
    const { wrong } = await audit(join(dir, 'demo'), work.deeds, false);
    expect(wrong).toEqual([]);
  }
  const last = await comesBack(dir, work, (now) => {
    url = now;
  });
  expect(await last.end('SIGTERM')).toMatchObject({ status: 0 });
  expect(await verified(join(dir, 'demo'))).toMatchObject({ status: 0 });
  const { cases } = await audit(join(dir, 'demo'), work.deeds, true);
  const what = `${KILLS} × SIGKILL under load, ${starting} of them while it started`;
  found('crashes', what, `${work.deeds.length} deeds, ${cases} cases: all there, all whole, none twice`);
});

describe.skipIf(why !== undefined)('a power cut', () => {
  /** A mounted file system; `cut` is what its disk holds at this instant, mounted elsewhere. */
  function powered() {
    const folder = temporary();
    const disk = image(join(folder, 'disk'), '192M');
    const dir = mounted(join(folder, 'here'), '-o', 'loop', disk);
    let cuts = 0;
    const cut = (): string => {
      cuts += 1;
      const copy = join(folder, `cut-${cuts}`);
      copyFileSync(disk, `${copy}.img`);
      return mounted(copy, '-o', 'loop', `${copy}.img`);
    };
    return { dir, cut };
  }

  test(`${CUTS} times under load loses nothing that was answered`, async () => {
    let deeds = 0;
    let cases = 0;
    for (let round = 0; round < CUTS; round += 1) {
      const { dir, cut } = powered();
      let url = '';
      const work = load(() => url);
      // It has notes from before, which what happens now makes stale.
      const before = started(dir);
      url = await before.url;
      const begun = work.begin();
      await after(300);
      await before.end('SIGTERM');
      await begun();
      const desk = started(dir);
      url = await desk.url;
      const stop = work.begin();
      await after(200 + Math.random() * 1200);
      // It stands still while its disk is copied, as if the copy took no time; what was in flight stays half done.
      desk.child.kill('SIGSTOP');
      const answered = work.deeds.filter(({ answer }) => answer !== undefined).map((deed) => ({ ...deed }));
      const elsewhere = cut();
      await desk.end('SIGKILL');
      await stop();
      const { wrong } = await audit(join(elsewhere, 'demo'), answered, false);
      expect(wrong).toEqual([]);
      const again = await comesBack(elsewhere, work, (now) => {
        url = now;
      });
      expect(await again.end('SIGTERM')).toMatchObject({ status: 0 });
      expect(await verified(join(elsewhere, 'demo'))).toMatchObject({ status: 0 });
      deeds += answered.length;
      cases += (await audit(join(elsewhere, 'demo'), work.deeds, true)).cases;
    }
    found(
      'crashes',
      `${CUTS} × power cut under load (ext4)`,
      `${deeds} deeds answered before, ${cases} cases: none lost`,
    );
  });

  test('would show what a program loses that does not sync', async () => {
    const { dir, cut } = powered();
    const folder = join(dir, 'files');
    mkdirSync(folder);
    system('sync', '-f', dir);
    const content = (index: number) => `${index} `.repeat(500);
    const written = Array.from({ length: 100 }, (_, index) => join('files', String(index)));
    for (const [index, name] of written.entries()) {
      writeFileSync(join(folder, 'new'), content(index));
      renameSync(join(folder, 'new'), join(dir, name));
    }
    const elsewhere = cut();
    const lost = written.filter((name, index) => read(join(elsewhere, name)) !== content(index)).length;
    expect(lost).toBeGreaterThan(0);
    found('crashes', 'the same cut on files renamed but not synced', `${lost} of 100 lost: the cut is real`);
  });
});

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
