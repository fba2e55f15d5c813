/** The record of a policy: every version that was ever published, and a change that waits for its owner's word (K17). */
import type { Deal, Decider } from '../decider.ts';
import { DESK, type Instant, type Meta, type PersonId } from '../event.ts';
import { Refused } from '../refused.ts';
import { changesBetween, clauseOf } from './changes.ts';
import { contentDigest, type PolicyContent } from './content.ts';
import { ownersOf } from './owners.ts';

export type PolicyVersion = {
  /** 1, 2, 3 …: what signatures count by. */
  readonly number: number;
  readonly digest: string;
  readonly content: PolicyContent;
  readonly at: Instant;
  readonly by: PersonId;
  /** Whether those who signed an earlier version must sign this one. */
  readonly material: boolean;
  /** Ids of the clauses that are not as they were in the version before. */
  readonly changed: readonly string[];
};

export type PendingChange = { readonly digest: string; readonly content: PolicyContent; readonly since: Instant };

export type PolicyState = {
  /** Oldest first; none before the first start with this policy. */
  readonly versions: readonly PolicyVersion[];
  readonly pending?: PendingChange;
  /** Versions whose new signatures nobody has been asked for yet. */
  readonly unasked: readonly number[];
};

export type PolicyCommand =
  /** The text as it stands in the files today. */
  | { readonly type: 'take'; readonly content: PolicyContent }
  | { readonly type: 'rule'; readonly digest: string; readonly material: boolean }
  | { readonly type: 'asked'; readonly number: number };

export type PolicyEvent =
  | {
      readonly type: 'published';
      readonly number: number;
      readonly digest: string;
      readonly content: PolicyContent;
      readonly material: boolean;
      readonly changed: readonly string[];
    }
  | { readonly type: 'changeNoticed'; readonly digest: string; readonly content: PolicyContent }
  /** The files say again what the newest version says. */
  | { readonly type: 'changeWithdrawn' }
  | { readonly type: 'asked'; readonly number: number };

/** The version in force. */
export const newest = ({ versions }: PolicyState): PolicyVersion | undefined => versions.at(-1);

function decide(state: PolicyState, command: PolicyCommand, deal: Deal): readonly PolicyEvent[] {
  switch (command.type) {
    case 'take':
      return take(state, command.content, deal);
    case 'rule':
      return rule(state, command, deal);
    case 'asked':
      return state.unasked.includes(command.number) ? [{ type: 'asked', number: command.number }] : [];
  }
}

/** At the first start everything is version one, and nobody is asked about it. */
function take(state: PolicyState, content: PolicyContent, { by }: Deal): readonly PolicyEvent[] {
  if (by !== DESK) throw new Refused({ code: 'policy_not_owner', need: [] });
  const digest = contentDigest(content);
  const now = newest(state);
  if (!now) return [{ type: 'published', number: 1, digest, content, material: false, changed: [] }];
  if (digest === now.digest) return state.pending ? [{ type: 'changeWithdrawn' }] : [];
  return digest === state.pending?.digest ? [] : [{ type: 'changeNoticed', digest, content }];
}

function rule(
  state: PolicyState,
  { digest, material }: { readonly digest: string; readonly material: boolean },
  { roles, rules }: Deal,
): readonly PolicyEvent[] {
  const now = newest(state);
  if (!now) throw new Refused({ code: 'policy_unknown', what: '' });
  const owner = (state.pending?.content ?? now.content).owner;
  const need = ownersOf(owner, rules);
  if (!need.some((role) => roles.includes(role))) throw new Refused({ code: 'policy_not_owner', need });
  if (state.pending?.digest !== digest) {
    const ruled = state.versions.findLast((version) => version.digest === digest);
    if (!ruled || state.pending) throw new Refused({ code: 'policy_changed_again' });
    if (ruled.material === material) return [];
    throw new Refused({ code: 'policy_ruled', by: ruled.by, at: ruled.at, material: ruled.material });
  }
  const { content } = state.pending;
  const changed = changesBetween(now.content, content).map((change) => clauseOf(change).id);
  return [{ type: 'published', number: now.number + 1, digest, content, material, changed }];
}

function evolve(state: PolicyState, event: PolicyEvent, { at, by }: Meta): PolicyState {
  switch (event.type) {
    case 'published': {
      const { type: _, ...version } = event;
      return {
        versions: [...state.versions, { ...version, at, by }],
        unasked: event.material ? [...state.unasked, event.number] : state.unasked,
      };
    }
    case 'changeNoticed':
      return { ...state, pending: { digest: event.digest, content: event.content, since: at } };
    case 'changeWithdrawn': {
      const { pending: _, ...rest } = state;
      return rest;
    }
    case 'asked':
      return { ...state, unasked: state.unasked.filter((number) => number !== event.number) };
  }
}

export const policy: Decider<PolicyState, PolicyCommand, PolicyEvent> = {
  kind: 'policy',
  version: 1,
  initial: { versions: [], unasked: [] },
  decide,
  evolve,
};
