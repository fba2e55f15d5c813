/** Good news and those who asked for them, as handlers use them. */
import type { GoodNewsFile } from '#src/content/good-news.ts';
import { canonical, sha256 } from '#src/core/chain.ts';
import { endOfDay } from '#src/core/day.ts';
import { DESK, type Instant, type PersonId } from '#src/core/event.ts';
import {
  type AdvocateCommand,
  type AdvocateEvent,
  type AdvocateState,
  advocate,
} from '#src/core/good-news/advocate.ts';
import {
  type GoodNewsCommand,
  type GoodNewsEvent,
  type GoodNewsState,
  goodNews,
} from '#src/core/good-news/good-news.ts';
import type { GoodNews } from '#src/core/good-news/item.ts';
import type { Rules } from '#src/core/rules.ts';
import type { Store } from '#src/stores/store.ts';
import { ReadModel } from '../read-model.ts';
import { Records, type RecordsOptions, type Who } from '../records.ts';

/** An item that can be shared today. */
export type Shareable = { readonly id: string; readonly news: GoodNews; readonly shares: number; readonly at: Instant };

export type BoardOptions = RecordsOptions & { readonly files: readonly GoodNewsFile[]; readonly now: () => Instant };

export class GoodNewsBoard {
  readonly records: Records<GoodNewsState, GoodNewsCommand, GoodNewsEvent>;
  readonly #advocates: Records<AdvocateState, AdvocateCommand, AdvocateEvent>;
  readonly #joined: ReadModel<AdvocateState, AdvocateEvent, true>;
  readonly #open: ReadModel<GoodNewsState, GoodNewsEvent, Shareable>;
  readonly #options: BoardOptions;

  constructor(store: Store, options: BoardOptions) {
    this.#options = options;
    this.records = new Records(store, goodNews, options);
    this.#advocates = new Records(store, advocate, options);
    this.#joined = new ReadModel(this.#advocates, ({ state }) => (state.joined ? true : undefined));
    this.#open = new ReadModel(this.records, ({ id, state }) =>
      state.status === 'approved' && state.offer === undefined
        ? { id, news: state.news, shares: state.shares.length, at: state.decided.at }
        : undefined,
    );
  }

  /** What the files propose waits for approval like anything else; once for each wording. */
  async start(): Promise<void> {
    await this.#joined.start();
    await this.#open.start();
    const { files, now, rules } = this.#options;
    for (const file of files) {
      const news = newsOf(file, rules());
      if (news.until !== undefined && news.until <= now()) continue;
      const id = `${file.id}-${sha256(canonical(news)).slice(0, 12)}`;
      const who = { by: DESK, roles: [], at: now(), cause: `propose/${id}` };
      await this.records.act(id, { type: 'propose', news }, who);
    }
  }

  /** Newest first. */
  shareable(): readonly Shareable[] {
    return [...this.#open.all()].map(([, one]) => one).sort((a, b) => (a.at < b.at ? 1 : -1));
  }

  wants(person: PersonId): boolean {
    return this.#joined.get(person) === true;
  }

  /** Whoever asked to be offered good news. */
  *advocates(): Iterable<PersonId> {
    for (const [person] of this.#joined.all()) yield person;
  }

  async join(who: Who): Promise<void> {
    await this.#advocates.act(who.by, { type: 'join' }, who);
  }

  async leave(who: Who): Promise<void> {
    await this.#advocates.act(who.by, { type: 'leave' }, who);
  }

  /** Counted once for each person, under a mark and not under their name. */
  async share(id: string, { by, at, cause }: Who): Promise<void> {
    const mark = sha256(`${id}/${by}`);
    await this.records.act(id, { type: 'share', mark }, { by: DESK, roles: [], at, cause });
  }
}

function newsOf({ title, wording, link = '', picture, until }: GoodNewsFile, { timeZone }: Rules): GoodNews {
  return {
    ...{ title, wording, link, picture: picture ?? { en: '', zh: '' } },
    ...(until !== undefined && { until: endOfDay(until, timeZone) }),
  };
}
