/** A question to the policies where there is a model: the clauses at once, its answer as a message, and only if it is founded. */
import { describe, expect, test } from 'vitest';
import type { Answerer, Question } from '#src/core/inquiry/answerer.ts';
import { inquiry } from '#src/core/inquiry/inquiry.ts';
import { shelf } from '#test/content/shelf.ts';
import { cardWords, words } from '#test/desk/desk.fixture.ts';
import { givenFor, minutes } from '#test/given.ts';
import { house } from '#test/house.fixture.ts';

const { policies } = shelf;
const ASKED = 'policy ask May I comment, argue or explain?';

/** A house whose model says this; `questions` is what it was asked. */
async function withModel(says: (question: Question) => ReturnType<Answerer>) {
  const questions: Question[] = [];
  const answer: Answerer = async (question) => {
    questions.push(question);
    return says(question);
  };
  return { ...(await house({ policies, answer })), questions };
}
type Asking = Awaited<ReturnType<typeof withModel>>;
const read = ({ as }: Asking) => as('emma').reads().map(cardWords).join('\n');

describe('with a model', () => {
  test('the clauses are shown at once, and the answer follows with the clauses it rests on', async () => {
    const all = await withModel(async () => ({
      ...{ answers: true, text: 'No. Report it, and leave the answer to the desk.', cites: ['online-reputation#3.2'] },
    }));
    const shown = words(await all.as('emma').types(ASKED));
    expect(shown).toContain('online-reputation#3.2');
    expect(shown).toContain('If they hold a short answer, it follows as a message to you.');
    const [question] = all.questions;
    expect(question?.clauses.map(({ id }) => id)).toContain('online-reputation#3.2');
    expect(read(all)).toContain('No. Report it, and leave the answer to the desk.');
    expect(read(all)).toContain('3.2 Report, do not answer · Online reputation and response · online-reputation#3.2');
    expect(read(all)).toContain('Put together by a language model');
    expect(all.faults).toEqual([]);
  });

  test('it is not waited for', async () => {
    let say = (_said: Awaited<ReturnType<Answerer>>) => {};
    const later = new Promise<Awaited<ReturnType<Answerer>>>((resolve) => {
      say = resolve;
    });
    const desk = await house({ policies, answer: () => later });
    const waits = desk.receive({
      ...{ cause: 'ask', platform: 'slack', account: 'emma', at: minutes(1) },
      does: { type: 'command', name: 'policy', text: 'ask May I comment, argue or explain?' },
    });
    expect(words(await waits)).toContain('online-reputation#3.2');
    say(undefined);
    await desk.settled();
  });

  test('it says so when the clauses do not answer', async () => {
    const all = await withModel(async () => ({ answers: false, text: '', cites: [] }));
    await all.as('emma').types(ASKED);
    expect(read(all)).toContain('The clauses that I found do not answer this.');
  });

  test.each([
    ['cites a clause that it was not given', { answers: true, text: 'Yes, of course.', cites: ['pledge#9.9'] }],
    ['cites nothing', { answers: true, text: 'Yes, of course.', cites: [] }],
    ['is no answer', undefined],
  ])('what %s reaches nobody', async (_what, said) => {
    const all = await withModel(async () => said);
    await all.as('emma').types(ASKED);
    expect(all.questions).toHaveLength(1);
    expect(read(all)).not.toMatch(/Yes, of course|Your question to the policies/);
  });

  test('one that fails leaves the clauses, and a line in the log', async () => {
    const all = await withModel(() => Promise.reject(new Error('no service')));
    expect(words(await all.as('emma').types(ASKED))).toContain('online-reputation#3.2');
    expect(read(all)).not.toContain('Your question to the policies');
    expect(all.faults.join()).toContain('asking the model');
  });

  test('it gets of a pasted text no more than a question is long', async () => {
    const all = await withModel(async () => undefined);
    await all.as('emma').types(`${ASKED} ${'and on and on '.repeat(3000)}`);
    expect(all.questions.map(({ question }) => question.length)).toEqual([300]);
  });

  test('never hears personal data, nor keeps it', async () => {
    const all = await withModel(async () => ({ answers: false, text: '', cites: [] }));
    await all.as('emma').types('policy ask Can I post the customer phone number +44 7700 900123, please?');
    expect(all.questions[0]?.question).toBe('Can I post the customer phone number [phone], please?');
    for await (const stream of all.store.streams('inquiry/'))
      expect(JSON.stringify(await all.store.read(stream))).not.toContain('900123');
  });

  test('a search asks nobody', async () => {
    const all = await withModel(async () => undefined);
    await all.as('emma').types('policy bad review');
    expect(all.questions).toEqual([]);
  });
});

test('without a model nothing is promised and nothing is kept', async () => {
  const all = await house({ policies });
  expect(words(await all.as('emma').types(ASKED))).not.toContain('follows');
  const kept: string[] = [];
  for await (const stream of all.store.streams('inquiry/')) kept.push(stream);
  expect(kept).toEqual([]);
});

describe('a question', () => {
  const question = { type: 'asked', clauses: ['demo#1.1'], private: { question: 'May I?' } } as const;
  const said = { answers: true, text: 'No.', cites: ['demo#1.1'] };
  const given = givenFor(inquiry);

  test('that nobody answers is dropped after two minutes', async () => {
    const all = await house({ policies, answer: () => new Promise(() => {}) });
    const { records } = all.desk.inquiries;
    await records.act(
      'q',
      { type: 'ask', question: 'May I?', clauses: ['demo#1.1'] },
      {
        ...{ by: 'emma', roles: [], at: minutes(1), cause: 'q' },
      },
    );
    await all.clock.tick(minutes(2));
    expect((await records.read('q')).state.status).toBe('asked');
    await all.clock.tick(minutes(4));
    expect((await records.read('q')).state.status).toBe('dropped');
  });

  test('is answered once, and not after it was dropped', () => {
    given(question, { type: 'answered', cites: ['demo#1.1'], private: { text: 'No.' } })
      .when('desk', { type: 'answer', said: { ...said, text: 'Yes.' } })
      .yields();
    given(question, { type: 'dropped' }).when('desk', { type: 'answer', said }).yields();
    given(question).when('desk', { type: 'drop' }).yields({ type: 'dropped' });
  });
});
