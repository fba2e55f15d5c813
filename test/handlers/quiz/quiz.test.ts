/** The quiz as somebody takes it: one question at a time, taught at once, one attempt in however many windows. */
import { describe, expect, test } from 'vitest';
import type { Question } from '#src/core/quiz/question.ts';
import { multiple, ordering, single, statement, story } from '#test/core/quiz/questions.fixture.ts';
import { rules } from '#test/core/rules.fixture.ts';
import { START } from '#test/given.ts';
import { button, cardOf, house, labels, last, said } from '#test/house.fixture.ts';
import { houseWith, letterOf, picks, presses, starts } from './walk.ts';

const only = (...questions: readonly Question[]) => houseWith(questions);

describe('a question', () => {
  test('is taught at once: right with its reason, wrong with both reasons', async () => {
    const { as } = await only(single('one'), single('two'));
    const emma = as('emma');
    const question = await starts(emma);
    expect(said(question)).toContain('Question 1 of 2');
    const right = await picks(emma, question, 'a');
    expect(said(right)).toContain('That’s right.');
    expect(said(right)).toContain('Why a');
    const next = await presses(emma, right, 'Next');
    expect(said(next)).toContain('Question 2 of 2');
    const wrong = await picks(emma, next, 'b');
    expect(said(wrong)).toContain('Not quite.');
    expect(said(wrong)).toContain('Why b');
    expect(said(wrong)).toContain('Why a');
    expect(labels(wrong)).toContain('See the result');
  });

  test('is in the reader’s own language', async () => {
    const { as } = await only(single('one'));
    const mei = as('mei');
    const card = await presses(mei, cardOf(await mei.types('测验 入职')), '开始');
    expect(said(card)).toContain('第 1 题，共 1 题 · 公司制度');
    expect(said(card)).toContain('中Ask one?');
  });

  test('with several right answers is ticked, and handed in', async () => {
    const { as } = await only(multiple('one'));
    const emma = as('emma');
    const card = await starts(emma);
    expect(labels(card)).not.toContain('Hand in');
    const one = await presses(emma, card, `☐ ${letterOf(card, 'b')}`);
    const unticked = await presses(emma, one, `☑ ${letterOf(card, 'b')}`);
    expect(labels(unticked)).toEqual(labels(card));
    const both = await presses(emma, one, `☐ ${letterOf(card, 'a')}`);
    expect(said(await presses(emma, both, 'Hand in'))).toContain('That’s right.');
  });

  test('of order is tapped together, and may be begun anew', async () => {
    const { as } = await only(ordering('one'));
    const emma = as('emma');
    const card = await starts(emma);
    const letter = (step: string) => said(card).match(new RegExp(`([A-F]) {2}Step ${step}\\b`))?.[1] ?? '';
    const wrongly = await presses(emma, card, letter('c'));
    expect(said(wrongly)).toContain('1.  Step c');
    const anew = await presses(emma, wrongly, 'Start over');
    expect(said(anew)).toBe(said(card));
    const first = await presses(emma, anew, letter('a'));
    const whole = await presses(emma, first, letter('b'));
    expect(said(whole)).toMatch(/1\. {2}Step a[\s\S]*2\. {2}Step b[\s\S]*3\. {2}Step c/);
    expect(said(await presses(emma, whole, 'Hand in'))).toContain('That’s right.');
  });

  test('that is a story shows what comes of each step, and what would have been better', async () => {
    const { as } = await only(story('tale'));
    const emma = as('emma');
    const first = await starts(emma);
    const after = await picks(emma, first, 'b');
    expect(said(after)).toContain('What comes of it');
    expect(said(after)).toContain('Why b');
    const detour = await presses(emma, after, 'Go on');
    expect(said(detour)).toContain('Detour?');
    const ended = await picks(emma, detour, 'a');
    expect(said(ended)).toContain('It could have gone better.');
    expect(said(ended)).toMatch(/✗ Answer b[\s\S]*Better here: Answer a/);
  });

  test('carries neither who answers nor what is right in its buttons', async () => {
    const { as, idOf } = await only(single('one'), statement('two', false), story('tale'), multiple('many'));
    const emma = as('emma');
    let card = await starts(emma);
    for (let seen = 0; seen < 4; seen += 1) {
      const data = JSON.stringify(card.blocks.filter(({ type }) => type === 'buttons'));
      expect(data).not.toContain(idOf('emma'));
      expect(data).not.toMatch(/"right"|"true"|"false"|"given"|one|two|tale|many/);
      const [label = ''] = labels(card);
      let shown = await presses(emma, card, label);
      if (labels(shown).includes('Hand in')) shown = await presses(emma, shown, 'Hand in');
      if (labels(shown).includes('Go on')) shown = await presses(emma, await presses(emma, shown, 'Go on'), 'A');
      card = await presses(emma, shown, last(labels(shown).filter((one) => /^(Next|See)/.test(one))));
    }
    expect(said(card)).toMatch(/right/);
  });
});

