/** A sample case walks its whole road, and everything that is shown on the way is kept as the JSON that Slack would get. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { handlers } from '#handlers/index.ts';
import type { Config } from './config.ts';
import type { Locale } from './core/rules.ts';
import { seed, seedCompany } from './desk/seed.ts';
import { COMPANY } from './platforms/console/company.ts';
import { type Address, DeliveryFault, type Interaction, type Platform, type Reply } from './platforms/platform.ts';
import { message } from './platforms/slack/card.ts';
import { formModal, homeView } from './platforms/slack/modal.ts';
import type { Shown } from './platforms/slack/preview/shown.ts';
import type { Files } from './platforms/slack/rich.ts';
import { openLowdb } from './stores/lowdb.ts';
import type { Args, Card } from './view/card.ts';
import { RETRY } from './view/obstacle/card.ts';
import { wire } from './wire.ts';

const CHANNEL = 'response';
/** As if Slack had everything that a card shows. */
const files: Files = () => ({ id: 'F0PREVIEW', link: 'https://northwind.slack.com/files/F0PREVIEW' });
/** One grey pixel: a card shows what a picture is of, not what is on it. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
);
/** Who plays which part, in each language. */
const CAST = {
  en: { reporter: 'emma', responder: 'james', approver: 'olivia', leader: 'sofia' },
  zh: { reporter: 'mei', responder: 'yun', approver: 'olivia', leader: 'wei' },
} as const;
const SAID = {
  en: {
    post: 'https://weibo.com/1234567/Nabc Third time the charger of my new bike got too hot to touch. Support keeps sending me the same PDF. Does anybody at Northwind read this? <!channel> *really*',
    claim: 'The charger of this batch overheats',
    evidence: 'Support ticket 88213, and the supplier confirmed it by phone',
    draft:
      'We are sorry. Chargers of this batch can get too hot; please stop using yours. We replace it at our cost and will call you today.',
    reason: 'Please name the date by which the replacement arrives.',
    effect: 'The author deleted the post and thanked us.',
    team: 'Charging technology',
    lesson: 'Measure the temperature of each batch before it leaves.',
  },
  zh: {
    post: 'https://weibo.com/1234567/Nabc 新车的充电器第三次烫得不敢碰，客服每次都发同一份 PDF。北风公司到底有没有人看？@here',
    claim: '该批次充电器确有过热问题',
    evidence: '客服工单 88213，供应商电话确认',
    draft: '非常抱歉。该批次充电器可能过热，请立即停用。我们将免费更换，并于今日内致电与您联系。',
    reason: '请写明更换件的送达日期。',
    effect: '发帖人已删帖并致谢。',
    team: '充电技术部',
    lesson: '每批产品出厂前须测量温度。',
  },
} as const;

export async function samples(
  config: Pick<Config, 'rules' | 'policies' | 'templates' | 'questions'>,
  locale: Locale,
): Promise<readonly Shown[]> {
  const dir = await mkdtemp(join(tmpdir(), 'goodword-preview-'));
  try {
    return await walked({ ...config, rules: { ...config.rules, channelLocale: locale } }, locale, dir);
  } finally {
    await rm(dir, { recursive: true });
  }
}

