/** Whose case a post is: claims, one for what everybody may know and one apart for what is held in confidence. */
import { type CaseState, isOpen } from '#src/core/case/state.ts';
import { Refused } from '#src/core/refused.ts';
import type { CaseRecords } from './cases.ts';
import type { Claims } from './claims.ts';
import type { Who } from './records.ts';
import { turns } from './turns.ts';

export class Posts {
  readonly #records: CaseRecords;
  readonly #claims: Claims;
  readonly #turns = turns();

  constructor(records: CaseRecords, claims: Claims) {
    this.#records = records;
    this.#claims = claims;
  }

  /**
   * Does what claims these posts, with nobody else of this process between a claim and the record that it is for: who came
   * between would take the claim for one that a crash left behind.
   */
  alone<T>(keys: readonly string[], task: () => Promise<T>): Promise<T> {
    // All take their turns in one order, so that nobody waits for somebody who waits for them.
    const inOrder = [...new Set(keys)].sort();
    return inOrder.reduceRight((inner, key) => () => this.#turns.run(key, inner), task)();
  }

  /** Whose case the post is. What is reported in confidence never joins a case that the channel sees. */
  async holder(key: string, mine: string, discreet: boolean, who: Who): Promise<{ id: string; discreet: boolean }> {
    const open = await this.#claims.owner(publicKey(key));
    if (discreet) {
      if (open !== undefined && (await this.#isConfidential(open))) return { id: open, discreet };
      return { id: (await this.#claims.claim(discreetKey(key), mine, who)).owner, discreet };
    }
    const hidden = open === undefined ? await this.#claims.owner(discreetKey(key)) : undefined;
    if (hidden !== undefined && hidden !== mine) return { id: hidden, discreet: true };
    return { id: (await this.#claims.claim(publicKey(key), mine, who)).owner, discreet };
  }

  /** A case that has ended lets go of its post. */
  async release(key: string, holder: string, who: Who): Promise<void> {
    await this.#claims.release(publicKey(key), holder, who);
    await this.#claims.release(discreetKey(key), holder, who);
  }

  /** The post belongs to this case from now on. Refuses while another open case has it. */
  add(key: string, id: string, who: Who): Promise<void> {
    return this.#take(key, publicKey(key), id, who);
  }

  /** The posts of an ended case are its own again, or none is when one of them is being handled elsewhere by now. */
  async reclaim(id: string, posts: readonly string[], confidential: boolean, who: Who): Promise<void> {
    const keyOf = confidential ? discreetKey : publicKey;
    // All are looked at before any is claimed: what is refused leaves nothing behind.
    for (const key of posts) {
      const owner = await this.#claims.owner(keyOf(key));
      if (owner !== undefined) await this.#stays(owner, id);
    }
    for (const key of posts) await this.#take(key, keyOf(key), id, who);
  }

  async #take(key: string, claim: string, id: string, who: Who): Promise<void> {
    for (;;) {
      const { owner } = await this.#claims.claim(claim, id, who);
      if (owner === id || (await this.#stays(owner, id))) return;
      await this.release(key, owner, who);
    }
  }

  /**
   * Whether a post stays with whoever has it: this case, by a merge, or a confidential one, for nobody learns from a
   * refusal that a post is held in confidence; then two cases have it. Refuses while any other open case has it.
   */
  async #stays(owner: string, id: string): Promise<boolean> {
    const there = await this.#whereNow(owner);
    if (there.id === id) return true;
    if (!isOpen(there.state)) return false;
    if (there.state.confidential) return true;
    throw new Refused({ code: 'case_elsewhere', number: there.state.number });
  }

  /** The case that has the posts of this one by now: where it was merged into, or itself. */
  async #whereNow(id: string): Promise<{ id: string; state: CaseState }> {
    const { state } = await this.#records.read(id);
    return state.status === 'merged' ? this.#whereNow(state.into.id) : { id, state };
  }

  async #isConfidential(id: string): Promise<boolean> {
    const { state } = await this.#records.read(id);
    return isOpen(state) && state.confidential;
  }
}

const publicKey = (key: string): string => `post/${key}`;
const discreetKey = (key: string): string => `discreet/${key}`;
