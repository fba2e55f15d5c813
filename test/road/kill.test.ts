/** Killed ten times in the middle of the road: what was acknowledged is there, what is owed arrives, and nothing happens twice. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { flaw } from '#src/core/chain.ts';
import type { Answered, Asked } from '#src/platforms/console/protocol.ts';
import { isChained } from '#src/stores/entries.ts';
import { inspect } from '#src/stores/inspect.ts';
import { temporary } from '#test/stores/folder.ts';
import { behind, filledIn, type Person, person } from './person.ts';
import { type Running, started, verified } from './process.ts';
import { speech } from './speech.ts';

const KILLS = 10;
const { label, notice, card, status, t } = speech('en');

/** Something that somebody did, with the answer once there is one. The same cause again is the same deed. */
type Deed = { readonly who: Person; readonly does: Asked['does']; readonly cause: string; answer?: Answered };
/** A post on its way: how many steps of the road it has been taken along. */
type Post = { readonly said: string; number: string; steps: number };
type Step = { readonly status: string; readonly does: (number: string) => Promise<Deed> };

let url = '';
const [emma, mei, james, olivia] = ['emma', 'mei', 'james', 'olivia'].map((as) => person(() => url, as)) as [
  Person,
  Person,
  Person,
  Person,
];
const deed = (who: Person, does: Asked['does']): Deed => ({ who, does, cause: randomUUID() });

/** The card that somebody has before them, in the channel or in their direct messages. */
async function seen(who: Person, kind: 'channel' | 'direct', summary: string) {
  const messages = await who.reads();
  const found = messages.find((message) => message.place.kind === kind && message.summary.startsWith(summary));
  if (!found) throw new Error(`${who.account} sees no message "${summary}"`);
  return found.card;
}
const press = (name: string) => async (number: string) =>
  deed(james, behind(await seen(james, 'channel', number), name));
const fill = (name: string, values: { readonly [field: string]: string }) => async (number: string) =>
  deed(james, filledIn(await james.opens(await seen(james, 'channel', number), name), values));

/** From a claimed case to a closed one, each step by the button that is there for it. */
const ROAD: readonly Step[] = [
  { status: status.working, does: press(label.claim) },
  {
    status: status.working,
    does: fill(label.verify, { claim: 'The kettle leaks', verdict: 'true', evidence: 'Order 88123' }),
  },
  {
    status: status.working,
    does: fill(label.draft, { account: '@BrightHome', text: 'We are sorry. Your new kettle leaves our house today.' }),
  },
  { status: status.review, does: press(label.submit) },
  {
    status: status.approved,
    does: async (number) =>
      deed(olivia, behind(await seen(olivia, 'direct', notice.decision.title(number)), label.approve)),
  },
  { status: status.published, does: fill(label.publish, { link: 'https://weibo.com/1234567890/Nreply001' }) },
  { status: status.closed, does: fill(label.close, { team: 'Quality' }) },
];
const EVENTS = [
  'reported',
  'reporterJoined',
  'claimed',
  'factRecorded',
  'drafted',
  'submitted',
  'approved',
  'published',
  'closed',
];

const report = (who: Person, { said }: Post): Deed => {
  const values = { said, severity: 'low', kind: 'complaint' };
  return deed(who, { type: 'submit', form: 'report.new', args: {}, values });
};

/** Sends it, and keeps the answer if one comes; the process may be gone before. */
async function send(one: Deed): Promise<void> {
  one.answer = await one.who.does(one.does, { cause: one.cause });
}

function numberIn({ answer }: Deed): string {
  const [number] = answer?.type === 'done' ? (/RM-\d{4}-\d{4}/.exec(answer.say ?? '') ?? []) : [];
  if (!number) throw new Error(`No number was given: ${JSON.stringify(answer)}`);
  return number;
}

