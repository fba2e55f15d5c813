/** What an issued digest wants: one message to its reader, drawn from what the record says and nothing else. */
import type { Digest, DigestEvent } from '#src/core/digest/digest.ts';
import type { Json } from '#src/core/event.ts';
import type { Role } from '#src/core/role.ts';
import type { Rules } from '#src/core/rules.ts';
import type { Wants } from '#src/desk/wanted.ts';
import type { Block } from '#src/view/card.ts';
import { digestCard } from '#src/view/digest/card.ts';
import type { Reader } from '#src/view/reader.ts';

/** Nothing for somebody who has lost the role meanwhile, or may not know any more of what was in confidence. */
export const digestWants =
  ({ digest, confidentialRoles }: Rules): Wants<Digest, DigestEvent> =>
  ({ state, history }, team) => {
    const [first] = history;
    if (state.status === 'none' || !first) return { cards: [], notices: [] };
    const { person, content, due, late } = state;
    const holds = (some: readonly Role[]) => some.some((role) => team.person(person)?.roles.includes(role));
    if (!holds(digest.roles) || (content.confidential && !holds(confidentialRoles))) return { cards: [], notices: [] };
    const added = state.added.filter(isBlock);
    const event = { id: first.meta.id, number: first.meta.number };
    const card = (reader: Reader) => digestCard({ content, added, issued: { due, late }, subscriber: true }, reader);
    return { cards: [], notices: [{ key: 'digest', event, to: person, card }] };
  };

/** They were blocks when they were written; only erasure or older code can have made something else of them. */
const isBlock = (value: Json | Block): value is Block => typeof value === 'object' && value !== null && 'type' in value;
