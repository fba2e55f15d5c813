/** From a report to its answer, and to its card and receipt in the chat, among few records and among many. */
import type { Opened } from './house.ts';
import { type Line, ms, percentile, times } from './stats.ts';

const ROUNDS = 250;

type Sample = { readonly answer: number[]; readonly card: number[] };

async function submit({ house }: Opened, post: number, sample: Sample): Promise<void> {
  const from = performance.now();
  const reply = await house.receive({
    cause: `submit ${post}`,
    platform: 'slack',
    account: 'U1',
    profile: { name: 'Emma', locale: 'en' },
    at: new Date().toISOString(),
    does: { type: 'command', name: 'report', text: `https://weibo.com/9/B${post} the kettle leaks` },
  });
  if (reply.type !== 'done') throw new Error(`not taken: ${JSON.stringify(reply)}`);
  sample.answer.push(performance.now() - from);
  await house.outbox.idle();
  sample.card.push(performance.now() - from);
}

export async function submits(few: Opened, many: Opened): Promise<Line[]> {
  const samples = [few, many].map((opened) => ({ opened, sample: { answer: [], card: [] } as Sample }));
  for (let post = 0; post < ROUNDS; post += 1)
    for (const { opened, sample } of samples) await submit(opened, post, sample);
  const [less, more] = samples.map(({ sample }) => sample);
  const line = (what: string, which: keyof Sample, share: number): Line => {
    const [a, b] = [percentile(less?.[which] ?? [], share / 100), percentile(more?.[which] ?? [], share / 100)];
    return { what: `${what}, p${share}`, figure: `${ms(a)} among 1,000; ${ms(b)} among 100,000`, ratio: times(b, a) };
  };
  return [
    ...[50, 99].map((share) => line('report to answer', 'answer', share)),
    ...[50, 99].map((share) => line('report to card and receipt delivered', 'card', share)),
  ];
}
