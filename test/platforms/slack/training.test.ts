/** A new colleague's first day over the real receiver: joining, question by question, and a repeat of the event. */
import { expect, test } from 'vitest';
import { multiple, single } from '#test/core/quiz/questions.fixture.ts';
import { rules } from '#test/core/rules.fixture.ts';
import { buttonsIn, hands, wordsOf } from './hands.ts';
import { office } from './office.ts';
import { event } from './payloads.ts';

/** Somebody as the event tells of them. */
const userOf = ({ id, name, locale }: { readonly id: string; readonly name: string; readonly locale: string }) => ({
  ...{ id, name, locale, team_id: 'T0GOODWORD', real_name: name, profile: { display_name: name } },
});

const quiz = { ...rules.training.quiz, joining: { policy: 2 } };
const settings = { questions: [single('one'), multiple('many')], rules: { training: { ...rules.training, quiz } } };

test('whoever joins is welcomed once in their own messages, and passes the quiz there', async () => {
  const place = await office(settings);
  const { chat, house, post } = place;
  const nora = { id: 'U0NORA', name: 'Nora', locale: 'en-GB', email: 'nora@northwind.example' };
  chat.users.set(nora.id, nora);
  const joined = event({ type: 'team_join', user: userOf(nora) }, 'Ev-nora');
  await post(joined);
  await post(joined);
  await house.outbox.idle();
  expect(chat.at('D0NORA')).toHaveLength(1);
  const welcome = () => wordsOf(chat.at('D0NORA')[0]);
  expect(welcome()).toContain('Welcome, Nora!');
  expect(welcome()).toContain('☐ Pass the quiz');

  const { presses, told } = hands(place);
  const direct = async (shown: unknown, does: string) => told(() => presses(nora.id, shown, does, 'D0NORA'));
  let card = await direct(chat.at('D0NORA')[0], 'act quiz.open');
  card = await direct(card, 'act quiz.start');
  expect(card).toMatchObject({ replace_original: true });
  for (let index = 0; index < 2; index += 1) {
    expect(wordsOf(card)).toContain(`Question ${index + 1} of 2`);
    const several = buttonsIn(card).some(({ action_id }) => action_id.startsWith('act quiz.mark'));
    for (const answer of several ? ['a', 'b'] : []) card = await direct(lettered(card, answer), 'act quiz.mark');
    card = await direct(several ? card : lettered(card, 'a'), 'act quiz.answer');
    expect(wordsOf(card)).toContain('That’s right.');
    card = await direct(card, 'act quiz.next');
  }
  expect(wordsOf(card)).toContain('Passed with all 2 right.');
  await house.outbox.idle();
  expect(welcome()).toContain('All done. Welcome aboard!');
  expect(place.faults).toEqual([]);
});

test('a bot that joins is nobody to be welcomed', async () => {
  const place = await office(settings);
  await place.post(
    event({ type: 'team_join', user: { ...userOf({ id: 'U0BOT', name: 'Bot', locale: 'en' }), is_bot: true } }),
  );
  await place.house.outbox.idle();
  expect(place.chat.at('D0BOT')).toEqual([]);
});

/** The card with that answer's button alone. */
function lettered(card: unknown, answer: string): unknown {
  const [, letter = ''] = new RegExp(`([A-F]) {2} ?Answer ${answer}\\b`).exec(wordsOf(card)) ?? [];
  const all = buttonsIn(card).filter(({ action_id }) => /^act quiz\.(answer|mark) /.test(action_id));
  return { elements: [{ type: 'button', ...all['ABCDEF'.indexOf(letter)] }] };
}
