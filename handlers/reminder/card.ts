/** A reminder as the channel reads it, with the clause that it illustrates and two buttons that decide what comes oftener. */

import { READ } from '#handlers/policy/read-card.ts';
import type { PostState } from '#src/core/reminder/post.ts';
import { votesOf } from '#src/core/reminder/post.ts';
import type { Rules } from '#src/core/rules.ts';
import { act, buttons, type Card, heading, note, text } from '#src/view/card.ts';
import { cardFor } from '#src/view/card-for.ts';
import type { Reader } from '#src/view/reader.ts';

export const VOTE = 'reminder.vote';

export function reminderCard(
  id: string,
  state: Exclude<PostState, { status: 'none' }>,
  { policyTitles }: Pick<Rules, 'policyTitles'>,
  { locale, t, ...reader }: Reader,
): Card {
  const words = t.channelReminder;
  const { kind, clause, title, text: said } = state.item;
  const [policy = '', number = ''] = clause.split('#');
  const { useful } = votesOf(state);
  const cited = words.clause(policyTitles?.[policy]?.[locale] ?? policy, number);
  return cardFor({ locale, t, ...reader }, `${words.kinds[kind]}${title[locale]}`, [
    heading(`${words.kinds[kind]}${title[locale]}`),
    text(said[locale]),
    note(useful > 0 ? `${cited} · ${words.found(useful)}` : cited),
    ...(state.status === 'over'
      ? []
      : [
          buttons(
            act(words.useful, VOTE, { post: id, useful: 'yes' }),
            act(words.notForMe, VOTE, { post: id, useful: 'no' }),
            act(words.read, READ, { policy, clause: number }),
          ),
        ]),
  ]);
}
