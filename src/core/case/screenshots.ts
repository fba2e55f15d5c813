/** Screenshots of a case: evidence of what stood there, kept by the digest of its bytes (K16). */
import type { Deal } from '../decider.ts';
import { DESK, type Instant, type Meta, type PersonId } from '../event.ts';
import { type AwaitedFile, isKept, type KeptFile, type Loss, PICTURES, type SentFile } from '../file/file.ts';
import { Refused } from '../refused.ts';
import { isActing, mayKnow } from './may.ts';
import type { CaseFacts, CaseState, ExistingCase } from './state.ts';

/** What a form takes: a few of what every phone and browser makes, no larger than every chat can carry. */
export const SCREENSHOTS = { accept: PICTURES, most: 3, maxBytes: 10 * 1024 * 1024 } as const;

/** As somebody sends one. */
export type NewScreenshot = { readonly id: string; readonly file: SentFile };

export type Screenshot = NewScreenshot & {
  /** The fact whose evidence it is. */
  readonly fact?: string;
  readonly by: PersonId;
  readonly at: Instant;
  /** Number of the last event that said something of it. */
  readonly event: number;
};
export type KeptScreenshot = Screenshot & { readonly file: KeptFile };

/** A file without what was typed, which is its name. */
type Nameless<F> = F extends unknown ? Omit<F, 'name'> : never;

export type ScreenshotEvent =
  | {
      readonly type: 'screenshotSent';
      readonly screenshot: string;
      readonly fact?: string;
      readonly file: Nameless<SentFile>;
      readonly private: { readonly name: string };
    }
  /** It was fetched from where it was sent. */
  | ({ readonly type: 'screenshotKept'; readonly screenshot: string } & Omit<KeptFile, 'name'>)
  | { readonly type: 'screenshotLost'; readonly screenshot: string; readonly sender: PersonId; readonly why: Loss };

/** Given by the desk once it has fetched a file, or has given up. */
export type ScreenshotCommand =
  | ({ readonly type: 'keepScreenshot'; readonly screenshot: string } & Omit<KeptFile, 'name'>)
  | { readonly type: 'loseScreenshot'; readonly screenshot: string; readonly why: Loss };

export const sent = (all: readonly NewScreenshot[] = [], fact?: string): readonly ScreenshotEvent[] =>
  all.map(({ id, file: { name, ...file } }) => ({
    ...{ type: 'screenshotSent', screenshot: id, file, private: { name } },
    ...(fact !== undefined && { fact }),
  }));

/**
 * The same, refused where a case takes no more. Whoever may not know of the case is held to what they sent themselves, or
 * the number would tell them of others; and nobody is refused with their first report, which must not wait (K1).
 */
export function sentTo(
  state: ExistingCase,
  all: readonly NewScreenshot[] = [],
  deal: Deal,
  fact?: string,
): readonly ScreenshotEvent[] {
  const { screenshots, reporters } = state;
  const { by, roles, rules } = deal;
  const knows = mayKnow(state, by, roles, rules);
  const there = knows ? screenshots : screenshots.filter((one) => isActing(one.by, deal));
  const most = rules.screenshotsPerCase;
  const left = Math.max(0, most - there.length);
  const isFirst = fact === undefined && !reporters.some(({ person }) => isActing(person, deal));
  if (all.length > left && !isFirst) throw new Refused({ code: 'case_screenshots_many', field: 'shots', most, left });
  return sent(all, fact);
}

/** Those that a platform still has. */
export const awaited = (state: CaseState): readonly (Screenshot & { readonly file: AwaitedFile })[] =>
  state.status === 'none'
    ? []
    : state.screenshots.filter((one): one is typeof one & { file: AwaitedFile } => !isKept(one.file));

/** Those that can be shown. */
export const keptOf = ({ screenshots }: Pick<CaseFacts, 'screenshots'>): readonly KeptScreenshot[] =>
  screenshots.filter((one): one is KeptScreenshot => isKept(one.file));

export function fetched(state: CaseState, command: ScreenshotCommand, { by }: Deal): readonly ScreenshotEvent[] {
  const known = by === DESK ? awaited(state).find(({ id }) => id === command.screenshot) : undefined;
  if (!known) return [];
  switch (command.type) {
    case 'keepScreenshot':
      return [{ ...command, type: 'screenshotKept' }];
    case 'loseScreenshot':
      return [{ ...command, type: 'screenshotLost', sender: known.by }];
  }
}

export function withScreenshot<S extends ExistingCase>(state: S, event: ScreenshotEvent, { by, at, number }: Meta): S {
  const { screenshot: id } = event;
  const others = state.screenshots.filter((one) => one.id !== id);
  switch (event.type) {
    case 'screenshotSent': {
      const { fact, file, private: typed } = event;
      const added = { id, file: { ...file, ...typed }, by, at, event: number, ...(fact !== undefined && { fact }) };
      return { ...state, screenshots: [...others, added] };
    }
    case 'screenshotKept': {
      const { type: _, screenshot: __, ...kept } = event;
      const screenshots = state.screenshots.map((one) =>
        one.id === id ? { ...one, file: { ...kept, name: one.file.name }, event: number } : one,
      );
      // What a merged case gets it owes to the case that it went into.
      return { ...state, screenshots, ...(state.status === 'merged' && { handed: false }) };
    }
    case 'screenshotLost':
      return { ...state, screenshots: others };
  }
}

/** Those of a case and of one that went into it; the same one once. */
export function joined(
  mine: readonly Screenshot[],
  theirs: readonly Screenshot[],
  event: number,
): readonly Screenshot[] {
  const known = new Set(mine.map(({ id }) => id));
  return [...mine, ...theirs.filter(({ id }) => !known.has(id)).map((one) => ({ ...one, event }))];
}
