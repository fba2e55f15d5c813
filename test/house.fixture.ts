/** The real house in memory: wired as start.ts does it, over a chat that keeps its messages, with a company in it. */
import { handlers } from '#handlers/index.ts';
import type { GoodNewsFile } from '#src/content/good-news.ts';
import type { Policy } from '#src/content/policy.ts';
import type { Template } from '#src/content/template.ts';
import type { Instant } from '#src/core/event.ts';
import type { Answerer } from '#src/core/inquiry/answerer.ts';
import type { Question } from '#src/core/quiz/question.ts';
import type { ReminderItem } from '#src/core/reminder/item.ts';
import type { Role } from '#src/core/role.ts';
import type { Locale, Rules } from '#src/core/rules.ts';
import { type Colleague, seed, seedCompany } from '#src/desk/seed.ts';
import type { Interaction, RawValues, Reply } from '#src/platforms/platform.ts';
import type { Store } from '#src/stores/store.ts';
import type { Args, Button, Card } from '#src/view/card.ts';
import type { FormView, OpenForm } from '#src/view/form.ts';
import { type House as Wired, wire } from '#src/wire.ts';
import { rules } from '#test/core/rules.fixture.ts';
import { cardWords } from '#test/desk/desk.fixture.ts';
import { FakePlatform } from '#test/fake-platform.ts';
import { START } from '#test/given.ts';
import { memoryStore } from '#test/stores/memory.ts';

const someone = (account: string, name: string, locale: Locale, ...roles: readonly Role[]): Colleague => ({
  ...{ account, name, locale, roles, timeZone: 'Europe/London', team: 'all' },
});

/** Emma and 梅 report; Rita and 罗 respond; Ada and Amy approve; Lea and 雷 lead; Hana is HR, Max manages and administers. */
const COMPANY: readonly Colleague[] = [
  someone('emma', 'Emma', 'en'),
  someone('mei', '李梅', 'zh'),
  someone('rita', 'Rita', 'en', 'responder'),
  someone('rob', '罗博', 'zh', 'responder'),
  someone('ada', 'Ada', 'en', 'approver'),
  someone('amy', 'Amy', 'en', 'approver'),
  someone('lea', 'Lea', 'en', 'leader'),
  someone('lei', '雷磊', 'zh', 'leader'),
  someone('hana', 'Hana', 'en', 'hr'),
  someone('max', 'Max', 'en', 'manager', 'admin'),
];

/** The response channel. */
export const CHANNEL = 'C-response';

export const sorry: Template = {
  id: 'sorry',
  title: { en: 'We are sorry', zh: '致歉' },
  kind: 'apology',
  categories: ['complaint'],
  text: { en: 'We are sorry about [what went wrong].', zh: '对于[问题所在]，我们深表歉意。' },
};

export type HouseOptions = {
  readonly store?: Store;
  readonly chat?: FakePlatform;
  readonly rules?: Partial<Rules>;
  /** The bank of the training; none when left out. */
  readonly questions?: readonly Question[];
  /** The policies of the company; none when left out. */
  readonly policies?: readonly Policy[];
  /** Reminders of the rules for a channel. */
  readonly reminders?: readonly ReminderItem[];
  readonly goodNews?: readonly GoodNewsFile[];
  /** Who answers questions from the policies; nobody when left out. */
  readonly answer?: Answerer;
  /** When it opens; every interaction takes place a second after the one before. */
  readonly at?: Instant;
};

/** Opens and starts the house. A second one on the same store and chat is the same house after a crash. */
export async function house({
  store = memoryStore(),
  chat = new FakePlatform(),
  at = START,
  ...more
}: HouseOptions = {}) {
  let now = Date.parse(at);
  let causes = 0;
  const faults: string[] = [];
  const built: Wired<FakePlatform> = wire(
    {
      config: {
        rules: { ...rules, channelLocale: 'en', ...more.rules },
        policies: more.policies ?? [],
        reminders: more.reminders ?? [],
        goodNews: more.goodNews ?? [],
        templates: [sorry],
        questions: more.questions ?? [],
      },
      ...{ store, handlers, random: () => 0.5, wait: async () => undefined, rhythm: () => () => undefined },
      ...(more.answer && { answer: more.answer }),
      now: () => new Date(now).toISOString(),
      log: (what, { error }) => faults.push(`${what}: ${error instanceof Error ? error.stack : String(error)}`),
    },
    () => [chat],
  );
  const { desk, clock, receive } = built;
  await built.open();
  const when = { at, cause: 'company' };
  await seedCompany(desk.people, desk.settings, 'slack', COMPANY, when);
  await seed(
    desk.people,
    desk.settings,
    { platform: 'slack', admins: [], managers: [], responseChannel: CHANNEL },
    when,
  );
  await built.start();

  /** Resolves when everything that follows from what was done has been delivered. */
  const settled = (): Promise<void> => built.idle();
  /** Time goes by, deadlines fall due. */
  async function pass(hours: number): Promise<void> {
    now += hours * 3_600_000;
    await clock.tick(new Date(now).toISOString());
    await settled();
  }
  async function interact(account: string, does: Interaction['does'], more: Partial<Interaction>): Promise<Reply> {
    now += 1000;
    causes += 1;
    const reply = await receive({ cause: `${at}/${causes}`, platform: 'slack', account, at, does, ...more });
    await settled();
    return reply;
  }
  const idOf = (account: string): string => desk.people.ofAccount('slack', account)?.id ?? '';
  const as = (account: string) => visitor(account, chat, (does, more = {}) => interact(account, does, more));
  const channel = (id = CHANNEL): readonly Card[] => cardsAt(chat, id);
  /** The newest card in the response channel. */
  const card = (): Card => last(channel());
  return { ...built, chat, store, faults, settled, pass, idOf, as, channel, card };
}

