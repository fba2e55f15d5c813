/** Who is new, and how far they are: whoever a platform says has joined, never those who were there before. */
import { DESK, type Instant, type PersonId } from '#src/core/event.ts';
import type { PathCommand, PathEvent } from '#src/core/path/path.ts';
import type { PathState } from '#src/core/path/state.ts';
import type { Rules } from '#src/core/rules.ts';
import type { Reach } from '#src/core/signer/reach.ts';
import type { Person } from '#src/core/team.ts';
import { DAY, plus } from '#src/core/time.ts';
import { each } from '../each.ts';
import type { People } from '../people.ts';
import { ReadModel } from '../read-model.ts';
import type { Records, Who } from '../records.ts';

/** Whoever is new, or was a while ago. */
type Walked = Extract<PathState, { status: 'open' | 'finished' }>;
const OPEN = 'open';

export type PathRecords = Records<PathState, PathCommand, PathEvent>;

/** The company says that somebody joined; or they only got the bot, which at its roll-out everybody does. */
export type Arrival = { readonly platform: string; readonly by: 'company' | 'install' };

export type NewcomersOptions = {
  readonly paths: PathRecords;
  readonly people: People;
  readonly rules: Rules;
  readonly reach: (person: PersonId) => Reach;
  /** How many signatures are asked of somebody now. */
  readonly unsigned: (person: PersonId) => number;
  /** Since when a platform has the bot. */
  readonly since: (platform: string) => Instant | undefined;
};

export class Newcomers {
  readonly paths: PathRecords;
  readonly #options: NewcomersOptions;
  /** `OPEN`, or when they were through. */
  readonly #model: ReadModel<PathState, PathEvent, string>;

  constructor(options: NewcomersOptions) {
    this.paths = options.paths;
    this.#options = options;
    this.#model = new ReadModel(options.paths, ({ state }) =>
      state.status === 'open' ? OPEN : state.status === 'finished' ? state.finished : undefined,
    );
  }

  /** Learns who is on the way. */
  start(): Promise<void> {
    return this.#model.start();
  }

  /** Everybody who is on the way, and who was through since an instant. */
  async since(at: Instant): Promise<readonly Walked[]> {
    const found: Walked[] = [];
    for (const [id, when] of this.#model.all()) {
      if (when !== OPEN && when < at) continue;
      const { state } = await this.paths.read(id);
      if (state.status === 'open' || state.status === 'finished') found.push(state);
    }
    return found;
  }

  /** Whether a platform only just got the bot, so that whoever gets it now was there before. */
  rollsOut(platform: string, at: Instant): boolean {
    const { rules, since } = this.#options;
    return plus(since(platform) ?? at, rules.training.joining.rolloutDays * DAY) > at;
  }

  isOnTheWay(person: PersonId): boolean {
    return this.#model.get(person) === OPEN;
  }

  /** A platform says that somebody is there who was not: they are led in, unless they are no newcomer. */
  async arrived(person: Person, arrival: Arrival, { at, cause }: Pick<Who, 'at' | 'cause'>): Promise<void> {
    if (this.#wasThere(person, arrival, at)) return;
    await this.#begin(person.id, 'joined', { by: DESK, roles: [], at, cause: `${cause}/path` });
  }

  /** Sends somebody on the way. Refuses whoever does not lead them. */
  hire(person: PersonId, who: Who): Promise<void> {
    return this.#begin(person, 'hired', who);
  }

  /** After what is asked of somebody has changed. */
  async signatures(person: PersonId, who: Pick<Who, 'at' | 'cause'>): Promise<void> {
    if (!this.isOnTheWay(person)) return;
    const open = this.#options.unsigned(person);
    const { state } = await this.paths.read(person);
    if (state.status !== 'open' || state.unsigned === open) return;
    await this.paths.act(person, { type: 'signatures', open }, { by: DESK, roles: [], ...who });
  }

  /** Makes good what a crash left between a signature and its step. */
  async compare(at: Instant): Promise<void> {
    const open = [...this.#model.all()].filter(([, when]) => when === OPEN).map(([id]) => id);
    await each(open, 8, (id) => this.signatures(id, { at, cause: `start/${id}/${at}` }));
  }

  async #begin(person: PersonId, how: 'joined' | 'hired', who: Who): Promise<void> {
    const { reach, people } = this.#options;
    await this.paths.act(
      person,
      { type: 'start', person, how, above: people.above(person), reach: reach(person) },
      who,
    );
    await this.signatures(person, { at: who.at, cause: `${who.cause}/signatures` });
  }

  /** Whoever the desk knew before from elsewhere; of those who only got the bot, all whom it knew, and at a roll-out everybody. */
  #wasThere({ accounts, since: met }: Person, { platform, by }: Arrival, at: Instant): boolean {
    const known = met !== undefined && plus(met, DAY) < at;
    if (by === 'company') return known && accounts.some((account) => account.platform !== platform);
    return known || this.rollsOut(platform, at);
  }
}
