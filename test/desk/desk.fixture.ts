/** A whole desk in memory, and people who talk to it through the bot. */
import { createBot } from '#src/bot.ts';
import { libraryOf } from '#src/content/library.ts';
import { caseDecider } from '#src/core/case/decide.ts';
import { checks as checksDecider } from '#src/core/checks/checks.ts';
import { digest } from '#src/core/digest/digest.ts';
import { duty } from '#src/core/duty/duty.ts';
import { DESK } from '#src/core/event.ts';
import { inquiry } from '#src/core/inquiry/inquiry.ts';
import { nudges } from '#src/core/nudges/nudges.ts';
import { person } from '#src/core/person/person.ts';
import type { Role } from '#src/core/role.ts';
import { settings } from '#src/core/settings/settings.ts';
import { subscription } from '#src/core/subscription/subscription.ts';
import type { Person } from '#src/core/team.ts';
import { Cases } from '#src/desk/cases.ts';
import { CheckCount } from '#src/desk/checks.ts';
import { Claims } from '#src/desk/claims.ts';
import type { Desk } from '#src/desk/desk.ts';
import { DeskSettings } from '#src/desk/desk-settings.ts';
import { Digests } from '#src/desk/digest/digests.ts';
import { Roster } from '#src/desk/duty.ts';
import { GoodNewsBoard } from '#src/desk/good-news/board.ts';
import { Inquiries } from '#src/desk/inquiries.ts';
import { Obstacles } from '#src/desk/obstacle/obstacles.ts';
import { People } from '#src/desk/people.ts';
import { Records } from '#src/desk/records.ts';
import { ReminderPosts } from '#src/desk/reminders/posts.ts';
import { Reports } from '#src/desk/report/reports.ts';
import { Signing } from '#src/desk/signing/signing.ts';
import { Training } from '#src/desk/training/training.ts';
import { Warnings } from '#src/desk/warning/warnings.ts';
import type { Handler } from '#src/handler.ts';
import type { Interaction, PlatformName, Profile, RawValues, Reply } from '#src/platforms/platform.ts';
import { openPress } from '#src/press/press.ts';
import type { Store } from '#src/stores/store.ts';
import type { Args, Block, Card } from '#src/view/card.ts';
import { spans, type Text } from '#src/view/span.ts';
import { rules } from '#test/core/rules.fixture.ts';
import { START } from '#test/given.ts';
import { memoryStore } from '#test/stores/memory.ts';

/** `now` is what the digests are dated by; everything else is told the time. */
export async function deskOf(store: Store = memoryStore(), now = () => START): Promise<Desk> {
  const options = { rules: () => rules, onFault };
  const claims = new Claims(store, options);
  const people = new People(new Records(store, person, options), claims);
  const cases = new Cases(new Records(store, caseDecider, options), claims, rules);
  const since = () => START;
  const warnings = new Warnings(store, { ...options, cases: cases.records, since, now: since });
  const inquiries = new Inquiries(new Records(store, inquiry, options), {
    ...{ answer: undefined, onFault, now: () => START },
  });
  const checks = new CheckCount(new Records(store, checksDecider, options), rules.timeZone);
  const library = libraryOf({ policies: [], synonyms: [], blanks: {} });
  const press = openPress();
  const later = { now, wait: async () => undefined, random: () => 0.5, desk: () => whole };
  const reports = new Reports(store, { ...options, ...later, draw: press.draw });
  const desk = {
    warnings,
    reports,
    press,
    rules,
    policies: [],
    library,
    templates: [],
    questions: [],
    people,
    cases,
    checks,
    inquiries,
  };
  const set = new DeskSettings(new Records(store, settings, options), people);
  const signing = new Signing(store, { ...options, people, settings: set, now: () => START });
  const training = new Training(store, {
    ...{ ...options, questions: [], policies: [], people, now: () => START },
    reach: (id) => signing.reach(id),
    unsigned: () => 0,
    since: () => START,
    onSigned: () => undefined,
  });
  const roster = new Roster(new Records(store, duty, options));
  const listed = { duty: roster, nudges: new Records(store, nudges, { ...options, idempotent: true }) };
  const goodNews = new GoodNewsBoard(store, { ...options, files: [], now: () => START });
  const reminderPosts = new ReminderPosts(store, { ...options, items: [], settings: set, now: () => START });
  const watching = { people, settings: set, now: () => START, recheck: () => undefined };
  const all = {
    ...desk,
    obstacles: new Obstacles(store, { ...options, ...watching }),
    ...listed,
    settings: set,
    signing,
    reminderPosts,
    goodNews,
    training,
    keep: (bytes: Uint8Array) => store.put(bytes),
  };
  const records = { records: new Records(store, subscription, options), issued: new Records(store, digest, options) };
  const digests: Digests = new Digests({
    ...{ ...records, people, rules, onFault, now, wait: async () => undefined, random: () => 0.5 },
    ...{ sections: [], desk: () => whole },
  });
  await Promise.all([people.start(), cases.start(), all.settings.start()]);
  const whole: Desk = { ...all, digests };
  return whole;
}

