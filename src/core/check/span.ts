/** Where a pattern was met in a text. */
import { fold, unfold } from '../fold.ts';

/** `at` counts UTF-16 units of the original text: [start, end). */
export type Span<Kind extends string = string> = { readonly kind: Kind; readonly at: readonly [number, number] };

/** How one kind of thing looks in folded text. The group `it`, if there is one, is the thing itself. */
export type Pattern<Kind extends string> = {
  readonly kind: Kind;
  /** With flags `dg` and whatever else it needs. */
  readonly looks: RegExp;
  readonly holds?: (found: string) => boolean;
  /** Numbers in a web address name pages, not people. */
  readonly alsoInLinks?: true;
};

const LINK = /https?:\/\/[!-~]+/gi;

export function spansOf<Kind extends string>(text: string, patterns: readonly Pattern<Kind>[]): Span<Kind>[] {
  const folded = fold(text);
  const inLink = new Uint8Array(text.length);
  for (const { 0: link, index } of text.matchAll(LINK)) inLink.fill(1, index, index + link.length);
  return patterns.flatMap(({ kind, looks, holds, alsoInLinks }) =>
    [...folded.text.matchAll(looks)].flatMap((match) => {
      const [from, to] = match.indices?.groups?.it ?? match.indices?.[0] ?? [0, 0];
      const at = unfold(folded, from, to);
      const named = alsoInLinks || inLink[at[0]] === 0;
      return named && (holds?.(folded.text.slice(from, to)) ?? true) ? [{ kind, at }] : [];
    }),
  );
}

/** In order of place, without those that lie inside another. */
export function outermost<S extends Pick<Span, 'at'>>(spans: readonly S[]): S[] {
  let covered = -1;
  return [...spans]
    .sort((a, b) => a.at[0] - b.at[0] || b.at[1] - a.at[1])
    .filter(({ at: [, end] }) => {
      const outer = end > covered;
      if (outer) covered = end;
      return outer;
    });
}
