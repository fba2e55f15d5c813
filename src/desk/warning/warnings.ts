/**
 * Watches mentions as cases bring them and keeps the record of each surge (K14). A mention, a corrected topic or the
 * clock make it look; many of them at once cost one look. What it says is durable before anybody is told, and a look
 * after a restart sees what a crash left unseen.
 */
import type { CaseEvent } from '#src/core/case/event.ts';
import type { CaseState } from '#src/core/case/state.ts';
import { DESK, type Instant } from '#src/core/event.ts';
import type { Period } from '#src/core/figures/period.ts';
import type { Rules } from '#src/core/rules.ts';
import { matters, memoryOf } from '#src/core/warning/memory.ts';
import { type Sighting, sightingsOf } from '#src/core/warning/series.ts';
import { survey } from '#src/core/warning/survey.ts';
import {
  type Over,
  type Running,
  type Warning,
  type WarningCommand,
  type WarningEvent,
  warning,
} from '#src/core/warning/warning.ts';
import type { Store } from '#src/stores/store.ts';
import type { OnFault } from '../on-fault.ts';
import { ReadModel } from '../read-model.ts';
import { Records, type RecordsOptions, type Source, type Who } from '../records.ts';
import { Tally } from '../tally.ts';
import { Recent } from './recent.ts';

type WarningsOptions = RecordsOptions & {
  readonly rules: () => Rules;
  readonly cases: Source<CaseState, CaseEvent>;
  /** Since when the desk has been there; undefined while it is not set up. */
  readonly since: () => Instant | undefined;
  readonly now: () => Instant;
  readonly onFault: OnFault;
};

/** A warning without the words that somebody gave. */
type Line = { readonly number: number; readonly warning: Warning };

export class Warnings {
  readonly records: Records<Warning, WarningCommand, WarningEvent>;
  readonly #options: WarningsOptions;
  readonly #lines: ReadModel<Warning, WarningEvent, Line>;
  readonly #seen: ReadModel<CaseState, CaseEvent, readonly Sighting[]>;
  readonly #recent: Recent;
  readonly #tally = new Tally();
  #looking: Promise<void> | undefined;
  #stale = false;
  #watching = false;

  constructor(store: Store, options: WarningsOptions) {
    this.#options = options;
    this.records = new Records(store, warning, options);
    this.#lines = new ReadModel(this.records, ({ id, state }) => lineOf(id, state));
    this.#recent = new Recent(options.now);
    this.#seen = new ReadModel(options.cases, ({ state }) => {
      const seen = sightingsOf(state);
      return seen.length > 0 ? seen : undefined;
    });
    this.#seen.onChange((id, seen) => this.#recent.set(id, seen ?? []) && this.#look());
    this.records.onChange((_, happened) => happened.some(({ event }) => event.type === 'looked') && this.#look());
  }

  /** Learns what was seen and warned of. */
  async open(): Promise<void> {
    await this.#seen.start();
    await this.#lines.start();
  }

  /** Looks at once, then whenever something changes. */
  async start(): Promise<void> {
    this.#watching = true;
    this.#look();
    await this.idle();
  }

  /** Resolves when nothing is being looked at. */
  idle(): Promise<void> {
    return this.#tally.zero();
  }

  async stop(): Promise<void> {
    this.#watching = false;
    await this.idle();
  }

  /** The warning that is running, if one is. */
  running(): { readonly id: string; readonly warning: Warning & { readonly status: 'running' } } | undefined {
    for (const [id, { warning: one }] of this.#lines.all()) if (one.status === 'running') return { id, warning: one };
    return undefined;
  }

  /** The warnings that ran at some time of a period, the earliest first. */
  during({ from, to }: Period): readonly (Running | Over)[] {
    return [...this.#lines.all()]
      .map(([, line]) => line.warning)
      .filter((one) => one.status !== 'none')
      .filter((one) => one.since < to && (one.status === 'running' || one.until > from))
      .sort((a, b) => (a.since < b.since ? -1 : 1));
  }

  /** The cases whose mentions came in a period and belong to one of the series; only those that a channel may see. */
  cases(...about: Parameters<Recent['cases']>): readonly string[] {
    return this.#recent.cases(...about);
  }

  /** Somebody says that it is no surge. Throws `Refused`. */
  async dismiss(id: string, reason: string, who: Who): Promise<void> {
    await this.records.act(id, { type: 'dismiss', reason }, who);
  }

  #look(): void {
    this.#stale = true;
    if (!this.#watching || this.#looking !== undefined) return;
    this.#tally.begin();
    this.#looking = this.#looks()
      .catch((error: unknown) => this.#options.onFault('looking for a surge of mentions', error))
      .finally(() => {
        this.#looking = undefined;
        this.#tally.end();
      });
  }

  async #looks(): Promise<void> {
    while (this.#stale && this.#watching) {
      this.#stale = false;
      await this.#lookOnce(this.#options.now());
    }
  }

  async #lookOnce(at: Instant): Promise<void> {
    const { rules, since } = this.#options;
    const now = Date.parse(at);
    const lines = [...this.#lines.all()].map(([, line]) => line);
    const past = lines.flatMap(({ warning: one }) => (one.status === 'over' && matters(one, now) ? [one] : []));
    const running = this.running();
    const memory = memoryOf(past, running?.warning ?? warning.initial, Date.parse(since() ?? at));
    const signals = survey(this.#recent.all(now), now, memory, rules().warning);
    if (!running && signals.length === 0) return;
    // Numbered, so that of two processes that see one surge only one can begin its record.
    const next = Math.max(0, ...lines.map(({ number }) => number)) + 1;
    const exact = this.#recent.lost();
    const command = { type: 'observe', signals, ...(exact && { exact }) } as const;
    await this.records.act(running?.id ?? String(next), command, {
      ...{ by: DESK, roles: [], at, cause: `survey/${at}/${this.#recent.version}` },
    });
  }
}

function lineOf(id: string, state: Warning): Line | undefined {
  if (state.status === 'none') return undefined;
  const plain =
    state.status === 'over' && state.dismissed ? { ...state, dismissed: { ...state.dismissed, reason: '' } } : state;
  return { number: Number(id), warning: plain };
}
