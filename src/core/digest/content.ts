/** What a digest says: figures, and the few cases that it names. Plain JSON, so that an old one stays as it was. */
import type { Instant, PersonId } from '../event.ts';
import { type Counter, together } from '../figures/counter.ts';
import { type Figures, figuresOf } from '../figures/figures.ts';
import type { Span } from '../figures/period.ts';
import type { Role } from '../role.ts';
import type { Rules } from '../rules.ts';
import { joinedLists, type Lists, listsOf } from './lists.ts';

export type DigestContent = {
  readonly span: Span;
  readonly figures: Figures;
  /** The same of confidential cases, for those who may know of them. */
  readonly confidential?: Figures;
  readonly lists: Lists;
  /** Hours within which a first answer was due then. */
  readonly aims: Rules['serviceLevel'];
};

/** What is counted for a digest, over ordinary cases and over confidential ones apart. */
export type Counted = { readonly figures: Figures; readonly lists: Lists };

export const countsFor = (
  viewer: { readonly me: PersonId; readonly roles: readonly Role[] },
  span: Span,
  at: Instant,
  rules: Rules,
): Counter<Counted> => together<Counted>({ figures: figuresOf(span, at), lists: listsOf(viewer, span, at, rules) });

/** Lists are for one person, so they name both kinds; figures stay apart. */
export function contentOf(
  span: Span,
  { open, confidential }: { readonly open: Counted; readonly confidential?: Counted },
  { serviceLevel: aims }: Rules,
): DigestContent {
  const { figures, lists } = open;
  if (!confidential) return { span, figures, lists, aims };
  return { span, figures, aims, confidential: confidential.figures, lists: joinedLists(lists, confidential.lists) };
}
