/** The top of everybody's home: who they are to the desk, the way to report, and whether they are away. */
import type { Handler } from '#src/handler.ts';
import { act, type Block, buttons, heading, note, opens, text } from '#src/view/card.ts';
import { dueDay } from '#src/view/due-day.ts';
import { awayUntil } from '#src/view/team-card.ts';
import { everyday } from './everyday.ts';

export const home = {
  home({ reader, desk, me, at }): readonly Block[] {
    const { t } = reader;
    const words = t.desk.home;
    const person = desk.people.team().person(me);
    const roles = (person?.roles ?? []).map((role) => t.people.roles[role]);
    const away = person && awayUntil(person, at);
    return [
      heading(words.hello(reader.name(me))),
      text(words.intro),
      ...(roles.length > 0 ? [text(words.roles(t.people.and(roles), roles.length))] : []),
      ...(away === undefined ? [] : [text([words.away, dueDay(away, reader, me)])]),
      buttons(
        ...everyday(reader),
        away === undefined
          ? opens(words.absence, 'team.away', { person: me })
          : act(words.back, 'team.back', { person: me }),
      ),
      note(words.commands),
    ];
  },
} satisfies Handler;
