/** The record of one good news: proposed, approved by somebody else, offered to those who asked, counted, over. */
import type { Decider } from '../decider.ts';
import type { Instant, PersonId } from '../event.ts';
import { decide } from './decide.ts';
import { evolve } from './evolve.ts';
import type { GoodNews } from './item.ts';

type Told = { readonly by: PersonId; readonly at: Instant; readonly news: GoodNews };

export type GoodNewsState =
  | { readonly status: 'none' }
  | ({ readonly status: 'proposed' } & Told)
  | ({ readonly status: 'rejected'; readonly decided: Decided; readonly reason: string } & Told)
  | ({
      readonly status: 'approved';
      readonly decided: Decided;
      /** When it is offered; undefined once it was. */
      readonly offer?: Instant;
      /** One mark for each person who says that they shared it; not their name. */
      readonly shares: readonly string[];
    } & Told)
  | ({ readonly status: 'over'; readonly decided: Decided; readonly shares: readonly string[] } & Told);

export type Decided = { readonly by: PersonId; readonly at: Instant };

export type GoodNewsCommand =
  | { readonly type: 'propose'; readonly news: GoodNews }
  | { readonly type: 'approve' }
  | { readonly type: 'reject'; readonly reason: string }
  | { readonly type: 'offer'; readonly paused: boolean }
  | { readonly type: 'share'; readonly mark: string }
  | { readonly type: 'end' };

export type GoodNewsEvent =
  | { readonly type: 'proposed'; readonly private: GoodNews }
  | { readonly type: 'approved'; readonly offer: Instant }
  | { readonly type: 'rejected'; readonly private: { readonly reason: string } }
  | { readonly type: 'offered' }
  | { readonly type: 'putOff'; readonly offer: Instant }
  | { readonly type: 'shared'; readonly mark: string }
  | { readonly type: 'ended' };

export const goodNews: Decider<GoodNewsState, GoodNewsCommand, GoodNewsEvent> = {
  kind: 'good-news',
  version: 1,
  initial: { status: 'none' },
  decide,
  evolve,
};
