/** What a new colleague's way wants people to see: the welcome, reminders, and a word to whoever leads them. */

import type { Happened, PersonId } from '#src/core/event.ts';
import type { PathEvent } from '#src/core/path/path.ts';
import type { PathState } from '#src/core/path/state.ts';
import type { Team } from '#src/core/team.ts';
import type { WantedNotice, Wants } from '#src/desk/wanted.ts';
import type { Card } from '#src/view/card.ts';
import type { Reader } from '#src/view/reader.ts';
import { pathCard, reminderCard, toldCard } from './path-card.ts';

export const pathWants: Wants<PathState, PathEvent> = ({ id, state, history }, team) => {
  // A record that became somebody else's is theirs to walk.
  if (state.status === 'none' || team.person(id)?.id !== id) return { cards: [], notices: [] };
  const began = history.findLast(({ event }) => event.type === 'started')?.meta.number ?? 0;
  const card = {
    ...{ key: `path/${began}`, to: { person: id } },
    card: (reader: Reader) => pathCard(state, reader),
  } as const;
  if (state.status !== 'open') return { cards: [card], notices: [] };
  return { cards: [card], notices: history.flatMap((happened) => noticesOf(happened, state, team)) };
};

type Open = Extract<PathState, { status: 'open' }>;

function noticesOf({ event, meta }: Happened<PathEvent>, state: Open, team: Team): readonly WantedNotice[] {
  const { id, number, by } = meta;
  const { person, plan } = state;
  const send = (to: PersonId, key: string, card: (reader: Reader) => Card): WantedNotice => ({
    ...{ key, event: { id, number }, to, card },
  });
  const own = (key: string, said: (reader: Reader) => string) =>
    send(person, key, (reader) => reminderCard(state, said(reader), reader));
  switch (event.type) {
    case 'reminded':
      return [own('remind', ({ t }) => (event.late ? t.training.path.remindLate : t.training.path.remind))];
    case 'urged':
      return [own('urge', (reader) => reader.t.training.path.urged(reader.name(by)))];
    case 'told':
      return leadsOf(person, team).map((to) =>
        send(to, 'told', (reader) => toldCard({ person, due: plan.due }, reader)),
      );
    case 'started':
    case 'passed':
    case 'signaturesAsked':
    case 'finished':
    case 'dropped':
    case 'postponed':
      return [];
  }
}

/** Their manager; where nobody is, human resources. */
export function leadsOf(person: PersonId, team: Team): readonly PersonId[] {
  const manager = team.person(person)?.manager;
  return manager !== undefined && team.person(manager)?.active ? [manager] : team.holding('hr');
}
