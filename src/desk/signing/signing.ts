/** Policies in their versions, campaigns, and everybody's signatures, put together around a store. */

import type { Policy } from '#src/content/policy.ts';
import { campaign } from '#src/core/campaign/campaign.ts';
import type { Instant, PersonId } from '#src/core/event.ts';
import { signatureErrands } from '#src/core/policy/errands.ts';
import { policy } from '#src/core/policy/policy.ts';
import type { Rules } from '#src/core/rules.ts';
import type { Reach } from '#src/core/signer/reach.ts';
import { signer } from '#src/core/signer/signer.ts';
import type { Store } from '#src/stores/store.ts';
import type { DeskSettings } from '../desk-settings.ts';
import { Follow } from '../follow.ts';
import type { People } from '../people.ts';
import { Records, type RecordsOptions } from '../records.ts';
import { Campaigns } from './campaigns.ts';
import { Enlist } from './enlist.ts';
import { PolicyVersions } from './policies.ts';
import { Signers } from './signers.ts';

export type SigningOptions = RecordsOptions & {
  readonly people: People;
  readonly settings: DeskSettings;
  readonly now: () => Instant;
};

export class Signing {
  readonly policies: PolicyVersions;
  readonly campaigns: Campaigns;
  readonly signers: Signers;
  readonly #options: SigningOptions;
  readonly #changes: { start(): Promise<void>; idle(): Promise<void> };
  readonly #enlist: Enlist;

  constructor(store: Store, options: SigningOptions) {
    const { people, now, onFault, rules } = options;
    this.#options = options;
    this.policies = new PolicyVersions(new Records(store, policy, options));
    this.campaigns = new Campaigns(new Records(store, campaign, options));
    this.signers = new Signers(new Records(store, signer, options), people);
    const errands = signatureErrands((): Rules => rules());
    this.#changes = new Follow({ from: this.policies.records, to: this.campaigns.records, errands, now, onFault });
    const { campaigns, signers } = this;
    this.#enlist = new Enlist({ campaigns, signers, people, reach: (id) => this.reach(id), now, onFault });
  }

  /** What is known about reaching somebody at this moment. */
  reach(id: PersonId): Reach {
    const { people, settings } = this.#options;
    const person = people.team().person(id);
    const { timeZone, absentUntil, active = false } = person ?? {};
    return {
      active,
      paused: settings.now().emergency !== undefined,
      ...(timeZone !== undefined && { timeZone }),
      ...(absentUntil !== undefined && { absentUntil }),
    };
  }

  /** Reads what there is. */
  async open(): Promise<void> {
    await this.policies.start();
    await this.campaigns.start();
    await this.signers.start();
  }

  /** Notices what changed in the files, and goes on asking. */
  async start(policies: readonly Policy[]): Promise<void> {
    await this.policies.take(policies, this.#options.now());
    await this.#changes.start();
    this.#enlist.start();
  }

  /** Resolves when everybody was asked who is to be. */
  async idle(): Promise<void> {
    await this.#changes.idle();
    await this.#enlist.idle();
  }

  async stop(): Promise<void> {
    await this.#changes.idle();
    await this.#enlist.stop();
  }
}
