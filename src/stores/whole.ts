/** Whether what lies in a data directory is whole, in words for whoever runs the desk. */
import { flaw } from '#src/core/chain.ts';
import { isChained } from './entries.ts';
import type { Seen } from './inspect.ts';

const WHY = {
  order: 'is not the one that belongs here: entries were removed, added or reordered',
  changed: 'was changed after it was recorded',
  private: 'has a confidential part that was changed after it was recorded',
};

/** What is wrong with a stream or with a file that should be one; undefined when nothing is. */
export function wrongWith(seen: Seen): string | undefined {
  if ('why' in seen) return `${seen.path}: ${seen.why}`;
  const found = isChained(seen.stream) ? flaw(seen.entries) : undefined;
  return found && `${seen.stream}: entry ${found.number} ${WHY[found.why]}`;
}
