/** What a search found: the sentences, with the words marked; and what a question is answered with: the clauses in full. */
import type { Policy } from '#src/content/policy.ts';
import type { Hit } from '#src/content/search/search.ts';
import type { Context } from '#src/handler.ts';
import { act, buttons, type Card, divider, heading, note, opens, status, text } from '#src/view/card.ts';
import { cardFor } from '#src/view/card-for.ts';
import type { Reader } from '#src/view/reader.ts';
import { clauseBlocks } from './clause-blocks.ts';
import { openers, SEARCH_FORM } from './list-card.ts';
import { READ } from './read-card.ts';
import { waitingBlocks } from './waiting-blocks.ts';

export const ASK = 'policy.ask';
export const SEARCH = 'policy.search';

/** So much of a question is repeated to whoever asked it, and fits in a button. */
const REPEATED = 200;
export const short = (question: string): string => {
  const line = question.replace(/\s+/g, ' ').trim();
  return line.length > REPEATED ? `${[...line.slice(0, REPEATED)].slice(0, -1).join('')}…` : line;
};

export function foundCard(asked: string, hits: readonly Hit[], reader: Reader): Card {
  const { locale, t } = reader;
  const words = t.policy;
  const question = short(asked);
  const title = words.foundFor(hits.length, question);
  return cardFor(reader, title, [
    heading(words.found),
    note(title),
    ...hits.flatMap(({ clause, policy, sentence }) => [
      divider,
      text([{ b: `${clause.number} ${clause.title[locale]}` }, ` · ${policy.title[locale]}`]),
      text(sentence.map((piece) => (piece.hit ? { b: piece.text } : piece.text))),
      buttons(act(words.read, READ, { policy: policy.id, clause: clause.number })),
    ]),
    divider,
    buttons(act(words.whole, ASK, { question }), opens(words.again, SEARCH_FORM, { question })),
  ]);
}

/** `follows`: a model reads these clauses, and says later what they come to. */
export function answerCard(
  { desk, reader }: Pick<Context, 'desk' | 'reader'>,
  asked: string,
  hits: readonly Hit[],
  follows: boolean,
): Card {
  const { locale, t } = reader;
  const words = t.policy;
  const question = short(asked);
  return cardFor(reader, words.answeredFor(question), [
    heading(words.answered),
    text(words.answeredFor(question)),
    ...hits.flatMap(({ clause, policy }) => [
      divider,
      text([{ b: `${clause.number} ${clause.title[locale]}` }, ` · ${policy.title[locale]}`]),
      ...waitingBlocks({ desk, reader }, clause),
      ...clauseBlocks(clause.text[locale]),
      note(clause.id),
      buttons(act(words.read, READ, { policy: policy.id, clause: clause.number })),
    ]),
    divider,
    note(follows ? words.inquiry.follows : words.judge),
    buttons(act(words.more, SEARCH, { question }), opens(words.again, SEARCH_FORM, { question })),
  ]);
}

export function nothingCard(asked: string, policies: readonly Policy[], reader: Reader): Card {
  const words = reader.t.policy;
  const said = words.nothing(short(asked));
  return cardFor(reader, said, [
    status('neutral', said),
    note(words.tryOther),
    buttons(...openers({ desk: { policies }, reader })),
    buttons(opens(words.again, SEARCH_FORM, {})),
  ]);
}