async function walked(
  config: Pick<Config, 'rules' | 'policies' | 'templates' | 'questions'>,
  locale: Locale,
  dir: string,
): Promise<readonly Shown[]> {
  const all: Shown[] = [];
  const sent: { readonly to: Address; readonly ref: string; card: Card }[] = [];
  const closed = new DeliveryFault('forbidden', 'The channel is archived.', { because: 'archived' });
  let archived = false;
  const onFault = (what: string, error: unknown) => console.error(what, error);
  const store = await openLowdb(dir, { onFault });
  const chat: Platform = {
    name: 'slack',
    start: async () => undefined,
    stop: async () => undefined,
    find: async () => undefined,
    fetch: async () => new Uint8Array(),
    async send(to, card, key) {
      if (archived && to.kind === 'channel') throw closed;
      sent.push({ to, ref: key, card });
      return key;
    },
    async update(_to, ref, card) {
      const known = sent.find((one) => one.ref === ref);
      if (known) known.card = card;
      return ref;
    },
  };
  const now = () => new Date().toISOString();
  const parts = {
    config,
    store,
    handlers,
    now,
    wait: async () => undefined,
    random: () => 0.5,
    rhythm: () => () => undefined,
  };
  const house = wire({ ...parts, log: (what, { error }) => error === closed || onFault(what, error) }, () => [chat]);
  await house.open();
  const when = { at: now(), cause: 'preview' };
  await seedCompany(house.desk.people, house.desk.settings, 'slack', COMPANY, when);
  await seed(
    house.desk.people,
    house.desk.settings,
    { platform: 'slack', admins: [], managers: [], responseChannel: CHANNEL },
    when,
  );
  await house.start();

  const cast = CAST[locale];
  const said = SAID[locale];
  const reader = (account: string) => {
    const person = house.desk.people.ofAccount('slack', account);
    return { locale: person?.locale ?? locale, timeZone: person?.timeZone ?? 'UTC', accountOf: () => undefined };
  };
  let count = 0;
  const as = async (account: string, does: Interaction['does']): Promise<Reply> => {
    count += 1;
    const reply = await house.receive({ cause: `preview/${count}`, platform: 'slack', account, at: now(), does });
    await house.outbox.idle();
    return reply;
  };
  const keep = (title: string, card: Card | undefined) => {
    if (card) all.push({ title, kind: 'message', locale, text: card.summary, json: { ...message(card, files) } });
  };
  const channel = (title: string) => keep(title, sent.find(({ to }) => to.id === CHANNEL)?.card);
  const direct = (title: string, account: string) => keep(title, sent.findLast(({ to }) => to.id === account)?.card);
  const show = async (title: string, account: string, does: Interaction['does']) => {
    const reply = await as(account, does);
    if (reply.type === 'open') {
      const view = formModal(reply.form, reader(account), { from: {}, nonce: 'n' });
      if (view) all.push({ title, kind: 'modal', locale, json: { ...view } });
    } else if (reply.type === 'home') all.push({ title, kind: 'home', locale, json: { ...homeView(reply.card) } });
    else if (reply.type === 'show' || reply.type === 'replace') keep(title, reply.card);
  };
  const command = (text: string) =>
    ({ type: 'command', name: text.split(' ')[0] ?? '', text: text.replace(/^\S+ ?/, '') }) as const;

  await show('/report', cast.reporter, command('report'));
  const [, link = '', text = ''] = /^(\S+) ([\s\S]*)$/.exec(said.post) ?? [];
  const kept = { name: 'weibo.png', media: 'image/png', size: PIXEL.length, digest: await store.put(PIXEL) };
  await as(cast.reporter, {
    ...{ type: 'submit', form: 'report.new', args: {} },
    values: { link, said: text, severity: 'medium', kind: 'complaint', shots: [{ ...kept, width: 1, height: 1 }] },
  });
  const [one] = house.desk.cases.list({ me: '', roles: ['responder'] }, () => true);
  const args = { case: one?.id ?? '' };
  const act = (action: string, more = {}) => ({ type: 'act', action, args: { ...args, ...more } }) as const;
  const open = (form: string, more = {}) => ({ type: 'open', form, args: { ...args, ...more } }) as const;
  const submit = (form: string, values: { readonly [name: string]: string }, more = {}) =>
    ({ type: 'submit', form, args: { ...args, ...more }, values }) as const;

  channel('case card · new');
  direct('receipt of the reporter', cast.reporter);
  await as(cast.responder, act('case.claim'));
  channel('case card · claimed');
  await show('screenshots', cast.responder, act('case.screenshots'));
  await show('verify…', cast.responder, open('case.facts'));
  await as(
    cast.responder,
    submit('case.facts', { which: 'new', claim: said.claim, verdict: 'true', evidence: said.evidence }),
  );
  await show('draft…', cast.responder, open('case.draft'));
  await as(
    cast.responder,
    submit('case.draft', { template: 'none', kind: 'apology', account: 'Northwind', text: said.draft }),
  );
  channel('case card · drafted');
  await as(cast.responder, act('case.submit', { version: '1' }));
  channel('case card · in review');
  direct('decision of an approver (in their own language)', cast.approver);
  await show('more', cast.responder, act('case.more'));
  await show('reject…', cast.approver, open('case.reject'));
  for (const account of [cast.approver, cast.leader, 'wei']) {
    const card = sent.findLast(({ to }) => to.id === account)?.card;
    const button = card?.blocks
      .flatMap((block) => (block.type === 'buttons' ? block.buttons : []))
      .find(({ does }) => does.type === 'act' && does.action === 'case.approve');
    if (button?.does.type === 'act') await as(account, { type: 'act', action: 'case.approve', args: button.does.args });
  }
  channel('case card · approved');
  // The button knows which text was approved.
  const approved = carried(sent.find(({ to }) => to.id === CHANNEL)?.card, 'case.publish');
  await show('publish…', cast.responder, open('case.publish', approved));
  const reply = { link: 'https://weibo.com/1234567/Nreply', media: 'weibo', account: 'Northwind' };
  await as(cast.responder, submit('case.publish', { ...reply, when: '0', changed: '' }, approved));
  channel('case card · published');
  await show('effect…', cast.responder, open('case.effect'));
  await as(cast.responder, submit('case.effect', { effect: 'solved', note: said.effect }));
  channel('case card · judged');
  await show('the whole case', cast.responder, act('case.show'));
  await show('timeline', cast.responder, act('case.timeline'));
  await show('close…', cast.responder, open('case.close'));
  await as(cast.responder, submit('case.close', { cause: 'product', team: said.team, lesson: said.lesson }));
  channel('case card · closed');
  direct('how it ended, to the reporter', cast.reporter);
  for (const account of [cast.reporter, cast.responder, cast.leader])
    await show(`home of ${account}`, account, { type: 'home' });
  await show('desk help', cast.reporter, command('desk help'));
  await show('digest', cast.leader, command('digest'));
  await show('digest settings…', cast.leader, command('digest settings'));
  await as('sofia', command(`desk language ${locale}`));
  await show('desk team', 'sofia', command('desk team'));
  await show('desk setup', 'sofia', command('desk setup'));
  await show('set up…', 'sofia', { type: 'open', form: 'desk.setup', args: {} });
  await show('a refusal', cast.reporter, act('case.claim'));
  archived = true;
  await as(cast.reporter, command('report https://weibo.com/1234567/Nxyz'));
  await house.idle();
  direct('a channel takes nothing, to an administrator', 'sofia');
  archived = false;
  const { obstacles } = house.desk;
  for (const { id } of obstacles.standing()) await as('sofia', { type: 'act', action: RETRY, args: { obstacle: id } });
  await house.idle();
  direct('the channel takes messages again', 'sofia');
  await show('a post in the direct messages', cast.reporter, { type: 'message', text: said.post });
  await house.stop();
  await store.close();
  return all;
}

/** What the button that opens a form carries. */
function carried(card: Card | undefined, form: string): Args {
  const buttons = (card?.blocks ?? []).flatMap((block) => (block.type === 'buttons' ? block.buttons : []));
  const does = buttons.map((button) => button.does).find((one) => one.type === 'open' && one.form === form);
  return does?.type === 'open' ? does.args : {};
}
