/** One card for a person with everything that is running out for them. It is edited as things change, and goes when all is done. */
import type { Item, Waits } from '#src/core/nudges/item.ts';
import { act, type Block, buttons, type Card, divider, heading, note, opens, status, type Tone, text } from './card.ts';
import { cardFor } from './card-for.ts';
import type { Reader } from './reader.ts';
import type { Span, Text } from './span.ts';

/** Cases shown with their buttons; the rest is counted. */
const SHOWN = 5;

export function nudgesCard(items: readonly Item[], reader: Reader): Card {
  const { t } = reader;
  const shown = items.slice(0, SHOWN);
  const left = items.length - shown.length;
  const parts = shown.map((item) => blocksFor(item, reader));
  const numbers = shown.map(({ number }) => number);
  return cardFor(reader, t.reminder.summary(numbers, left), [
    heading(t.reminder.title),
    ...parts.flatMap((part, index) => (index === 0 ? part : [divider, ...part])),
    ...(left > 0 ? [divider, note(t.reminder.more(left))] : []),
  ]);
}

function blocksFor(item: Item, reader: Reader): readonly Block[] {
  const { t } = reader;
  const about = [t.case.severity[item.severity], t.case.category[item.category]];
  const head: Text = [
    { b: item.number },
    ` · ${[...about, ...(item.confidential ? [t.reminder.confidential] : [])].join(' · ')}`,
  ];
  return [
    status(toneOf(item), head),
    text([waitsFor(item, reader), ...clockOf(item, reader)]),
    ...(item.late === undefined ? [] : [note(t.reminder.late(reader.when(item.late)))]),
    buttons(
      item.waits === 'claim' && act(t.case.do.claim, 'case.claim', { case: item.case }, { look: 'primary' }),
      item.waits === 'effect' && opens(t.case.do.effect, 'case.effect', { case: item.case }, { look: 'primary' }),
      act(t.case.do.show, 'case.show', { case: item.case }),
      opens(t.reminder.later, 'reminder.snooze', { case: item.case }),
    ),
  ];
}

function toneOf({ clock, severity }: Item): Tone {
  if (clock?.overdue) return 'alarm';
  return clock && (severity === 'high' || severity === 'critical') ? 'warning' : 'neutral';
}

/** Whoever does not have the case is told who has. */
function waitsFor({ waits, owner }: Item, { t, name }: Reader): string {
  const words = t.reminder.waits;
  if (owner !== undefined && waits === 'answer') return words.answerOf(name(owner));
  if (owner !== undefined && waits === 'publish') return words.publishOf(name(owner));
  const said: { readonly [W in Waits]: string } = words;
  return said[waits];
}

/** When it is due and how much of that was left when somebody was last reminded: true until the card is edited again. */
function clockOf({ clock }: Item, { t }: Reader): readonly Span[] {
  if (!clock) return [];
  const due: Span = { at: clock.due, show: 'both' };
  if (clock.overdue) return ['\n', t.reminder.overdue, due];
  return ['\n', t.reminder.due, due, t.reminder.left(t.reminder.duration(clock.minutesLeft))];
}
