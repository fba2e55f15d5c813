/** What `desk help` shows somebody: what everybody does here, then what their roles add, then the rest. */
import { type Context, GROUPS, type Group, type MenuLine } from '#src/handler.ts';
import { type Block, buttons, type Card, heading, list, note, text } from '#src/view/card.ts';
import { cardFor } from '#src/view/card-for.ts';
import type { Text } from '#src/view/span.ts';
import { everyday } from './everyday.ts';

export function helpCard(ctx: Context): Card {
  const { reader, menu } = ctx;
  const { help } = reader.t.desk;
  const mine = menu.filter((line) => line.for?.(ctx) ?? true);
  return cardFor(reader, help.title, [
    heading(help.title),
    ...GROUPS.flatMap((group) => {
      const lines = mine.filter((line) => line.group === group).map((line) => lineOf(line, ctx));
      return lines.length === 0 ? [] : section(group, lines, ctx);
    }),
    note(help.hint),
  ]);
}

function section(group: Group, lines: readonly Text[], { reader }: Context): readonly Block[] {
  switch (group) {
    case 'daily':
      return [list(lines), buttons(...everyday(reader))];
    case 'cases':
    case 'lead':
    case 'people':
    case 'setup':
    case 'also':
      return [text([{ b: reader.t.desk.help.group[group] }]), list(lines)];
    case 'own':
      return [];
  }
}

/** Under its one name, with the Chinese word beside it for whoever reads Chinese. */
function lineOf({ name, also, usage }: MenuLine, { reader: { t } }: Context): Text {
  const { help } = t.desk;
  const chinese = also.find((word) => /\p{Script=Han}/u.test(word));
  return [{ b: name }, `${chinese === undefined ? '' : help.also(chinese)}${help.isFor}${usage(t)}`];
}