describe('an attempt', () => {
  test('goes on where it was, days later and after a restart', async () => {
    const first = await only(single('one'), single('two'));
    const card = await starts(first.as('emma'));
    await picks(first.as('emma'), card, 'a');
    const later = await house({
      ...{ store: first.store, chat: first.chat, at: '2026-03-09T01:00:00.000Z' },
      questions: [single('one'), single('two')],
      rules: { training: rules.training },
    });
    expect(said(cardOf(await later.as('emma').types('quiz')))).toContain('Question 2 of 2');
  });

  test('is one in two windows: whoever clicks second sees where it stands', async () => {
    const { as } = await only(single('one'), single('two'));
    const emma = as('emma');
    const window = await starts(emma);
    const other = cardOf(await emma.types('quiz'));
    expect(said(other)).toBe(said(window));
    await picks(emma, window, 'a');
    const stale = await picks(emma, other, 'b');
    expect(said(stale)).toContain('already been answered');
    expect(said(stale)).toContain('Question 2 of 2');
  });

  test('begun twice at one instant is one, and an answer given twice at once counts once', async () => {
    const { as, desk, idOf } = await only(single('one'), single('two'));
    const emma = as('emma');
    const intro = cardOf(await emma.types('quiz joining'));
    const [one, two] = await Promise.all([presses(emma, intro, 'Start'), presses(emma, intro, 'Start')]);
    expect(said(one)).toBe(said(two));
    const cards = await Promise.all([picks(emma, one, 'a'), picks(emma, two, 'b')]);
    expect(cards.filter((card) => said(card).includes('already been answered'))).toHaveLength(1);
    const { attempts } = await desk.training.quizzes.of(idOf('emma'), 'joining');
    expect(attempts.map(({ answers }) => answers.length)).toEqual([1]);
  });

  test('is one on two platforms at once', async () => {
    const { as, desk, idOf } = await only(single('one'), single('two'));
    const profile = { name: 'Emma', email: 'emma@example.com', locale: 'en' as const };
    const when = { at: START, cause: 'linked' };
    await desk.people.who({ platform: 'slack', account: 'emma', profile, ...when });
    await desk.people.who({ platform: 'teams', account: 'emma-on-teams', profile, ...when });
    const onTeams = { platform: 'teams', account: 'emma-on-teams' } as const;
    const emma = as('emma');
    const intro = cardOf(await emma.types('quiz joining'));
    const [here, there] = [await emma.presses(intro, 'Start'), await emma.presses(intro, 'Start', onTeams)].map(cardOf);
    if (!here || !there) throw new Error('no question');
    expect(said(there)).toBe(said(here));
    const letter = letterOf(here, 'a');
    const taught = await Promise.all([emma.presses(here, letter), emma.presses(there, letter, onTeams)]);
    expect(taught.map(cardOf).filter((card) => said(card).includes('That’s right.'))).toHaveLength(1);
    const { attempts } = await desk.training.quizzes.of(idOf('emma'), 'joining');
    expect(attempts.map(({ answers }) => answers.length)).toEqual([1]);
  });

  test('answers a repeated delivery of one click with the same feedback', async () => {
    const { as } = await only(single('one'), single('two'));
    const emma = as('emma');
    const question = await starts(emma);
    const label = letterOf(question, 'b');
    const again = { cause: 'once' };
    const [first, second] = [await emma.presses(question, label, again), await emma.presses(question, label, again)];
    expect(said(cardOf(second))).toBe(said(cardOf(first)));
  });

  test('is refused politely while the pause lasts, and once a manager is needed', async () => {
    const { as, pass } = await only(single('one'));
    const emma = as('emma');
    const failed = async () => {
      const feedback = await picks(emma, await starts(emma), 'b');
      return presses(emma, feedback, 'See');
    };
    const result = await failed();
    expect(said(result)).toContain('0 of 1 right; 80% is needed.');
    expect(said(result)).toContain('You can try again from');
    expect(labels(result)).not.toContain('Try again');
    expect(said(cardOf(await emma.clicks('quiz.start', { quiz: 'joining' })))).toContain(
      'The next attempt is possible from',
    );
    await pass(5);
    expect(said(await failed())).toContain('Your attempts are used up.');
    await pass(99);
    expect(said(cardOf(await emma.clicks('quiz.start', { quiz: 'joining' })))).toContain(
      'You have used your 2 attempts.',
    );
  });

  test('that is over is shown as it was asked, though the question reads otherwise now', async () => {
    const first = await only(single('one'));
    await picks(first.as('emma'), await starts(first.as('emma')), 'b');
    const changed: Question = { ...single('one'), ask: { en: 'Something else?', zh: '别的？' } };
    const later = await house({
      store: first.store,
      chat: first.chat,
      at: '2026-03-09T01:00:00.000Z',
      questions: [changed],
    });
    const past = cardOf(await later.as('emma').types('quiz past'));
    const look = cardOf(await later.as('emma').presses(past, '1.'));
    expect(said(look)).toContain('Ask one?');
    expect(said(look)).not.toContain('Something else?');
  });

  test('never begins by a look, and an unknown quiz is named', async () => {
    const { as, desk, idOf } = await only(single('one'));
    const emma = as('emma');
    const menu = cardOf(await emma.types('quiz'));
    await emma.presses(menu, 'Our policies');
    expect((await desk.training.quizzes.of(idOf('emma'), 'policy')).attempts).toEqual([]);
    expect(said(cardOf(await emma.types('quiz maths')))).toContain('“maths”');
    expect(button(menu, 'Our policies').does).toMatchObject({ type: 'act' });
  });
});
