/** Reminders of the rules in a channel: good examples and warnings in turn (K18). `desk reminder`. */

import { Refused } from '#src/core/refused.ts';
import { rotationDue } from '#src/core/reminder/due.ts';
import { type PostEvent, type PostState, postDue } from '#src/core/reminder/post.ts';
import { MAY_POST } from '#src/core/reminder/rotation.ts';
import type { Desk } from '#src/desk/desk.ts';
import type { Wants } from '#src/desk/wanted.ts';
import { type Context, done, type Handler, replace, show } from '#src/handler.ts';
import { act, buttons, type Card, facts, heading, note, status } from '#src/view/card.ts';
import { cardFor } from '#src/view/card-for.ts';
import { acting } from './acting.ts';
import { reminderCard, VOTE } from './reminder/card.ts';

const POST = 'reminder.post';

const postWants =
  ({ rules }: Desk): Wants<PostState, PostEvent> =>
  ({ id, state }) => {
    if (state.status === 'none') return { cards: [], notices: [] };
    const to = { channel: state.channel };
    return { cards: [{ key: 'reminder', to, card: (reader) => reminderCard(id, state, rules, reader) }], notices: [] };
  };

async function card(ctx: Context, said?: string): Promise<Card> {
  const { reader, desk, roles } = ctx;
  const words = reader.t.channelReminder;
  const { reminderPosts } = desk;
  const { state } = await reminderPosts.rotations.read(reminderPosts.channel);
  const { hasChannel, paused } = reminderPosts.occasion();
  const may = MAY_POST.some((role) => roles.includes(role));
  return cardFor(reader, said ?? words.title, [
    heading(words.title),
    ...(said ? [status('good', said)] : []),
    ...(hasChannel ? [] : [status('warning', words.noChannel(reminderPosts.channel))]),
    ...(paused ? [status('warning', words.paused)] : []),
    facts([
      {
        label: words.next,
        value: state.next === undefined || !hasChannel ? words.never : [{ at: state.next, show: 'both' }],
      },
      { label: words.stock, value: words.counted(reminderPosts.items.length, seen(state.posted)) },
    ]),
    note(words.where),
    ...(may && hasChannel ? [buttons(act(words.now, POST, {}))] : []),
  ]);
}

const seen = (posted: readonly { readonly item: string }[]): number => new Set(posted.map(({ item }) => item)).size;

export const channelReminders = {
  desk: {
    reminder: {
      usage: (t) => t.channelReminder.usage,
      group: 'people',
      for: ({ roles }) => MAY_POST.some((role) => roles.includes(role)),
      also: ['警示', '案例提醒'],
      run: async (ctx) => show(await card(ctx)),
    },
  },
  actions: {
    [POST]: async (ctx) => {
      await ctx.desk.reminderPosts.postNow(acting(ctx));
      return replace(await card(ctx, ctx.reader.t.channelReminder.posted));
    },
    [VOTE]: async (ctx, { post = '', useful }) => {
      const words = ctx.reader.t.channelReminder;
      const { posts } = ctx.desk.reminderPosts;
      if ((await posts.read(post)).state.status === 'none') throw new Refused({ code: 'reminder_unknown' });
      await posts.act(post, { type: 'vote', useful: useful === 'yes' }, acting(ctx));
      return done(useful === 'yes' ? words.thanks : words.thanksAnyway);
    },
  },
  watch({ desk, outbox, clock }) {
    const { posts, rotations } = desk.reminderPosts;
    outbox.watch(posts, postWants(desk), ({ status: now }) => now === 'open');
    clock.watch(posts, postDue);
    clock.watch(
      rotations,
      rotationDue(() => desk.reminderPosts.occasion()),
    );
  },
} satisfies Handler;
