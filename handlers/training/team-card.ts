/** What whoever leads people sees of their training: overdue first, one button to remind all, a list to export. */
import { csvOf } from '#src/desk/csv.ts';
import type { Context } from '#src/handler.ts';
import { act, type Block, buttons, type Card, file, heading, list, note, status, text } from '#src/view/card.ts';
import { cardFor } from '#src/view/card-for.ts';
import { dueDay } from '#src/view/due-day.ts';
import type { Reader } from '#src/view/reader.ts';
import type { Span, Text } from '#src/view/span.ts';
import { type Asking, type Standing, standings, strengths } from './standing.ts';

export const SHOW = 'training.show';
export const URGE = 'training.urge';
export const EXTRA = 'training.extra';
export const DROP = 'training.drop';
export const EXPORT = 'training.export';

const LINES = 15;
const BUTTONS = 3;

/** `said`: what was just done, shown on top. */
export async function teamCard(ctx: Context, said?: string): Promise<Card> {
  const { reader } = ctx;
  const words = reader.t.training.team;
  const all = await standings(ctx);
  const due = all.filter((one) => one.status !== 'finished');
  return cardFor(reader, said ?? words.title, [
    heading(words.title),
    ...(said === undefined ? [] : [status('good', said)]),
    ...(all.length === 0 ? [note(words.none)] : byTeam(all, reader)),
    ...(all.length > LINES ? [note(words.more(all.length - LINES))] : []),
    ...(await strengthBlocks(ctx)),
    ...(all.length === 0
      ? []
      : [
          buttons(
            due.length > 0 && act(words.remind(due.length), URGE, {}, { look: 'primary' }),
            act(words.export, EXPORT, {}),
            ...stuckButtons(all, reader),
          ),
          ...dropButtons(due, reader),
        ]),
  ]);
}

function byTeam(all: readonly Standing[], reader: Reader): readonly Block[] {
  const words = reader.t.training.team;
  const teams = Map.groupBy(all, ({ person }) => person.team || words.noTeam);
  const shown = new Set(all.slice(0, LINES));
  return [...teams].flatMap(([team, people]): readonly Block[] => {
    const lines = people.filter((one) => shown.has(one));
    const done = people.filter(({ status: now }) => now === 'finished').length;
    const head = text([{ b: team }, ` · ${words.counts(done, people.length)}`]);
    return lines.length === 0 ? [] : [head, list(lines.map((one) => line(one, reader)))];
  });
}

export function line({ person, due, finished, status: now, passed, stuck, unsigned }: Standing, reader: Reader): Text {
  const words = reader.t.training.team;
  const name: Span = { person: person.id, name: reader.name(person.id) };
  if (finished !== undefined) return [name, ' · ', words.finished, dueDay(finished, reader, person.id)];
  const quiz = passed ? words.quizPassed : stuck ? words.quizStuck : words.quizOpen;
  const sign = unsigned > 0 ? ` · ${words.toSign(unsigned)}` : '';
  const when = now === 'overdue' ? words.overdue : words.due;
  return [name, ' · ', when, dueDay(due, reader, person.id), ` · ${quiz}${sign}`];
}

const stuckButtons = (all: readonly Standing[], reader: Reader) =>
  all
    .filter(({ stuck }) => stuck)
    .slice(0, BUTTONS)
    .map(({ person }) => act(reader.t.training.team.giveExtra(reader.name(person.id)), EXTRA, { person: person.id }));

/** For the few who were taken for new by mistake. */
function dropButtons(due: readonly Standing[], reader: Reader): readonly Block[] {
  const words = reader.t.training.team;
  const confirm = { title: words.dropTitle, text: words.dropText, yes: words.dropYes, no: words.dropNo };
  const all = due
    .slice(0, BUTTONS)
    .map(({ person }) => act(words.drop(reader.name(person.id)), DROP, { person: person.id }, { confirm }));
  return all.length === 0 ? [] : [buttons(...all)];
}

async function strengthBlocks(asking: Asking & { readonly reader: Reader }): Promise<readonly Block[]> {
  const { reader } = asking;
  const { team } = reader.t.training;
  const all = await strengths(asking);
  if (all.length === 0) return [];
  const lines = all.map(({ topic, percent, people }) =>
    team.strengthLine(reader.t.quiz.topics[topic], percent, people),
  );
  return [text([{ b: team.strength }]), list(lines), note(team.strengthNote)];
}

/** As a file for a spreadsheet: readable in Excel, and nothing in it is computed. */
export async function exportCard(ctx: Context): Promise<Card> {
  const { reader, desk } = ctx;
  const { columns, status: names, team: words } = reader.t.training;
  const all = await standings(ctx);
  const rows = all.map(({ person, joined, due, status: now, passed, unsigned, finished }) => [
    ...[person.name, person.team ?? '', person.manager === undefined ? '' : reader.name(person.manager)],
    ...[reader.dayOf(joined, person.id), reader.dayOf(due, person.id), names[now], passed ? '✓' : '', String(unsigned)],
    finished === undefined ? '' : reader.dayOf(finished, person.id),
  ]);
  const head = [
    ...[columns.name, columns.team, columns.manager, columns.joined, columns.due, columns.status],
    ...[columns.quiz, columns.sign, columns.finished],
  ];
  const bytes = csvOf([head, ...rows]);
  const digest = await desk.keep(bytes);
  return cardFor(reader, words.exported, [
    heading(words.title),
    text(words.exported),
    file({ digest, name: words.file, media: 'text/csv', size: bytes.byteLength }),
  ]);
}
