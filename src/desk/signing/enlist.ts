/**
 * Asks whoever an open campaign is meant for and was not asked yet; takes back what is not to be signed any more; passes
 * reminders on. What is to be done is what there should be minus what there is, so that a crash at any moment loses
 * nothing. It runs beside interactions, in small portions: a campaign for thousands holds nobody up.
 */
import { isMeant } from '#src/core/campaign/audience.ts';
import { DESK, type Instant, type PersonId } from '#src/core/event.ts';
import type { Reach } from '#src/core/signer/reach.ts';
import type { SignerCommand } from '#src/core/signer/signer.ts';
import { breather } from '../breather.ts';
import { each } from '../each.ts';
import type { OnFault } from '../on-fault.ts';
import type { People } from '../people.ts';
import { Tally } from '../tally.ts';
import type { Campaign, Campaigns } from './campaigns.ts';
import type { Signers } from './signers.ts';

type Step = { readonly record: string; readonly command: SignerCommand; readonly cause: string };

export type EnlistOptions = {
  readonly campaigns: Campaigns;
  readonly signers: Signers;
  readonly people: People;
  readonly reach: (person: PersonId) => Reach;
  readonly now: () => Instant;
  readonly onFault: OnFault;
};

export class Enlist {
  readonly #options: EnlistOptions;
  readonly #tally = new Tally();
  #stopped = true;
  #again = false;
  #running: Promise<void> | undefined;

  constructor(options: EnlistOptions) {
    this.#options = options;
    options.campaigns.records.onChange(() => this.look());
    options.people.records.onChange(() => this.look());
  }

  /** Looks at everything, and from now on after every change. */
  start(): void {
    this.#stopped = false;
    this.look();
  }

  /** Soon, and once for many changes. */
  look(): void {
    if (this.#stopped) return;
    this.#again = true;
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
    });
  }

  /** Resolves when nothing is left to do. */
  idle(): Promise<void> {
    return this.#tally.zero();
  }

  /** Begins nothing more; resolves when the step under way is written. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#running;
  }

  async #run(): Promise<void> {
    this.#tally.begin();
    try {
      while (this.#again && !this.#stopped) {
        await turn();
        this.#again = false;
        await each(this.#portioned(this.#steps()), 8, (step) => this.#act(step));
        for (const campaign of this.#options.campaigns.list()) if (!this.#stopped) await this.#urge(campaign);
      }
    } catch (error) {
      this.#options.onFault('asking people to sign', error);
    } finally {
      this.#tally.end();
    }
  }

  async #act({ record, command, cause }: Step): Promise<void> {
    const { signers, now } = this.#options;
    await signers.records.act(record, command, { by: DESK, roles: [], at: now(), cause });
  }

  *#steps(): Iterable<Step | undefined> {
    const { campaigns, signers, people, reach } = this.#options;
    for (const { record, person, task } of signers.open()) {
      const closed = campaigns.get(task.campaign)?.status === 'closed';
      const over = closed || record !== person || signers.hasSigned(person, task.campaign);
      const command = { type: 'withdraw', campaign: task.campaign } as const;
      yield over ? { record, command, cause: `withdraw/${task.campaign}` } : undefined;
    }
    const open = campaigns.list().filter(({ status }) => status === 'open');
    if (open.length === 0) return;
    for (const person of people.team().all()) {
      for (const { id, audience, policies, term, why, at } of open) {
        // Thousands are asked one after the other: a campaign that is closed meanwhile asks nobody more.
        if (campaigns.get(id)?.status !== 'open' || signers.asked(person.id, id)) continue;
        const meant = isMeant(
          audience,
          {
            person,
            above: audience.to === 'under' ? people.above(person.id) : [],
            signed: (policy) => signers.signed(person.id, policy),
            asked: (policy) => signers.openOf(person.id).some((task) => task.policies.includes(policy)),
          },
          at,
        );
        const facts = { person: person.id, campaign: id, policies, changesOnly: why === 'changed', term };
        if (meant)
          yield {
            record: person.id,
            command: { type: 'ask', ...facts, reach: reach(person.id) },
            cause: `ask/${id}`,
          };
      }
      yield undefined;
    }
  }

  /** Reminders that somebody asked for: to each person once, over crashes too, because the cause is the same. */
  async #urge({ id, urges }: Campaign): Promise<void> {
    const { signers, campaigns, people, reach, now } = this.#options;
    for (const urge of urges) {
      const meant = (person: PersonId) => urge.under === undefined || people.above(person).includes(urge.under);
      const steps = signers.in(id).map(({ record, person, task }): Step | undefined => {
        const command = { type: 'urge', campaign: id, reach: reach(person) } as const;
        return task.status === 'open' && meant(person) ? { record, command, cause: `urge/${urge.id}` } : undefined;
      });
      await each(this.#portioned(steps), 8, (step) => this.#act(step));
      if (this.#stopped) return;
      const who = { by: DESK, roles: [], at: now(), cause: `urged/${urge.id}` };
      await campaigns.records.act(id, { type: 'urgeDone', id: urge.id }, who);
    }
  }

  /** The steps there are, with a pause for others now and then: to look at thousands takes its time, too. */
  async *#portioned(steps: Iterable<Step | undefined>): AsyncIterable<Step> {
    const breathe = breather();
    for (const step of steps) {
      await breathe();
      if (this.#stopped) return;
      if (step) yield step;
    }
  }
}

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));
