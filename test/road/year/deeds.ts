/** What people do at a desk over a year: report, claim, answer, put off, correct, dismiss, swap, go away. */
import { currentDigest } from '#src/core/case/decide-reply.ts';
import { type ExistingCase, isOpen, latestDraft, ownerOf } from '#src/core/case/state.ts';
import { SEVERITIES } from '#src/core/case/vocabulary.ts';
import { plusDays } from '#src/core/day.ts';
import { weekAt } from '#src/core/duty/duty.ts';
import type { Instant } from '#src/core/event.ts';
import { Refused } from '#src/core/refused.ts';
import type { Role } from '#src/core/role.ts';
import { DAY, HOUR, MINUTE, plus } from '#src/core/time.ts';
import type { Dice } from '#test/road/dice.ts';
import { type Office, RESPONDERS } from './office.ts';

type Who = { readonly by: string; readonly roles: readonly Role[]; readonly at: Instant; readonly cause: string };

/** One thing that somebody does. What a rule refuses is no harm: people try, too. */
export async function deed(office: Office, chance: Dice, at: Instant, cause: string): Promise<void> {
  try {
    await pick(office, chance, at, cause);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
  }
}

function pick(office: Office, chance: Dice, at: Instant, cause: string): Promise<unknown> {
  const { desk, idOf } = office;
  const as = (account: string, ...roles: readonly Role[]): Who => ({ by: idOf(account), roles, at, cause });
  const responder = as(chance.one(RESPONDERS) ?? 'wei', 'responder');
  const leader = as(chance.one(['lan', 'leo']) ?? 'lan', 'leader');
  const open = desk.cases.list({ me: leader.by, roles: leader.roles }, ({ status }) =>
    /new|working|review/.test(status),
  );
  const one = chance.one(open)?.id;
  const roll = chance.roll(100);
  const [oldest, ...others] = open;
  if (oldest && others.length > 12) return dismiss(office, oldest.id, at, cause);
  if (one === undefined || roll < 25) return report(office, chance, responder);
  if (roll < 40) return desk.cases.act(one, { type: 'claim' }, responder);
  if (roll < 60) return answer(office, one, cause, at);
  if (roll < 70) return desk.cases.act(one, { type: 'snooze', until: plus(at, 90 * MINUTE), reason: 'later' }, leader);
  if (roll < 78) {
    const value = chance.one(SEVERITIES) ?? 'low';
    return desk.cases.act(one, { type: 'correct', field: 'severity', value, reason: 'read in full' }, leader);
  }
  if (roll < 86) return dismiss(office, one, at, cause);
  if (roll < 90) return desk.cases.act(one, { type: 'release' }, leader);
  if (roll < 96) return assign(office, chance, leader);
  const until = plus(at, chance.roll(5 * DAY));
  return desk.people.change(responder.by, { awayUntil: until }, responder);
}

const report = ({ desk }: Office, chance: Dice, who: Who) =>
  desk.cases.report(
    {
      ...{
        link: `https://example.com/post/${who.cause.replace('/', '-')}`,
        text: 'The tea is cold',
        author: '',
        note: '',
      },
      ...{ hidden: false, follow: false, confidential: false, concerns: [] },
      severity: chance.one(SEVERITIES) ?? 'low',
    },
    who,
  );

/** A holding statement goes the whole way, by whoever has the case; sometimes it stops at the approver. */
async function answer({ desk, idOf }: Office, id: string, cause: string, at: Instant): Promise<void> {
  const state = async () => existing((await desk.cases.records.read(id)).state);
  const owner = ownerOf(await state()) ?? idOf('wei');
  const who = (step: string, by = owner, ...roles: readonly Role[]) => ({
    ...{ by, roles: roles.length > 0 ? roles : (['responder'] as const), at, cause: `${cause}/${step}` },
  });
  const basedOn = latestDraft(await state())?.version ?? 0;
  const text = {
    text: 'We are looking into it.',
    account: 'us',
    template: '',
    media: 'weibo',
    kind: 'holding',
  } as const;
  await desk.cases.act(id, { type: 'draft', basedOn, ...text }, who('draft'));
  await desk.cases.act(id, { type: 'submit', version: basedOn + 1 }, who('submit'));
  if (Number(cause.slice(-1)) < 3) return;
  for (const leader of ['lan', 'leo']) {
    const now = await state();
    if (now.status === 'review')
      await desk.cases.act(id, { type: 'approve', digest: currentDigest(now) }, who(leader, idOf(leader), 'leader'));
  }
  const approved = await state();
  if (approved.status !== 'approved') return;
  const out = { media: 'weibo', account: 'us', link: 'https://weibo.com/us/1', changedText: '' } as const;
  const digest = currentDigest(approved);
  await desk.cases.act(id, { type: 'publish', digest, publishedAt: at, ...out }, who('publish'));
}

async function dismiss({ desk, idOf }: Office, id: string, at: Instant, cause: string): Promise<void> {
  const state = existing((await desk.cases.records.read(id)).state);
  if (!isOpen(state)) return;
  const who = { by: ownerOf(state) ?? idOf('wei'), roles: ['responder'] as const, at, cause };
  if (state.status === 'review') await desk.cases.act(id, { type: 'withdraw' }, { ...who, cause: `${cause}/back` });
  await desk.cases.act(id, { type: 'dismiss', why: 'spam', note: '' }, who);
}

/** Somebody for this week or one of the next. */
function assign({ desk, idOf }: Office, chance: Dice, who: Who): Promise<unknown> {
  const week = plusDays(weekAt(who.at, desk.rules), 7 * chance.roll(3));
  const people = RESPONDERS.filter(() => chance.often(40)).map(idOf);
  return desk.duty.change({ type: 'assign', week, people }, who);
}

function existing(state: ExistingCase | { readonly status: 'none' }): ExistingCase {
  if (state.status === 'none') throw new Error('there is no such case');
  return state;
}

/** Hours between two deeds, on the average. */
export const PACE = 4 * HOUR;
