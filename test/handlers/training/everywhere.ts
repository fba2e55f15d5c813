/** Everything that training ever shows: for the proof that each of its buttons leads somewhere, and each way has one. */
import type { Question } from '#src/core/quiz/question.ts';
import type { Card } from '#src/view/card.ts';
import { multiple, single, story } from '#test/core/quiz/questions.fixture.ts';
import { policies } from '#test/handlers/signing/policies.fixture.ts';
import { buttonsOf, cardOf, labels } from '#test/house.fixture.ts';
import { houseWith, presses, starts, type Taker } from '../quiz/walk.ts';

const clause = 'pledge#1.1';
const bank: readonly Question[] = [single('one', 'policy', clause), { ...multiple('many'), clause }, story('tale')];

/** Rita uses up her attempts, Emma is asked again after hers; their manager looks at it. */
export async function everywhereInTraining() {
  const all = await houseWith(bank, { policies });
  const [emma, rita, lea] = [all.as('emma'), all.as('rita'), all.as('lea')];
  const seen: Card[] = [];
  const sees = (card: Card): Card => {
    seen.push(card);
    return card;
  };
  /** Answers whatever is asked, well or badly, until nothing is. */
  async function answers(taker: Taker, from: Card): Promise<void> {
    let card = sees(from);
    for (;;) {
      const several = labels(card).includes('☐ A');
      if (several) card = sees(await presses(taker, card, '☐ A'));
      const [way] = ['Hand in', 'B', 'Go on', 'Next', 'See the result'].filter((label) =>
        labels(card).some((one) => one.startsWith(label)),
      );
      if (way === undefined) return;
      card = sees(await presses(taker, card, way));
    }
  }

  for (const line of ['desk team manager Emma, Lea', 'desk team manager Rita, Lea', 'desk hire Emma, Rita'])
    sees(cardOf(await all.as('max').types(line)));
  await all.desk.signing.campaigns.records.act(
    'pledge',
    {
      ...{ type: 'open', policies: ['pledge'], why: 'opened', note: '' },
      ...{ audience: { to: 'under', manager: all.idOf('lea') }, term: { days: 5 } },
    },
    { by: all.idOf('lea'), roles: ['manager'], at: '2026-03-02T02:00:00.000Z', cause: 'pledge' },
  );
  await all.desk.signing.idle();
  await all.settled();
  for (const taker of [emma, rita]) await answers(taker, await starts(taker));
  sees(cardOf(await emma.clicks('quiz.menu', {})));
  for (const line of ['quiz', 'quiz etiquette', 'quiz past', 'quiz pause', 'quiz resume'])
    sees(cardOf(await emma.types(line)));
  await all.pass(33);
  await answers(rita, await starts(rita));
  sees(cardOf(await lea.types('desk training')));
  for (let day = 0; day < 14; day += 1) {
    await all.pass(24);
    const asked = emma.reads().findLast((card) => labels(card).some((label) => label.startsWith('No questions')));
    if (asked) await answers(emma, asked);
  }
  const shown = [...seen, ...all.chat.messages.map(({ card }) => card)];
  return {
    where: 'in training',
    all,
    answers: seen.map((card) => ({ type: 'show', card }) as const),
    buttons: shown.flatMap(buttonsOf),
  };
}
