/** A year of cases as a company has them: most went the whole way and are closed, some were set aside, a few are open. */
import { seal } from '#src/core/chain.ts';
import type { Entry, Instant } from '#src/core/event.ts';
import { DAY } from '#src/core/time.ts';
import * as story from '#test/core/case/stories.ts';
import { START } from '#test/given.ts';
import { fileOf, write } from './dataset.ts';

const YEAR = 365 * DAY;
/** One case in so many is open still. */
const OPEN = 50;

export const END: Instant = new Date(Date.parse(START) + YEAR).toISOString();

/** Every case is a copy of one that the rules made, at its own time of the year. */
export async function fillYear(dir: string, cases: number): Promise<void> {
  const closed = [...story.answered, story.judged, story.closed];
  const dismissed = [story.reported, story.claimed, story.does('rita', story.dismiss)];
  const templates = await Promise.all(
    [closed, closed, closed, dismissed, story.inReview].map((chapters) => template(story.given(...chapters))),
  );
  for (let index = 0; index < cases; index += 1) {
    const which = index % OPEN === 0 ? 4 : index % 4;
    const parts = templates[which] ?? [];
    const later = Math.floor((index / cases) * YEAR);
    const text = parts.map((part) => (typeof part === 'string' ? part : moved(part.at, later))).join('');
    const named = text.replaceAll('TEMPLATE', `case-${index}`).replaceAll('RM-2026-0001', `RM-2026-${index}`);
    write(dir, `case/case-${index}`, named);
  }
}

const moved = (at: number, later: number): string => new Date(at + later).toISOString();

/** The file, parted at every instant in it. */
async function template({ history }: story.CaseStory) {
  let prev = '';
  const entries = history.map(({ event, meta }): Entry => {
    const entry = seal('case/TEMPLATE', event, { ...meta, version: 1, prev });
    prev = entry.digest;
    return entry;
  });
  const text = await fileOf('case/TEMPLATE', entries);
  return text
    .split(/(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)/)
    .map((part, index) => (index % 2 === 0 ? part : { at: Date.parse(part) }));
}