/** One card in the channel, as the case stands; for each reporter one receipt, and one word of the end when it has come. */
async function expectDelivered({ number, steps }: Post): Promise<void> {
  const stands = ROAD[steps - 1]?.status ?? status.new;
  const once = card.summary(number, t.case.category.complaint, t.case.severity.low, stands);
  await expect.poll(async () => heard(await james.reads(), number)).toContain(once);
  const inChannel = (await james.reads()).filter(({ place }) => place.kind === 'channel');
  expect(heard(inChannel, number)).toEqual([once]);
  const zh = speech('zh').notice;
  const receipts = [notice, zh].flatMap(({ received }) => [received.title(number), received.joined(number)]);
  const ends = steps === ROAD.length ? [notice.ended.answered(number), zh.ended.answered(number)] : [];
  for (const who of [emma, mei]) {
    const told = async () =>
      heard(await who.reads(), number).map((line) => (receipts.includes(line) ? 'receipt' : line));
    await expect.poll(told).toEqual(['receipt', ...ends.filter((line) => (who === emma) === (line === ends[0]))]);
  }
}

/** What `npm run verify` looks at, without its process. */
async function expectWhole(dir: string): Promise<void> {
  for await (const one of inspect(dir)) {
    expect(one).not.toHaveProperty('why');
    if ('stream' in one && isChained(one.stream)) expect(flaw(one.entries)).toBeUndefined();
  }
}

const heard = (messages: readonly { readonly summary: string }[], number: string) =>
  messages.map(({ summary }) => summary).filter((summary) => summary.includes(number));

test(`killed ${KILLS} times in the middle of the road, it goes on as if nothing had been`, {
  timeout: 180_000,
}, async () => {
  const dir = temporary();
  const posts: Post[] = [];
  let inFlight: readonly (Deed & { readonly post: Post })[] = [];

  /** Starts it again, settles what was in flight, and looks at what everybody was owed. */
  async function comeBack(): Promise<Running> {
    const desk = started(dir);
    url = await desk.url;
    // Whoever got no answer does it again, as platforms do; one who got an answer does, too.
    const answered = inFlight.find(({ answer }) => answer !== undefined);
    const before = answered?.answer;
    await Promise.all(inFlight.filter((one) => one.answer === undefined || one === answered).map(send));
    expect(answered?.answer).toEqual(before);
    for (const one of inFlight) {
      expect(one.answer?.type).toBe('done');
      if (one.does.type === 'submit' && one.does.form === 'report.new') {
        const number = numberIn(one);
        expect(one.post.number || number).toBe(number);
        one.post.number = number;
      } else one.post.steps += 1;
    }
    await Promise.all(posts.map(expectDelivered));
    expect(desk.complained()).toBe('');
    return desk;
  }

  for (let kill = 0; kill < KILLS; kill += 1) {
    const desk = await comeBack();
    const next = posts.flatMap((post) => {
      const step = ROAD[post.steps];
      return step ? [step.does(post.number).then((one) => ({ ...one, post }))] : [];
    });
    const post = { said: `The kettle leaked on day ${kill + 2}, and nobody answers`, number: '', steps: 0 };
    posts.push(post);
    inFlight = [...(await Promise.all(next)), ...[emma, mei].map((who) => ({ ...report(who, post), post }))];

    // Each time at another moment: after the first answer, after the second …, never after the last.
    const enough = 1 + ((kill * 3) % (inFlight.length - 1));
    const killed = Promise.withResolvers<unknown>();
    const strike = () => killed.resolve(desk.end('SIGKILL'));
    const sent = inFlight.map((one) =>
      send(one).then(
        () => inFlight.filter(({ answer }) => answer !== undefined).length >= enough && strike(),
        () => undefined,
      ),
    );
    await Promise.all([killed.promise, ...sent]);
    await expectWhole(join(dir, 'demo'));
  }

  const desk = await comeBack();
  expect(await desk.end('SIGTERM')).toMatchObject({ status: 0, complained: '' });
  expect(await verified(join(dir, 'demo'))).toMatchObject({ status: 0, said: expect.stringContaining('all whole') });
  const happened: string[][] = [];
  for await (const one of inspect(join(dir, 'demo')))
    if ('stream' in one && one.stream.startsWith('case/')) happened.push(one.entries.map(({ type }) => type));
  const expected = posts.map(({ steps }) => EVENTS.slice(0, steps + 2));
  const inOrder = (all: string[][]) => all.map((types) => types.join(' ')).sort();
  expect(inOrder(happened)).toEqual(inOrder(expected));
  expect(new Set(posts.map(({ number }) => number)).size).toBe(KILLS);
});