export type House = Awaited<ReturnType<typeof house>>;
export type Visitor = ReturnType<typeof visitor>;

/** Somebody at their keyboard. */
function visitor(
  account: string,
  chat: FakePlatform,
  does: (does: Interaction['does'], more?: Partial<Interaction>) => Promise<Reply>,
) {
  const submits = (form: string, values: RawValues, args: Args = {}, more?: Partial<Interaction>) =>
    does({ type: 'submit', form, args, values }, more);
  /** Presses a button by the beginning of its label. */
  const presses = (card: Card, label: string, more?: Partial<Interaction>): Promise<Reply> => {
    const { does: what } = button(card, label);
    if (what.type === 'act') return does({ type: 'act', action: what.action, args: what.args }, more);
    if (what.type === 'open') return does({ type: 'open', form: what.form, args: what.args }, more);
    throw new Error(`${label} is a link`);
  };
  return {
    account,
    submits,
    presses,
    types: (line: string, more?: Partial<Interaction>) => {
      const [, name = '', text = ''] = /^(\S+)\s*([\s\S]*)$/.exec(line) ?? [];
      return does({ type: 'command', name, text }, more);
    },
    says: (text: string) => does({ type: 'message', text }),
    clicks: (action: string, args: Args) => does({ type: 'act', action, args }),
    opens: (form: string, args: Args = {}) => does({ type: 'open', form, args }),
    /** Presses a button, and sends the form that opens with what stands in it and what is given. */
    fills: async (card: Card, label: string, values: RawValues = {}, more?: Partial<Interaction>): Promise<Reply> =>
      sends(formOf(await presses(card, label)), values, submits, more),
    /** Sends a form that is open. */
    sends: (form: OpenForm, values: RawValues = {}): Promise<Reply> => sends(form, values, submits),
    /** The platform says that they came. */
    joins: (by: 'company' | 'install', profile: NonNullable<Interaction['profile']>) =>
      does({ type: 'join', by }, { profile }),
    goesHome: async (): Promise<Card> => cardOf(await does({ type: 'home' })),
    /** The cards in their direct messages, as they are now. */
    reads: (): readonly Card[] => cardsAt(chat, account),
    /** The newest of them. */
    newest: (): Card => last(cardsAt(chat, account)),
  };
}

function sends(
  { form, args, view }: OpenForm,
  values: RawValues,
  submits: Visitor['submits'],
  more?: Partial<Interaction>,
) {
  return submits(form, { ...standing(view), ...values }, args, more);
}

/** What a platform sends for a form in which nothing was changed. */
const standing = ({ inputs }: FormView): RawValues =>
  Object.fromEntries(
    Object.entries(inputs).map(([name, input]) => [name, 'initial' in input ? input.initial : undefined]),
  );

const cardsAt = (chat: FakePlatform, address: string): readonly Card[] =>
  chat.messages.filter((message) => message.address === address).map(({ card }) => card);

export function last<T>(all: readonly T[]): T {
  const found = all.at(-1);
  if (found === undefined) throw new Error('there is none');
  return found;
}

export const buttonsOf = ({ blocks }: Card): readonly Button[] =>
  blocks.flatMap((block) => (block.type === 'buttons' ? block.buttons : []));
export const labels = (card: Card): readonly string[] => buttonsOf(card).map(({ label }) => label);

export function button(card: Card, label: string): Button {
  const found = buttonsOf(card).find((one) => one.label.startsWith(label));
  if (!found) throw new Error(`no button ${label}, only ${labels(card).join(' · ')}`);
  return found;
}

/** The form that a reply opens. */
export function formOf(reply: Reply): OpenForm {
  if (reply.type !== 'open') throw new Error(`no form but ${JSON.stringify(reply)}`);
  return reply.form;
}

/** The card that a reply shows. */
export function cardOf(reply: Reply): Card {
  if (reply.type === 'show' || reply.type === 'replace' || reply.type === 'home') return reply.card;
  throw new Error(`no card but ${JSON.stringify(reply)}`);
}

/** Everything a card says, its buttons in brackets. */
export const said = cardWords;
