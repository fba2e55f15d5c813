/** Who is told of the roster: those put on it by somebody else, both who swapped, and on Monday those whose week it is. */
import { type Duty, type DutyEvent, duty, onDuty, type Turn } from '#src/core/duty/duty.ts';
import type { Happened, PersonId } from '#src/core/event.ts';
import type { Wants } from '#src/desk/wanted.ts';
import { type Card, note, text } from '#src/view/card.ts';
import { cardFor } from '#src/view/card-for.ts';
import type { Reader } from '#src/view/reader.ts';
import { weekRange } from '#src/words/week.ts';

type Told = { readonly to: PersonId; readonly card: (reader: Reader) => Card };

export const dutyWants: Wants<Duty, DutyEvent> = ({ history }) => {
  let before: Duty = duty.initial;
  const notices = history.flatMap((happened) => {
    const after = duty.evolve(before, happened.event, happened.meta);
    const told = toldOf(happened, before, after);
    before = after;
    const { id, number } = happened.meta;
    return told
      .filter(({ to }) => to !== happened.meta.by)
      .map(({ to, card }) => ({ key: 'duty', event: { id, number }, to, card }));
  });
  return { cards: [], notices };
};

function toldOf({ event, meta }: Happened<DutyEvent>, before: Duty, after: Duty): readonly Told[] {
  switch (event.type) {
    case 'assigned': {
      const known = before.weeks[event.week] ?? [];
      return event.people
        .filter((to) => !known.includes(to))
        .map((to) => ({ to, card: told(({ t, name }, range) => t.duty.assigned(name(meta.by), range(event.week))) }));
    }
    case 'swapped': {
      const { one, other } = event;
      const own = meta.by === one.who || meta.by === other.who;
      return [swapped(one, other, meta.by, own), swapped(other, one, meta.by, own)];
    }
    case 'began': {
      const people = onDuty(after);
      return people.map((to) => ({
        to,
        card: began(
          event.week,
          people.filter((other) => other !== to),
        ),
      }));
    }
  }
}

const swapped = (given: Turn, taken: Turn, by: PersonId, own: boolean): Told => ({
  to: given.who,
  card: told(({ t, name }, range) =>
    t.duty[own ? 'swapped' : 'swappedFor'](name(by), range(given.week), range(taken.week)),
  ),
});

const began =
  (week: string, others: readonly PersonId[]) =>
  (reader: Reader): Card => {
    const { t, name, locale } = reader;
    const line = t.duty.began(weekRange(week, locale));
    const together = others.length > 0 ? [note(t.duty.together(t.people.and(others.map(name))))] : [];
    return cardFor(reader, line, [text(line), ...together, note(t.duty.means)]);
  };

const told =
  (say: (reader: Reader, range: (week: string) => string) => string) =>
  (reader: Reader): Card => {
    const line = say(reader, (week) => weekRange(week, reader.locale));
    return cardFor(reader, line, [text(line), note(reader.t.duty.means)]);
  };
