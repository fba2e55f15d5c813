/** A surge of mentions in one card: what rises, by how much, and since when; edited in place until it is over. */
import type { Series } from '#src/core/warning/series.ts';
import type { Signal } from '#src/core/warning/survey.ts';
import type { Over, Running } from '#src/core/warning/warning.ts';
import { act, type Block, buttons, type Card, list, note, opens, quote, status } from '../card.ts';
import { cardFor } from '../card-for.ts';
import type { Reader } from '../reader.ts';
import type { Text } from '../span.ts';

/** Reasons that a card gives; more would say the same again. */
const REASONS = 6;

/** The card of the channel, and of each leader. `told`: leaders have had theirs. */
export function warningCard(id: string, state: Running | Over, reader: Reader, told = false): Card {
  switch (state.status) {
    case 'running': {
      const words = reader.t.warning;
      return cardFor(reader, `${words.rising} ${line(headline(state.signals), reader)}`, [
        status('alarm', words.rising),
        reasons(state.signals, reader),
        note([words.since, { at: state.since, show: 'both' }, ...(told ? [words.told] : [])]),
        buttons(
          act(words.cases, 'warning.cases', { warning: id }, { look: 'primary' }),
          opens(words.notSurge, 'warning.dismiss', { warning: id }),
        ),
      ]);
    }
    case 'over':
      return overCard(id, state, reader);
  }
}

function overCard(id: string, { since, until, heights, dismissed }: Over, reader: Reader): Card {
  const words = reader.t.warning;
  const said = dismissed ? words.dismissed(reader.name(dismissed.by)) : words.over;
  const items = shown(heights).map(
    (signal): Text => [
      { b: nameOf(signal.series, reader) },
      `${reader.t.common.colon}${words.height[signal.window](number(signal.count, reader))}`,
    ],
  );
  const why: readonly Block[] = dismissed ? [quote(dismissed.reason, reader.name(dismissed.by))] : [];
  return cardFor(reader, said, [
    status(dismissed ? 'neutral' : 'good', said),
    ...why,
    list(items),
    note([words.since, { at: since, show: 'both' }, words.until, { at: until, show: 'both' }]),
    buttons(act(words.cases, 'warning.cases', { warning: id })),
  ]);
}

/** A warning in one line: what rose most, how high, from when to when. */
export function warningLine(state: Running | Over, reader: Reader): Text {
  const words = reader.t.warning;
  const [top] = shown(state.heights);
  const height = top ? `${reader.t.common.colon}${words.height[top.window](number(top.count, reader))}` : '';
  const end: Text = state.status === 'over' ? [words.until, { at: state.until, show: 'both' }] : [words.still];
  return [
    { b: top ? nameOf(top.series, reader) : words.all },
    `${height} · ${words.since}`,
    { at: state.since, show: 'both' },
    ...end,
  ];
}

const reasons = (signals: readonly Signal[], reader: Reader): Block =>
  list(
    shown(signals).map(
      (signal): Text => [{ b: nameOf(signal.series, reader) }, `${reader.t.common.colon}${figures(signal, reader)}`],
    ),
  );

/** What rises, as one line without markup. */
const line = (signal: Signal, reader: Reader): string =>
  `${nameOf(signal.series, reader)}${reader.t.common.colon}${figures(signal, reader)}`;

/** Of equal reasons the most telling first: topics and platforms, then everything together. */
const ORDER: readonly Series['by'][] = ['category', 'cause', 'media', 'all'];
const shown = (signals: readonly Signal[]): readonly Signal[] =>
  [...signals]
    .sort((a, b) => ORDER.indexOf(a.series.by) - ORDER.indexOf(b.series.by) || b.count - a.count)
    .slice(0, REASONS);

function headline(signals: readonly Signal[]): Signal {
  const [first] = shown(signals);
  if (!first) throw new Error('a running warning has a reason');
  return first;
}

/** A topic with what kind of topic it is: “service” alone may be a cause or much else. */
function nameOf(series: Series, { t }: Reader): string {
  switch (series.by) {
    case 'all':
      return t.warning.all;
    case 'category':
      return t.warning.topic(t.case.field.category, t.case.category[series.value]);
    case 'cause':
      return t.warning.topic(t.case.field.cause, t.case.cause[series.value]);
    case 'media':
      return t.warning.topic(t.case.field.media, t.case.media[series.value]);
  }
}

const figures = ({ window, count, usual }: Signal, reader: Reader): string =>
  reader.t.warning[window](number(count, reader), number(usual >= 10 ? Math.round(usual) : usual, reader));

const number = (value: number, { locale }: Reader): string => value.toLocaleString(locale);
