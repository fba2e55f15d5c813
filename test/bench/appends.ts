/** Durable appends among many records against the same among few: does one more cost more when there are many? */
import { seal } from '#src/core/chain.ts';
import type { Entry } from '#src/core/event.ts';
import { lengthOf } from '#src/stores/entries.ts';
import { openLowdb } from '#src/stores/lowdb.ts';
import type { Store } from '#src/stores/store.ts';
import { caseId } from './dataset.ts';
import { type Line, ms, percentile, timed, times } from './stats.ts';

const ROUNDS = 2500;
const TEXT = 'They wrote again, and we answered that it is being looked into. '.repeat(45);

type Sample = { readonly began: number[]; readonly wentOn: number[] };

function next(stream: string, before: readonly Entry[], text: string): readonly Entry[] {
  const facts = { number: lengthOf(before), version: 1, at: new Date().toISOString(), by: 'bob', cause: 'bench' };
  return [seal(stream, { type: 'noted', private: { text } }, { ...facts, prev: before.at(-1)?.digest ?? '' })];
}

async function append(store: Store, stream: string, text: string): Promise<number> {
  const before = await store.read(stream);
  const entries = next(stream, before, text);
  const took = await timed(() => store.append(stream, lengthOf(before), entries));
  store.remember(stream, lengthOf(before) + 1, { noted: text.length });
  return took;
}

/** One append here, one there, so that whatever else this machine does falls on both alike. */
export async function appends(
  few: { dir: string; cases: number },
  many: { dir: string; cases: number },
): Promise<Line[]> {
  const samples: [Sample, Sample] = [
    { began: [], wentOn: [] },
    { began: [], wentOn: [] },
  ];
  const stores = [await openLowdb(few.dir), await openLowdb(many.dir)] as const;
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [index, { cases }] of [few, many].entries()) {
      const [store, sample] = [stores[index], samples[index]];
      if (!store || !sample) continue;
      const random = Math.floor(Math.random() * cases);
      sample.wentOn.push(await append(store, `case/${caseId(random)}`, 'One line more.'));
      sample.began.push(await append(store, `bench/${round}`, TEXT));
    }
  for (const store of stores) await store.close();
  return [
    compared('begin a record of 3 kB', samples, 'began'),
    compared('go on with any record', samples, 'wentOn'),
  ].flat();
}

function compared(what: string, [few, many]: readonly [Sample, Sample], which: keyof Sample): Line[] {
  return ([50, 99] as const).map((share): Line => {
    const [less, more] = [few, many].map((sample) => percentile(sample[which], share / 100)) as [number, number];
    return {
      what: `durable append, ${what}, p${share}`,
      figure: `${ms(less)} among 1,000; ${ms(more)} among 100,000`,
      ratio: times(more, less),
      aim: share === 50 ? '≤ 1.3 ×' : '≤ 2 ×',
    };
  });
}
