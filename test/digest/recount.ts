/** Every figure once more, from the stored entries and by the plainest means: written to be compared with, not to be fast. */
import { opened } from '#src/core/chain.ts';
import type { Entry, Instant } from '#src/core/event.ts';
import type { Period } from '#src/core/figures/period.ts';
import type { Store } from '#src/stores/store.ts';

type Fact = {
  readonly at: Instant;
  readonly by: string;
  readonly type: string;
  readonly said: ReturnType<typeof plain>;
};

/** The fields that the count reads, whatever the event is. */
function plain(entry: Entry) {
  return JSON.parse(JSON.stringify(opened(entry).event));
}

export type Told = { readonly id: string; readonly facts: readonly Fact[] };

/** What happened to each case up to an instant. */
export async function told(store: Store, until: Instant): Promise<readonly Told[]> {
  const all: Told[] = [];
  for await (const stream of store.streams('case/')) {
    const entries = (await store.read(stream)).filter(({ at }) => at <= until);
    const facts = entries.map((entry) => ({ at: entry.at, by: entry.by, type: entry.type, said: plain(entry) }));
    if (facts.length > 0) all.push({ id: stream.slice('case/'.length), facts });
  }
  return all;
}

/** How one case stands after its facts. */
export function stands({ id, facts }: Told) {
  const one = { id, number: '', status: '', owner: '', answered: false, confidential: false, due: '', effectDue: '' };
  const kind = { severity: '', category: '', media: '', cause: '' };
  let concerns: string[] = [];
  let plan: 'none' | 'open' | 'confirmed' = 'none';
  const posts = new Set<string>();
  for (const { type, said, by } of facts) {
    if (type === 'reported') {
      Object.assign(one, { number: said.number, confidential: said.confidential, due: said.due, status: 'new' });
      concerns = said.concerns;
    }
    if (type === 'reported' || type === 'retriaged')
      for (const field of ['severity', 'category', 'media', 'cause'] as const) kind[field] = said.triage[field].value;
    if (type === 'corrected' && said.field in kind) Object.assign(kind, { [said.field]: said.value });
    if (['retriaged', 'corrected', 'reopened'].includes(type)) one.due = said.due;
    if (type === 'reported' || type === 'mentionAdded') posts.add(said.mention.id);
    if (type === 'absorbed') for (const mention of said.private.mentions) posts.add(mention.id);
    if (type === 'confided') {
      Object.assign(one, { number: said.number, confidential: true });
      concerns = [...concerns, ...said.concerns];
      if (isOpen(one.status)) Object.assign(one, { status: 'new', owner: '' });
    }
    if (type === 'claimed') Object.assign(one, { status: 'working', owner: said.owner });
    if (type === 'drafted') Object.assign(one, { status: 'working', owner: one.owner || by });
    if (type === 'submitted' || type === 'lapsed') one.status = 'review';
    if (type === 'rejected' || type === 'withdrawn') one.status = 'working';
    if (type === 'approved' && said.complete) one.status = 'approved';
    if (type === 'planned') plan = 'open';
    if (type === 'planConfirmed') plan = 'confirmed';
    if (type === 'effectMarked') one.effectDue = '';
    if (type === 'published') {
      Object.assign(one, { status: said.final ? 'published' : 'working', answered: true });
      if (said.effectDue) one.effectDue = said.effectDue;
    }
    if (type === 'closed') Object.assign(one, { status: 'closed', owner: one.owner || by });
    if (type === 'dismissed' || type === 'merged') one.status = type;
    if (type === 'reopened') Object.assign(one, { status: one.owner ? 'working' : 'new', answered: false });
  }
  return { ...one, ...kind, concerns, plan, posts: posts.size, open: isOpen(one.status), openedAt: facts[0]?.at ?? '' };
}

const isOpen = (status: string): boolean => ['new', 'working', 'review', 'approved', 'published'].includes(status);

