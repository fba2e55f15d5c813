/** Daily digests: what they say, and that each is made once, whatever happens in between. */
import { contentOf, countsFor, type DigestContent } from '#src/core/digest/content.ts';
import { type Digest, type DigestCommand, type DigestEvent, digestId } from '#src/core/digest/digest.ts';
import { DESK, type Instant, type PersonId } from '#src/core/event.ts';
import { type Span, sinceOf, spanOf } from '#src/core/figures/period.ts';
import type { Came, Subscription } from '#src/core/subscription/state.ts';
import { isLate } from '#src/core/subscription/subscription.ts';
import { DAY, HOUR, plus } from '#src/core/time.ts';
import { zoneOr } from '#src/core/zone.ts';
import type { Block } from '#src/view/card.ts';
import { readerOf } from '#src/view/reader-of.ts';
import type { Viewer } from '../cases.ts';
import type { Desk } from '../desk.ts';
import { each } from '../each.ts';
import type { Wait } from '../lanes.ts';
import type { Records, Who } from '../records.ts';
import { Tally } from '../tally.ts';
import { turns } from '../turns.ts';
import { untilStored } from '../until-stored.ts';
import type { Asked, DigestSection } from './section.ts';
import { Subscribers, type SubscribersOptions } from './subscribers.ts';

export type DigestsOptions = SubscribersOptions & {
  readonly issued: Records<Digest, DigestCommand, DigestEvent>;
  readonly sections: readonly DigestSection[];
  readonly desk: () => Desk;
  readonly wait: Wait;
  readonly random: () => number;
};

/** One tells of so many days at most: whoever did without for a year does not want to hear of it all. */
const LONGEST = 31 * DAY;

export class Digests {
  readonly subscriptions: SubscribersOptions['records'];
  readonly issued: DigestsOptions['issued'];
  readonly #options: DigestsOptions;
  readonly #subscribers: Subscribers;
  readonly #tally = new Tally();
  /** One is made after the other, so that whoever asks for figures meanwhile need not wait for all of them. */
  readonly #making = turns();
  readonly #stopping = new AbortController();

  constructor(options: DigestsOptions) {
    this.subscriptions = options.records;
    this.issued = options.issued;
    this.#options = options;
    this.#subscribers = new Subscribers(options);
    this.subscriptions.onChange(({ id, state }, happened) => {
      if (happened.some(({ event }) => event.type === 'came')) void this.#issue(id, state);
    });
  }

  /** Subscribes who should be, and makes what a crash left unmade. */
  async start(): Promise<void> {
    await this.#subscribers.start();
    await each(this.subscriptions.ids(), 4, async (id) => this.#issue(id, (await this.subscriptions.read(id)).state));
  }

  /** Begins nothing more; resolves when what is being made is durable. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.idle();
  }

  async idle(): Promise<void> {
    await this.#subscribers.idle();
    await this.#tally.zero();
  }

  /** What a digest would say to this person now. */
  async content(viewer: Viewer, span: Span, at: Instant): Promise<DigestContent> {
    const { rules } = this.#options;
    const counts = await this.#options.desk().cases.figures(viewer, () => countsFor(viewer, span, at, rules));
    return contentOf(span, counts, rules);
  }

  /** What features add. One that fails is left out, and everybody else's words still come. */
  async added(asked: Asked): Promise<readonly Block[]> {
    const blocks: Block[] = [];
    for (const section of this.#options.sections) {
      try {
        blocks.push(...((await section(asked)) ?? []));
      } catch (error) {
        this.#options.onFault('a part of the digest', error);
      }
    }
    return blocks;
  }

  /** Changes somebody's own subscription. */
  async change(
    me: PersonId,
    command: Parameters<SubscribersOptions['records']['act']>[1],
    who: Who,
  ): Promise<Subscription> {
    return (await this.subscriptions.act(me, command, who)).state;
  }

  async #issue(person: PersonId, { last }: Subscription): Promise<void> {
    if (!last || this.#stopping.signal.aborted) return;
    const id = digestId(person, last.day);
    const task = async () => {
      if ((await this.issued.read(id)).state.status === 'none')
        await this.#making.run('digest', () => this.#make(person, last));
    };
    this.#tally.begin();
    await untilStored(`the digest of ${person} for ${last.day}`, task, this.#options, this.#stopping.signal);
    this.#tally.end();
  }

  /** It tells of what happened until it came, and of how things stand when it is made, which a crash may put later. */
  async #make(id: PersonId, { day, due, since, at: came }: Came): Promise<void> {
    const { people, rules, now } = this.#options;
    const person = people.team().person(id);
    if (!person) return;
    const at = now();
    const viewer = { me: id, roles: person.roles };
    const span = spanFrom(since, came, rules.timeZone);
    const reader = readerOf(
      person.locale ?? rules.channelLocale,
      zoneOr(person.timeZone, rules.timeZone),
      people.team(),
      rules.timeZone,
    );
    const content = await this.content(viewer, span, at);
    const added = await this.added({ ...viewer, reader, at, period: span, desk: this.#options.desk() });
    await this.issued.act(
      digestId(id, day),
      { type: 'issue', person: id, ...{ day, due, at, late: isLate(due, at), content, added } },
      { by: DESK, roles: [], at, cause: `digest/${id}/${day}` },
    );
  }
}

/** From the last digest up to now; a day, more or less an hour, is the last 24 hours. */
function spanFrom(since: Instant, at: Instant, timeZone: string): Span {
  const length = Date.parse(at) - Date.parse(since);
  if (Math.abs(length - DAY) <= HOUR) return { ...spanOf('lastDay', at, timeZone), from: since };
  return sinceOf(plus(at, -Math.min(length, LONGEST)), at);
}
