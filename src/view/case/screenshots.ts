/** The screenshots of a case, opened by whoever may see the case. */
import { keptOf } from '#src/core/case/screenshots.ts';
import { isPicture } from '#src/core/file/file.ts';
import { act, type Block, type Button, type Card, heading, note, picture } from '../card.ts';
import { cardFor } from '../card-for.ts';
import type { Span } from '../span.ts';
import { personSpan } from './head.ts';
import { caseArgs, excerpt, type Shown } from './shown.ts';

/** Pictures of one card at most; the newest are shown. */
const SHOWN = 9;

export function screenshotsButton(shown: Shown): Button | undefined {
  const { length } = keptOf(shown.state);
  if (length === 0) return undefined;
  return act(shown.reader.t.screenshot.open(length), 'case.screenshots', caseArgs(shown));
}

export function screenshotsCard(shown: Shown): Card {
  const { state, reader } = shown;
  const { t } = reader;
  const title = t.screenshot.title(state.number);
  const kept = keptOf(state);
  const left = kept.length - SHOWN;
  return cardFor(reader, title, [
    heading(title),
    ...(kept.length === 0 ? [note(t.screenshot.none)] : []),
    ...kept.slice(-SHOWN).flatMap((one) => blocksOf(one, shown)),
    ...(left > 0 ? [note(t.screenshot.earlier(left))] : []),
  ]);
}

function blocksOf({ file, by, at, fact }: ReturnType<typeof keptOf>[number], shown: Shown): readonly Block[] {
  const { state, reader } = shown;
  const words = reader.t.screenshot;
  const { name, media, digest, width, height } = file;
  if (!isPicture(media)) return [];
  const claim = state.facts.find(({ id }) => id === fact)?.claim;
  const about: readonly Span[] = [
    ...[personSpan(by, reader), ' · ', { at, show: 'both' } as const, ` · ${excerpt(name, 80, reader)}`],
    claim === undefined ? '' : ` · ${words.forFact(excerpt(claim, 80, reader))}`,
  ];
  return [
    picture({ digest, media, alt: words.alt(state.number, excerpt(name, 80, reader)), width, height }),
    note(about),
    note(words.digest(digest)),
  ];
}