/** The counts of a period; `cases` are those that the reader may know of. */
export function happenedIn(cases: readonly Told[], { from, to }: Period) {
  const whole = cases.filter((one) => stands(one).status !== 'merged');
  const within = ({ at }: { readonly at: string }) => at >= from && at < to;
  const fresh = whole.map(stands).filter(({ openedAt }) => within({ at: openedAt }));
  const facts = (type: string) =>
    whole.flatMap((one) => one.facts.filter((fact) => fact.type === type && within(fact)));
  const last = (type: string) =>
    whole.flatMap((one) => one.facts.filter((fact) => fact.type === type && within(fact)).slice(-1));
  const waits = whole.flatMap((one) => answersOf(one.facts).map((answer) => ({ ...answer, ...stands(one) })));
  const answered = waits.filter((wait) => wait.answer !== undefined && within({ at: wait.answer.at }));
  const missed = waits.filter((wait) => wait.missedAt !== undefined && within({ at: wait.missedAt }));
  const kept = answered.filter((wait) => !wait.answer?.said.late);
  const severities = [...new Set([...answered, ...missed].map(({ severity }) => severity))];
  const minutes = (some: typeof answered) => spread(some.map((wait) => wait.minutes));
  const of = (some: typeof answered, severity: string) => some.filter((wait) => wait.severity === severity);
  const each = <T>(make: (severity: string) => T) => Object.fromEntries(severities.map((one) => [one, make(one)]));
  return {
    opened: fresh.length,
    posts: fresh.reduce((sum, { posts }) => sum + posts, 0),
    media: count(fresh.map(({ media }) => media)),
    category: count(fresh.map(({ category }) => category)),
    cause: count(fresh.map(({ cause }) => cause)),
    severity: count(fresh.map(({ severity }) => severity)),
    approved: facts('approved').filter(({ said }) => said.complete).length,
    rejected: facts('rejected').length,
    published: count(
      whole.flatMap((one) =>
        kindsPublished(
          one.facts.filter((fact) => fact.at < to),
          within,
        ),
      ),
    ),
    closed: last('closed').length,
    dismissed: count(last('dismissed').map(({ said }) => said.why)),
    reopened: facts('reopened').length,
    waits: minutes(answered),
    waitsBySeverity: each((severity) => minutes(of(answered, severity))),
    level: { kept: kept.length, missed: missed.length },
    levelBySeverity: each((severity) => ({ kept: of(kept, severity).length, missed: of(missed, severity).length })),
    effects: count(facts('effectMarked').map(({ said }) => said.effect)),
    rootCauses: count(last('closed').map(({ said }) => said.rootCause)),
    teams: count(
      last('closed')
        .map(({ said }) => said.private.team)
        .filter((team) => team !== ''),
    ),
    lessons: whole
      .filter((one) => one.facts.filter((f) => f.type === 'closed' && within(f)).at(-1)?.said.private.lesson)
      .map((one) => stands(one).id)
      .sort(),
  };
}

/** How the desk stands; in the words of the figures. */
export function standsAt(cases: readonly Told[], at: Instant) {
  const open = cases.map(stands).filter((one) => one.open);
  const stage = { new: 'claim', working: 'work', review: 'decide', approved: 'publish' };
  return {
    at,
    open: open.length,
    severity: count(open.map(({ severity }) => severity)),
    overdue: overdueAt(cases, at).length,
    stages: count(
      open.map(({ status, effectDue }) =>
        status in stage ? stage[status as keyof typeof stage] : effectDue ? 'effect' : 'close',
      ),
    ),
    plans: open.filter(({ plan }) => plan === 'open').length,
    reviews: open.filter(({ effectDue }) => effectDue && effectDue <= at).length,
    holders: count(open.flatMap(({ status, owner }) => (status === 'new' ? [] : [owner]))),
  };
}

const RANK = ['critical', 'high', 'medium', 'low'];

/** Numbers of the overdue cases, in the order of a digest. */
export const overdueAt = (cases: readonly Told[], at: Instant): readonly string[] =>
  cases
    .map(stands)
    .filter((one) => one.open && !one.answered && one.due <= at)
    .map((one) => `${RANK.indexOf(one.severity)} ${one.due} ${one.number}`)
    .sort()
    .map((line) => line.split(' ')[2] ?? '');

/** One for the report and one for each time the case was opened again. */
function answersOf(facts: readonly Fact[]) {
  const starts = facts.flatMap(({ type }, index) => (type === 'reported' || type === 'reopened' ? [index] : []));
  return starts.map((start, index) => {
    const part = facts.slice(start, starts[index + 1] ?? facts.length);
    const answer = part.find(({ type }) => type === 'published');
    const before = answer ? part.slice(0, part.indexOf(answer)) : part;
    const due = before.findLast(({ type }) => ['reported', 'reopened', 'retriaged', 'corrected'].includes(type))?.said
      .due;
    const fell = before.find(({ type, said }) => type === 'fellDue' && said.key === `answer/${due}`);
    const took = answer ? Date.parse(answer.said.publishedAt) - Date.parse(part[0]?.at ?? '') : 0;
    const late = answer ? answer.said.late : fell !== undefined;
    return { answer, minutes: Math.round(took / 60_000), missedAt: late ? (fell ?? answer)?.at : undefined };
  });
}

function kindsPublished(facts: readonly Fact[], within: (fact: Fact) => boolean): readonly string[] {
  const kinds: string[] = [];
  const drafts: { [version: number]: string } = {};
  let kind = '';
  for (const fact of facts) {
    if (fact.type === 'drafted') drafts[fact.said.version] = fact.said.kind;
    if (fact.type === 'submitted') kind = drafts[fact.said.version] ?? '';
    if (fact.type === 'published' && within(fact)) kinds.push(kind);
  }
  return kinds;
}

function count(names: readonly string[]): { readonly [name: string]: number } {
  const entries = [...new Set(names)].map((name) => [name, names.filter((other) => other === name).length] as const);
  return Object.fromEntries(entries);
}

/** Median and 90th percentile by counting how many are no greater. */
function spread(minutes: readonly number[]) {
  const reaching = (share: number) =>
    [...minutes]
      .sort((a, b) => a - b)
      .find((one) => minutes.filter((other) => other <= one).length >= share * minutes.length);
  const [median, p90] = [reaching(0.5), reaching(0.9)];
  return minutes.length === 0 ? { count: 0 } : { count: minutes.length, median, p90 };
}
