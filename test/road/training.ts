/** A new colleague's first days in a real browser, against a desk whose clock the test moves: both languages, one story. */
import type { Browser, Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import { handlers } from '#handlers/index.ts';
import { readConfig } from '#src/config.ts';
import type { Instant } from '#src/core/event.ts';
import type { Question } from '#src/core/quiz/question.ts';
import { ONLY, type Sitting, stepNow, type Taken } from '#src/core/quiz/sitting.ts';
import { type Attempt, openAttempt } from '#src/core/quiz/state.ts';
import type { Locale } from '#src/core/rules.ts';
import { demo, seedDemo } from '#src/demo.ts';
import { wire } from '#src/wire.ts';
import { wordsFor } from '#src/words/words.ts';
import { memoryStore } from '#test/stores/memory.ts';
import { type Tab, tab } from './tab.ts';

/** Nine in the morning of a Monday in London; in Shanghai it is the afternoon. */
const BEGIN: Instant = '2026-03-02T09:00:00.000Z';
const HOUR = 3_600_000;

/** The console as start.ts puts it together, with the questions and policies that are shipped. */
async function desk(begin: Instant = BEGIN) {
  const store = memoryStore();
  const faults: unknown[] = [];
  let time = Date.parse(begin);
  const now = () => new Date(time).toISOString();
  const config = shipped();
  const log = (what: string, more: unknown) => faults.push([what, more]);
  const parts = { config, store, handlers, now, log, random: Math.random, wait: async () => undefined };
  const house = wire({ ...parts, rhythm: () => () => undefined }, (all) => [
    demo(all, { ...{ store, host: '127.0.0.1', port: 0, now }, log: (what, error) => faults.push([what, error]) }),
  ]);
  await house.open();
  await seedDemo(house.desk, now(), 'en');
  await house.start();
  // The last thing of all: a tab that is still open would miss the desk.
  onTestFinished(() => house.stop());
  const [chat] = house.platforms;
  return {
    ...{ house, faults, url: chat?.url ?? '' },
    idOf: (account: string) => house.desk.people.ofAccount('console', account)?.id ?? '',
    /** The clock moves on, an hour at a time, as deadlines come. */
    async pass(hours: number) {
      for (let gone = 0; gone < hours; gone += 1) {
        time += HOUR;
        await house.clock.tick(now());
      }
      await house.outbox.idle();
    },
  };
}

/** What is shipped, with a quiz of half the length. */
function shipped() {
  const config = readConfig({}, 'policies');
  const { training } = config.rules;
  const joining = { policy: 2, 'information-security': 1, etiquette: 1, 'public-opinion': 2 };
  return { ...config, rules: { ...config.rules, training: { ...training, quiz: { ...training.quiz, joining } } } };
}

type Desk = Awaited<ReturnType<typeof desk>>;

/** The letters to tap for a right answer, or with `wrongly` for a wrong one, as this person sees them. */
function taps(
  question: Question,
  { orders }: Pick<Sitting, 'orders'>,
  taken: readonly Taken[],
  wrongly: boolean,
): readonly string[] {
  const letters = (order: readonly string[], fits: (id: string) => boolean) =>
    order.flatMap((id, place) => (fits(id) ? [String.fromCodePoint(65 + place)] : []));
  const order = orders[ONLY] ?? [];
  switch (question.kind) {
    case 'single': {
      const [letter = ''] = letters(order, (id) =>
        question.options.some((one) => one.id === id && one.right !== wrongly),
      );
      return [letter];
    }
    case 'multiple': {
      const right = letters(order, (id) => question.options.some((one) => one.id === id && one.right));
      return wrongly ? right.slice(1) : right;
    }
    case 'trueFalse':
      return [String(question.answer !== wrongly)];
    case 'ordering': {
      const right = question.options.slice(0, -1).flatMap(({ id }) => letters(order, (one) => one === id));
      return wrongly ? right.toReversed() : right;
    }
    case 'scenario': {
      const step = stepNow(question, taken);
      const [letter = ''] = letters(orders[step?.id ?? ''] ?? [], (id) =>
        (step?.options ?? []).some((one) => one.id === id && one.right !== wrongly),
      );
      return [letter];
    }
  }
}

/** Presses on the newest card that only this person sees; each press is answered before the next. */
async function taking(
  { house, idOf }: Desk,
  who: Tab,
  account: string,
  locale: Locale,
  wrong: number,
  picture: Picture,
) {
  const { quiz, common } = wordsFor(locale);
  const me = idOf(account);
  const last = async () => (await house.desk.training.quizzes.of(me, 'joining')).attempts.at(-1);
  const truth: { readonly [answer: string]: string } = { true: quiz.yes, false: quiz.no };
  await expect.poll(last).toBeDefined();
  for (;;) {
    const attempt = openAttempt(await house.desk.training.quizzes.of(me, 'joining'));
    const sitting = attempt?.sittings[attempt.answers.length];
    if (!attempt || !sitting) return;
    const question = await house.desk.training.question(sitting);
    const wrongly = attempt.answers.length < wrong;
    await who.reads(question.ask[locale]);
    if (attempt.taken.length === 0) await picture(who.page, `question-${question.kind}`);
    if (question.kind === 'multiple') {
      for (const letter of taps(question, sitting, [], wrongly)) await who.answers(`☐ ${letter}`);
      await picture(who.page, 'ticked');
      await who.answers(quiz.handIn);
    } else if (question.kind === 'ordering') {
      for (const letter of taps(question, sitting, [], wrongly)) await who.answers(letter);
      await picture(who.page, 'ordered');
      await who.answers(quiz.handIn);
    } else {
      const [tap = ''] = taps(question, sitting, attempt.taken, wrongly);
      await who.answers(truth[tap] ?? tap);
    }
    const before = progress(attempt);
    await expect.poll(async () => progress(await last())).not.toBe(before);
    const after = await house.desk.training.quizzes.of(me, 'joining');
    const story = question.kind === 'scenario' && openAttempt(after)?.answers.length === attempt.answers.length;
    await who.reads(story ? quiz.consequence : `${quiz.clause}${common.colon}`);
    await picture(who.page, story ? 'consequence' : `feedback-${question.kind}-${wrongly ? 'wrong' : 'right'}`);
    const over = openAttempt(after) === undefined;
    await who.answers(story ? quiz.goOn : over ? quiz.toResult : quiz.next);
  }
}

const progress = (attempt: Attempt | undefined): string => `${attempt?.answers.length} ${attempt?.taken.length}`;

type Picture = (page: Page, name: string) => Promise<void>;
const none: Picture = async () => undefined;

/** Somebody joins, reads, signs, passes, is asked again when time has gone by; their manager sees it. */
export async function firstDays(
  browser: Browser,
  locale: Locale,
  account: string,
  name: string,
  picture: Picture = none,
) {
  const all = await desk();
  const { t, other } = { t: wordsFor(locale), other: wordsFor('en') };
  const { training, quiz, memory, signing } = t;
  const { house, url } = all;
  const who = { by: all.idOf('sofia'), roles: ['manager', 'admin'] as const, at: BEGIN };
  await house.desk.signing.campaigns.records.act(
    'pledge',
    {
      type: 'open',
      policies: ['pledge'],
      audience: { to: 'under', manager: who.by },
      term: { days: 5 },
      why: 'opened',
      note: '',
    },
    { ...who, cause: 'campaign' },
  );
  await house.desk.signing.idle();
  const [newcomer, sofia] = await Promise.all([tab(browser, url, account), tab(browser, url, 'sofia')]);
  await sofia.goes('direct');
  await sofia.types(`desk hire ${name}`);
  await newcomer.goes('direct');
  await newcomer.reads(training.path.title(name), training.path.signOpen(1));
  await picture(newcomer.page, 'welcome');

  await newcomer.presses(training.path.sign);
  await newcomer.answers(signing.read);
  await signed(newcomer, t, name);
  await newcomer.reads(training.path.signDone);

  await newcomer.presses(training.path.quiz);
  await picture(newcomer.page, 'intro');
  await newcomer.answers(quiz.intro.start);
  await taking(all, newcomer, account, locale, 1, picture);
  await newcomer.told(quiz.result.returns);
  await picture(newcomer.page, 'result');
  await newcomer.reads(training.path.done);
  await picture(newcomer.page, 'done');

  await all.pass(26);
  await newcomer.reads(memory.title);
  await picture(newcomer.page, 'refresher');
  await refreshed(all, newcomer, account, locale);
  await newcomer.reads(memory.comesBack);
  await picture(newcomer.page, 'refreshed');

  await sofia.types('desk training');
  await sofia.told(other.training.team.finished.trim());
  await picture(sofia.page, 'manager');
  return all;
}

/** Turns the pages to the last one, on which it is signed. */
async function signed(who: Tab, { signing }: ReturnType<typeof wordsFor>, name: string): Promise<void> {
  const shown = who.page.locator('[data-only]').last();
  const sign = shown.getByRole('button', { name: signing.sign, exact: true });
  await shown.getByRole('button').first().waitFor();
  while (!(await sign.isVisible())) {
    const page = await shown.textContent();
    await who.answers(signing.next);
    await expect.poll(() => shown.textContent()).not.toBe(page);
  }
  await sign.click();
  await who.form(signing.form.title);
  await who.fills({ [signing.form.consent]: true, [signing.form.name]: name }, signing.form.submit);
}

/** Answers the question that came by itself, rightly. */
async function refreshed({ house, idOf }: Desk, who: Tab, account: string, locale: Locale): Promise<void> {
  const { quiz } = wordsFor(locale);
  const truth: { readonly [answer: string]: string } = { true: quiz.yes, false: quiz.no };
  const now = async () => (await house.desk.training.memories.read(idOf(account))).state.open;
  for (let open = await now(); open; open = await now()) {
    const { taken } = open;
    const question = await house.desk.training.question(open.sitting);
    await who.reads(question.ask[locale]);
    const tapped = taps(question, open.sitting, taken, false);
    for (const tap of tapped) await who.presses(question.kind === 'multiple' ? `☐ ${tap}` : (truth[tap] ?? tap));
    if (question.kind === 'multiple' || question.kind === 'ordering') await who.presses(quiz.handIn);
    await expect.poll(async () => (await now())?.taken.length ?? 'answered').not.toBe(taken.length);
    if (await now()) await who.presses(quiz.goOn);
  }
}
