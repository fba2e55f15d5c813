/** The versions of every policy, at hand without waiting: what is in force, what was, and what waits for its owner. */
import type { Policy } from '#src/content/policy.ts';
import { DESK, type Instant } from '#src/core/event.ts';
import { changesBetween, clauseOf } from '#src/core/policy/changes.ts';
import { type ClauseText, clauseDigest, type PolicyContent } from '#src/core/policy/content.ts';
import {
  newest,
  type PolicyCommand,
  type PolicyEvent,
  type PolicyState,
  type PolicyVersion,
} from '#src/core/policy/policy.ts';
import { Refused } from '#src/core/refused.ts';
import type { Records } from '../records.ts';

export type PolicyRecords = Records<PolicyState, PolicyCommand, PolicyEvent>;

export class PolicyVersions {
  readonly records: PolicyRecords;
  readonly #now = new Map<string, PolicyState>();

  constructor(records: PolicyRecords) {
    this.records = records;
    records.onChange(({ id, state }) => void this.#now.set(id, state));
  }

  async start(): Promise<void> {
    for await (const id of this.records.ids()) this.#now.set(id, (await this.records.read(id)).state);
  }

  /** Compares the files with what is in force; a change is noted and waits for its owner. Once for every start. */
  async take(policies: readonly Policy[], at: Instant): Promise<void> {
    for (const policy of policies) {
      const who = { by: DESK, roles: [], at, cause: `take/${policy.id}/${at}` };
      await this.records.act(policy.id, { type: 'take', content: contentOf(policy) }, who);
    }
  }

  /** The version in force; undefined for a policy that never was. */
  now(id: string): PolicyVersion | undefined {
    const state = this.#now.get(id);
    return state && newest(state);
  }

  /** A version that was or is in force. */
  version(id: string, number: number): PolicyVersion | undefined {
    return this.#now.get(id)?.versions.find((version) => version.number === number);
  }

  state(id: string): PolicyState | undefined {
    return this.#now.get(id);
  }

  must(id: string): PolicyVersion {
    const version = this.now(id);
    if (!version) throw new Refused({ code: 'policy_unknown', what: id });
    return version;
  }

  /** For a clause as the files have it: what is in force instead while its owner has not decided; undefined when it is. */
  waiting(clause: ClauseText): { readonly inForce: ClauseText | undefined } | undefined {
    const [policy = ''] = clause.id.split('#');
    const state = this.#now.get(policy);
    if (!state?.pending) return undefined;
    const inForce = newest(state)?.content.clauses.find(({ id }) => id === clause.id);
    return inForce && clauseDigest(inForce) === clauseDigest(clause) ? undefined : { inForce };
  }

  /** Clauses of the version in force that read otherwise than in an earlier one; all of them without one. */
  unread(id: string, since: number | undefined): readonly ClauseText[] {
    const { content } = this.must(id);
    const before = since === undefined ? undefined : this.version(id, since);
    if (!before) return content.clauses;
    return changesBetween(before.content, content)
      .filter(({ kind }) => kind !== 'removed')
      .map(clauseOf);
  }
}

/** A policy as it is read from its files, reduced to what is published and signed. */
const contentOf = ({ title, version: label, owner, clauses }: Policy): PolicyContent => ({
  ...{ title, label, owner },
  clauses: clauses.map(({ id, number, title: own, text }) => ({ id, number, title: own, text })),
});
