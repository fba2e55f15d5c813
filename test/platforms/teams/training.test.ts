/** A new colleague's first day through Microsoft's own adapter: sent on the way by a manager, question by question. */
import { expect, test } from 'vitest';
import { multiple, single } from '#test/core/quiz/questions.fixture.ts';
import { rules } from '#test/core/rules.fixture.ts';
import { buttonsIn, hands, type Pressable, wordsOf } from './hands.ts';
import { emma, max, mei, office } from './office.ts';

const quiz = { ...rules.training.quiz, joining: { policy: 2 } };
const settings = { questions: [single('one'), multiple('many')], rules: { training: { ...rules.training, quiz } } };

test('whoever is new is welcomed in their chat and passes the quiz there, in their language', async () => {
  const place = await office(settings);
  const { chat, house } = place;
  const { says, presses } = hands(place);
  await place.installed(mei, max);
  const at = `a:${mei.aad}`;
  await says(max, 'desk hire 李梅');
  await chat.reaches(at, 2);
  await house.outbox.idle();
  const welcome = () => wordsOf(chat.at(at)[1]?.card);
  expect(welcome()).toContain('李梅，欢迎加入！');
  expect(welcome()).toContain('☐ 通过测验');

  await presses(mei, chat.at(at)[1]?.card, 'quiz.open');
  await chat.reaches(at, 3);
  let card = (await presses(mei, chat.newest(at).card, 'quiz.start')).value;
  for (let index = 0; index < 2; index += 1) {
    expect(wordsOf(card)).toContain(`第 ${index + 1} 题，共 2 题`);
    const several = buttonsIn(card).some(({ data }) => data['action'] === 'quiz.mark');
    for (const answer of several ? ['a', 'b'] : [])
      card = (await presses(mei, lettered(card, answer), 'quiz.mark')).value;
    card = (await presses(mei, several ? card : lettered(card, 'a'), 'quiz.answer')).value;
    expect(wordsOf(card)).toContain('答对了。');
    card = (await presses(mei, card, 'quiz.next')).value;
  }
  expect(wordsOf(card)).toContain('2 题全部答对');
  await house.outbox.idle();
  expect(welcome()).toContain('全部完成');
  expect(place.faults).toEqual([]);
});

test('at the roll-out whoever gets the bot is greeted, and not taken for new', async () => {
  const place = await office(settings);
  await place.installed(emma);
  await place.house.outbox.idle();
  expect(
    place.chat
      .at(`a:${emma.aad}`)
      .map(({ card }) => wordsOf(card))
      .join(),
  ).not.toContain('Pass the quiz');
});

/** The card with that answer's button alone. */
function lettered(card: unknown, answer: string): { readonly actions: readonly Pressable[] } {
  const [, letter = ''] = new RegExp(`([A-F]) {2} ?中?Answer ${answer}`).exec(wordsOf(card)) ?? [];
  const all = buttonsIn(card).filter(({ data }) => data['action'] === 'quiz.answer' || data['action'] === 'quiz.mark');
  return { actions: all.slice('ABCDEF'.indexOf(letter)).slice(0, 1) };
}
