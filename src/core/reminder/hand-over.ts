/** What the rotation demands of others: a record for each post, where votes are given. */
import type { Happened } from '../event.ts';
import type { PostCommand } from './post.ts';
import type { RotationCommand, RotationEvent, RotationState } from './rotation.ts';

type Errand = {
  readonly event: { readonly id: string };
  readonly to: string;
  readonly command: PostCommand;
  readonly done: RotationCommand;
};
type Whole = {
  readonly id: string;
  readonly state: RotationState;
  readonly history: readonly Happened<RotationEvent>[];
};

export const handOvers = ({ id, state, history }: Whole): readonly Errand[] =>
  history.flatMap(({ event, meta }) =>
    event.type === 'posted' && state.unhanded.includes(event.number)
      ? [
          {
            event: meta,
            to: `${id}-${event.number}`,
            command: { type: 'open', channel: id, item: event.item },
            done: { type: 'handed', number: event.number },
          },
        ]
      : [],
  );
