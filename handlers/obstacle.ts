/** A channel takes nothing: administrators hear of it once, in a card that says so until it does again. */
import type { Obstacle, ObstacleEvent } from '#src/core/obstacle/obstacle.ts';
import type { WantedCard, Wants } from '#src/desk/wanted.ts';
import { done, type Handler } from '#src/handler.ts';
import type { Block } from '#src/view/card.ts';
import { note, status } from '#src/view/card.ts';
import { blockedCard, endedCard, endedLine, obstacleLine, RETRY, tryAgain } from '#src/view/obstacle/card.ts';
import { acting } from './acting.ts';

/** Each time has a card of its own, and whoever was told of it hears how it ended. */
const wants: Wants<Obstacle, ObstacleEvent> = ({ id, state }, team) => {
  const admins = team.holding('admin');
  const cards = (number: number, to: readonly string[], card: WantedCard['card']) =>
    to.map((person): WantedCard => ({ key: `obstacle/${number}`, to: { person }, lane: 'urgent', card }));
  const over = state.past.flatMap((ended) =>
    cards(
      ended.number,
      ended.told.filter((person) => admins.includes(person)),
      (reader) => endedCard(ended, reader),
    ),
  );
  const now = state.status === 'blocked' ? cards(state.number, admins, (reader) => blockedCard(id, state, reader)) : [];
  return { cards: [...over, ...now], notices: [] };
};

const isBlocked = ({ status: now }: Obstacle): boolean => now === 'blocked';

export const obstacle = {
  actions: {
    [RETRY]: async (ctx, args) => {
      const { status: now, past } = await ctx.desk.obstacles.retry(args['obstacle'] ?? '', acting(ctx));
      const over = now === 'blocked' ? undefined : past.at(-1);
      return done(over ? endedLine(over, ctx.reader) : ctx.reader.t.obstacle.trying);
    },
  },
  home({ desk, roles, reader }): readonly Block[] | undefined {
    const standing = roles.includes('admin') ? desk.obstacles.standing() : [];
    if (standing.length === 0) return undefined;
    return standing.flatMap(({ id, blocked }) => [
      status('alarm', obstacleLine(blocked, reader)),
      note(reader.t.obstacle.mend(blocked.why, blocked.place.platform)),
      tryAgain(id, reader),
    ]);
  },
  watch({ desk, outbox }) {
    outbox.watch(desk.obstacles.records, wants, isBlocked);
  },
} satisfies Handler;