function onFault(what: string, error: unknown): never {
  throw new Error(what, { cause: error });
}

/** What somebody can do to the bot, and the one answer to it. */
export type Talker = {
  readonly types: (text: string, more?: Partial<Interaction>) => Promise<Reply>;
  readonly says: (text: string) => Promise<Reply>;
  readonly clicks: (action: string, args?: Args) => Promise<Reply>;
  readonly opens: (form: string, args?: Args) => Promise<Reply>;
  readonly submits: (form: string, values: RawValues, args?: Args) => Promise<Reply>;
  readonly goesHome: () => Promise<Reply>;
};

type Logged = { readonly what: string; readonly facts: { readonly [fact: string]: unknown } };

/** A bot over a desk in memory, some of it perhaps another's. `as` is somebody on a platform; `log` is what it logged. */
export async function talk(handlers: readonly Handler[], store?: Store, more: Partial<Desk> = {}) {
  const desk = { ...(await deskOf(store)), ...more };
  const log: Logged[] = [];
  const bot = createBot({ handlers, desk, log: (what, facts) => log.push({ what, facts }), now: () => START });
  let count = 0;
  const as = (account: string, profile?: Profile, platform: PlatformName = 'console'): Talker => {
    const does = (what: Interaction['does'], more: Partial<Interaction> = {}) => {
      count += 1;
      const who = { platform, account, ...(profile && { profile }) };
      return bot({ cause: `cause-${count}`, ...who, at: START, does: what, ...more });
    };
    return {
      types: (text, more) =>
        does({ type: 'command', name: text.split(' ')[0] ?? '', text: text.replace(/^\S+ ?/, '') }, more),
      says: (text) => does({ type: 'message', text }),
      clicks: (action, args = {}) => does({ type: 'act', action, args }),
      opens: (form, args = {}) => does({ type: 'open', form, args }),
      submits: (form, values, args = {}) => does({ type: 'submit', form, args, values }),
      goesHome: () => does({ type: 'home' }),
    };
  };
  return { desk, bot, as, log };
}

/** Somebody known to the desk, holding these roles. */
export async function knownTo(
  { people }: Desk,
  account: string,
  name: string,
  ...roles: readonly Role[]
): Promise<Person> {
  const when = { at: START, cause: `known-${account}` };
  const { id } = await people.who({ platform: 'console', account, profile: { name, locale: 'en' }, ...when });
  return people.change(id, { roles }, { by: DESK, roles: [], ...when });
}

/** Everything that a reply says, as plain text, a line for each thing said; buttons in brackets. */
export function words(reply: Reply): string {
  switch (reply.type) {
    case 'show':
    case 'replace':
    case 'home':
      return cardWords(reply.card);
    case 'open':
      return [reply.form.view.title, ...Object.values(reply.form.view.inputs).map(({ label }) => label)].join('\n');
    case 'errors':
      return [...Object.entries(reply.fields).map((entry) => entry.join(': ')), reply.form ?? '']
        .filter(Boolean)
        .join('\n');
    case 'done':
      return reply.say ?? '';
  }
}

export const cardWords = ({ blocks }: Card): string => blocks.map(blockWords).join('\n');

function blockWords(block: Block): string {
  switch (block.type) {
    case 'heading':
      return block.text;
    case 'quote':
      return block.from ? `${block.text}\n${block.from}` : block.text;
    case 'text':
    case 'note':
    case 'status':
      return plain(block.text);
    case 'facts':
      return block.rows.map(({ label, value }) => `${label}: ${plain(value)}`).join('\n');
    case 'list':
      return block.items.map(plain).join('\n');
    case 'divider':
      return '—';
    case 'picture':
      return `(${block.alt})`;
    case 'file':
      return `(${block.name})`;
    case 'buttons':
      return block.buttons.map(({ label }) => `[${label}]`).join(' ');
  }
}

function plain(value: Text): string {
  return spans(value)
    .map((span) => {
      if (typeof span === 'string') return span;
      if ('b' in span) return span.b;
      if ('i' in span) return span.i;
      if ('link' in span) return span.text;
      return 'at' in span ? span.at : span.name;
    })
    .join('');
}
