/** What a model said to a question, with the clauses it rests on; sent once, to whoever asked. */
import type { Policy } from '#src/content/policy.ts';
import type { Inquiry, InquiryEvent } from '#src/core/inquiry/inquiry.ts';
import type { WantedNotice, Wants } from '#src/desk/wanted.ts';
import { act, buttons, type Card, heading, list, note, quote, status, text } from '#src/view/card.ts';
import { cardFor } from '#src/view/card-for.ts';
import type { Reader } from '#src/view/reader.ts';
import { short } from './found-card.ts';
import { READ } from './read-card.ts';

type Told = Extract<Inquiry, { status: 'answered' | 'unanswered' }>;

export const inquiryWants =
  (policies: readonly Policy[]): Wants<Inquiry, InquiryEvent> =>
  ({ state, history }) => {
    const event = history.findLast((one) => one.event.type === 'answered' || one.event.type === 'unanswered');
    if (!event || (state.status !== 'answered' && state.status !== 'unanswered')) return { cards: [], notices: [] };
    const notice: WantedNotice = {
      ...{ key: 'answer', event: { id: event.meta.id, number: event.meta.number }, to: state.by },
      card: (reader) => inquiryCard(state, policies, reader),
    };
    return { cards: [], notices: [notice] };
  };

function inquiryCard(state: Told, policies: readonly Policy[], reader: Reader): Card {
  const words = reader.t.policy.inquiry;
  const asked = quote(short(state.question));
  if (state.status === 'unanswered')
    return cardFor(reader, words.unanswered, [heading(words.title), asked, status('neutral', words.unanswered)]);
  const cited = state.cites.flatMap((id) => {
    const policy = policies.find((one) => one.clauses.some((clause) => clause.id === id));
    const clause = policy?.clauses.find((one) => one.id === id);
    return policy && clause ? [{ policy, clause }] : [];
  });
  return cardFor(reader, state.text, [
    heading(words.title),
    asked,
    text(state.text),
    list(
      cited.map(({ policy, clause }) => [
        { b: `${clause.number} ${clause.title[reader.locale]}` },
        ` · ${policy.title[reader.locale]} · ${clause.id}`,
      ]),
    ),
    buttons(
      ...cited.map(({ policy, clause }) =>
        act(words.read(clause.number), READ, { policy: policy.id, clause: clause.number }),
      ),
    ),
    note(words.byModel),
  ]);
}
