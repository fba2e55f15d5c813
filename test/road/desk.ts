/** A desk for the tests of a file: the real process, its people, and a case taken along the road as far as a test needs. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { AdaptiveCard } from '#src/view/adaptive/types.ts';
import { type Person, person } from './person.ts';
import { launch, type Running } from './process.ts';
import { actionsIn } from './reading.ts';
import { speech } from './speech.ts';

/** The channel of this desk speaks English. */
const { status, label, notice } = speech('en');

/** After every test the process must be alive, and must not have met a fault. */
export function openDesk() {
  const dir = mkdtempSync(join(tmpdir(), 'goodword-'));
  let desk: Running | undefined;
  let url = '';
  const people = new Map<string, Person>();
  beforeAll(async () => {
    desk = launch(dir);
    url = await desk.url;
  });
  afterEach(async () => {
    expect([(await fetch(`${url}/healthz`)).status, desk?.complained()]).toEqual([200, '']);
  });
  afterAll(async () => {
    await desk?.end('SIGKILL');
    rmSync(dir, { recursive: true, force: true });
  });
  return {
    url: () => url,
    person(account: string): Person {
      const known = people.get(account) ?? person(() => url, account);
      people.set(account, known);
      return known;
    },
  };
}
export type Desk = ReturnType<typeof openDesk>;

/** Reports a post; the number it was given. */
export async function reported(who: Person, values: { readonly [field: string]: string | boolean }): Promise<string> {
  const answer = await who.sends(await who.form('report.new'), values);
  const [number] = /(?:RM|C)-[0-9A-Z]+(?:-\d+)?/.exec(answer.type === 'done' ? (answer.say ?? '') : '') ?? [];
  if (!number) throw new Error(`It was not taken: ${JSON.stringify(answer)}`);
  return number;
}

/** The card whose summary begins so and says that, once it has come; in whichever place this person reads it. */
export async function cardOf(who: Person, begins: string, says = ''): Promise<AdaptiveCard> {
  const find = async () =>
    (await who.reads()).findLast(({ summary }) => summary.startsWith(begins) && summary.includes(says))?.card;
  await expect.poll(find).toBeDefined();
  const card = await find();
  if (!card) throw new Error(`There is no card ${begins} any more.`);
  return card;
}

const TEXT = 'We are sorry. Your new kettle leaves our house today.';
/** How far along the road; each has all before it. */
export type Stage = 'claimed' | 'verified' | 'drafted' | 'submitted' | 'approved' | 'published' | 'closed';
const STAGES: readonly Stage[] = ['claimed', 'verified', 'drafted', 'submitted', 'approved', 'published', 'closed'];

type Way = { readonly by?: string; readonly text?: string; readonly from?: Stage };

/** Takes a low case along the road to a stage, by the buttons of its cards; from its report, or from where it is. */
export async function taken(desk: Desk, number: string, to: Stage, way: Way = {}): Promise<AdaptiveCard> {
  const { by = 'james', text = TEXT, from } = way;
  const [responder, olivia] = [desk.person(by), desk.person('olivia')];
  const card = (says: string) => cardOf(responder, number, says);
  const fill = async (says: string, name: string, values: { readonly [field: string]: string }) =>
    responder.sends(await responder.opens(await card(says), name), values);
  const steps: { readonly [S in Stage]: () => Promise<unknown> } = {
    claimed: async () => responder.presses(await card(status.new), label.claim),
    verified: () => fill(status.working, label.verify, { claim: 'It leaks', verdict: 'true', evidence: 'Order 8' }),
    drafted: async () => {
      await fill(status.working, label.draft, { account: '@BrightHome', text });
      await expect
        .poll(async () => actionsIn(await card(status.working)).map(({ title }) => title))
        .toContain(label.submit);
    },
    submitted: async () => responder.presses(await card(status.working), label.submit),
    approved: async () => olivia.presses(await cardOf(olivia, notice.decision.title(number)), label.approve),
    published: () => fill(status.approved, label.publish, { link: 'https://weibo.com/1234567890/Nreply001' }),
    closed: () => fill(status.published, label.close, { team: 'Quality' }),
  };
  const start = from === undefined ? 0 : STAGES.indexOf(from) + 1;
  for (const stage of STAGES.slice(start, STAGES.indexOf(to) + 1)) await steps[stage]();
  return card(STANDS[to]);
}

const STANDS: { readonly [S in Stage]: string } = {
  claimed: status.working,
  verified: status.working,
  drafted: status.working,
  submitted: status.review,
  approved: status.approved,
  published: status.published,
  closed: status.closed,
};
