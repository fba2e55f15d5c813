/** How one person stands in a campaign, for lists, counts and exports. */
import type { Instant } from '../event.ts';
import type { Task } from '../signer/state.ts';
import type { Person } from '../team.ts';

export const STANDINGS = ['signed', 'open', 'overdue', 'withdrawn', 'left'] as const;
export type Standing = (typeof STANDINGS)[number];
export type Line = { readonly person: Person; readonly task: Task; readonly standing: Standing };

/** A signature counts for ever; who left without one is not missing any more. */
export function standingOf(task: Task, { active }: Pick<Person, 'active'>, at: Instant): Standing {
  if (task.status !== 'open') return task.status;
  if (!active) return 'left';
  return task.until < at ? 'overdue' : 'open';
}

export type Counts = {
  readonly signed: number;
  readonly all: number;
  readonly overdue: number;
  readonly untold: number;
};

/** Of those who are to sign; leavers and what was taken back do not count. */
export function countOf(lines: readonly Line[]): Counts {
  const is = (...standings: readonly Standing[]) => lines.filter(({ standing }) => standings.includes(standing)).length;
  const untold = lines.filter(({ task }) => task.status === 'open' && task.told === undefined).length;
  return { signed: is('signed'), all: is('signed', 'open', 'overdue'), overdue: is('overdue'), untold };
}

const ORDER: readonly Standing[] = ['overdue', 'open', 'left', 'withdrawn', 'signed'];

/** Made once: thousands of names are compared. */
const byName = new Intl.Collator('zh');
const earlier = (a: Instant, b: Instant): number => (a < b ? -1 : Number(a > b));

/** Overdue first, the longest first among them; then by name. */
export const inOrder = (lines: readonly Line[]): readonly Line[] =>
  [...lines].sort(
    (a, b) =>
      ORDER.indexOf(a.standing) - ORDER.indexOf(b.standing) ||
      earlier(a.task.until, b.task.until) ||
      byName.compare(a.person.name, b.person.name),
  );
