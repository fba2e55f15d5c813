/** What somebody is asked to sign, what they signed, and the reminder of what is left, as cards in their direct messages. */
import type { Instant, PersonId } from '#src/core/event.ts';
import type { OpenTask, Task } from '#src/core/signer/state.ts';
import type { Signing } from '#src/desk/signing/signing.ts';
import { act, type Block, buttons, type Card, facts, heading, list, note, quote, status } from '#src/view/card.ts';
import { cardFor } from '#src/view/card-for.ts';
import { dueDay } from '#src/view/due-day.ts';
import type { Reader } from '#src/view/reader.ts';

export const READ = 'sign.read';
export const LATER = 'sign.later';
export const PROOF = 'sign.proof';

type Texts = Pick<Signing, 'policies' | 'campaigns'>;

export const titleOf = (id: string, { policies }: Pick<Signing, 'policies'>, { locale }: Reader): string =>
  policies.now(id)?.content.title[locale] ?? id;

/** The task of a person as it stands: to be signed, signed, or over. */
export function taskCard(task: Task, whose: PersonId, signing: Texts, reader: Reader): Card {
  const words = reader.t.signing;
  switch (task.status) {
    case 'open':
      return openCard(task, whose, signing, reader);
    case 'signed': {
      const { versions, at } = task.signature;
      const titles = versions.map(({ policy, number }) => words.version(titleOf(policy, signing, reader), number));
      return cardFor(reader, words.done, [
        status('good', [`${words.signedOn} `, { at, show: 'both' }]),
        list(titles),
        buttons(act(words.record, PROOF, { campaign: task.campaign })),
      ]);
    }
    case 'withdrawn':
      return cardFor(reader, words.closed, [note(words.closed)]);
  }
}

function openCard(task: OpenTask, whose: PersonId, signing: Texts, reader: Reader): Card {
  const words = reader.t.signing;
  const campaign = signing.campaigns.get(task.campaign);
  const [first = ''] = task.policies;
  const title = task.changesOnly ? words.changedPlease(titleOf(first, signing, reader)) : words.please;
  const said = campaign?.note ? [quote(campaign.note, reader.name(campaign.by))] : [];
  return cardFor(reader, title, [
    heading(title),
    ...said,
    ...(task.changesOnly ? [] : [list(task.policies.map((id) => lineOf(id, signing, reader)))]),
    facts([{ label: words.until, value: [dueDay(task.until, reader, whose)] }]),
    buttons(readButton(task, reader)),
  ]);
}

function lineOf(id: string, signing: Texts, reader: Reader): string {
  const clauses = signing.policies.now(id)?.content.clauses.length ?? 0;
  return reader.t.signing.whole(titleOf(id, signing, reader), clauses);
}

const readButton = ({ campaign }: OpenTask, { t }: Reader, label = t.signing.read) =>
  act(label, READ, { campaign, page: '0' }, { look: 'primary' });

/** One message for everything that is open, the most pressing first. */
export function reminderCard(
  tasks: readonly OpenTask[],
  whose: PersonId,
  at: Instant,
  signing: Texts,
  reader: Reader,
): Card {
  const words = reader.t.signing;
  const title = words.reminder(tasks.length);
  return cardFor(reader, title, [
    heading(title),
    ...openBlocks(tasks, whose, at, signing, reader),
    buttons(act(words.later, LATER, { days: '1' }), act(words.nextWeek, LATER, { days: '5' })),
  ]);
}

/** Each open task with its button; for the reminder, the home and `desk sign`. */
export function openBlocks(
  tasks: readonly OpenTask[],
  whose: PersonId,
  at: Instant,
  signing: Texts,
  reader: Reader,
): readonly Block[] {
  const words = reader.t.signing;
  const sorted = [...tasks].sort((a, b) => (a.until < b.until ? -1 : 1));
  const named = (task: OpenTask) => reader.t.people.and(task.policies.map((id) => titleOf(id, signing, reader)));
  return [
    list(
      sorted.map((task) => [
        { b: named(task) },
        ` · ${task.until < at ? words.overdue : words.until} `,
        dueDay(task.until, reader, whose),
      ]),
    ),
    buttons(
      ...sorted
        .slice(0, 5)
        .map((task) =>
          readButton(
            task,
            reader,
            sorted.length === 1 ? words.read : `${words.read}${reader.t.common.colon}${named(task)}`.slice(0, 75),
          ),
        ),
    ),
  ];
}
