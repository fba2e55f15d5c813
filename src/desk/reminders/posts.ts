/** Reminders of the rules to a channel: what there is to post, what was posted, and how it was liked there. */
import { DESK, type Instant } from '#src/core/event.ts';
import { handOvers } from '#src/core/reminder/hand-over.ts';
import type { ReminderItem } from '#src/core/reminder/item.ts';
import type { Candidate } from '#src/core/reminder/pick.ts';
import { type PostCommand, type PostEvent, type PostState, post, votesOf } from '#src/core/reminder/post.ts';
import {
  type Occasion,
  type RotationCommand,
  type RotationEvent,
  type RotationState,
  rotation,
} from '#src/core/reminder/rotation.ts';
import type { Store } from '#src/stores/store.ts';
import type { DeskSettings } from '../desk-settings.ts';
import { Follow } from '../follow.ts';
import { ReadModel } from '../read-model.ts';
import { Records, type RecordsOptions, type Who } from '../records.ts';

type Liked = { readonly channel: string; readonly item: string; readonly useful: number; readonly notForMe: number };

export type ReminderPostsOptions = RecordsOptions & {
  readonly items: readonly ReminderItem[];
  readonly settings: DeskSettings;
  readonly now: () => Instant;
};

export class ReminderPosts {
  readonly rotations: Records<RotationState, RotationCommand, RotationEvent>;
  readonly posts: Records<PostState, PostCommand, PostEvent>;
  readonly items: readonly ReminderItem[];
  readonly #options: ReminderPostsOptions;
  readonly #liked: ReadModel<PostState, PostEvent, Liked>;
  readonly #handing: { start(): Promise<void>; idle(): Promise<void> };

  constructor(store: Store, options: ReminderPostsOptions) {
    const { items, now, onFault } = options;
    this.#options = options;
    this.items = items;
    this.rotations = new Records(store, rotation, options);
    this.posts = new Records(store, post, options);
    this.#liked = new ReadModel(this.posts, ({ state }) =>
      state.status === 'none' ? undefined : { channel: state.channel, item: state.item.id, ...votesOf(state) },
    );
    this.#handing = new Follow({ from: this.rotations, to: this.posts, errands: handOvers, now, onFault });
  }

  /** The name of the channel that gets them. */
  get channel(): string {
    return this.#options.rules().channelReminders.channel;
  }

  /** What the moment is like: asked when one falls due. */
  occasion(): Occasion {
    const { now, channels } = { now: this.#options.settings.now(), channels: this.#options.settings.now().channels };
    return {
      items: this.items.map((item) => ({ ...item, ...this.liked(item.id) })),
      paused: now.emergency !== undefined,
      hasChannel: Object.keys(channels[this.channel] ?? {}).length > 0,
    };
  }

  /** How an item was liked in the channel, over all its posts. */
  liked(item: string): Pick<Candidate, 'useful' | 'notForMe'> {
    let [useful, notForMe] = [0, 0];
    for (const [, one] of this.#liked.all())
      if (one.item === item && one.channel === this.channel) {
        useful += one.useful;
        notForMe += one.notForMe;
      }
    return { useful, notForMe };
  }

  async start(): Promise<void> {
    await this.#liked.start();
    await this.#handing.start();
    const at = this.#options.now();
    const who = { by: DESK, roles: [], at, cause: `schedule/${at}` };
    for await (const id of this.rotations.ids())
      if (id !== this.channel) await this.rotations.act(id, { type: 'stop' }, who);
    if (this.items.length > 0) await this.rotations.act(this.channel, { type: 'schedule' }, who);
  }

  postNow(who: Who) {
    return this.rotations.act(this.channel, { type: 'post', now: true, ...this.occasion() }, who);
  }

  idle(): Promise<void> {
    return this.#handing.idle();
  }
}
