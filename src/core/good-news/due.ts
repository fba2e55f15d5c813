/** When good news is offered, and when its time is over. */
import type { Instant } from '../event.ts';
import type { GoodNewsCommand, GoodNewsState } from './good-news.ts';

type Due = { readonly key: string; readonly at: Instant; readonly command: GoodNewsCommand };

/** `paused`: whether an emergency is declared, asked when the time has come. */
export const goodNewsDue =
  (paused: () => boolean) =>
  (state: GoodNewsState): readonly Due[] => {
    if (state.status !== 'approved') return [];
    const { offer, news } = state;
    return [
      ...(offer === undefined
        ? []
        : [{ key: 'offer', at: offer, command: { type: 'offer', paused: paused() } } as const]),
      ...(news.until === undefined ? [] : [{ key: 'end', at: news.until, command: { type: 'end' } } as const]),
    ];
  };
