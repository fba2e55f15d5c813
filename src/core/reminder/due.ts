/** When the next reminder is posted; what the moment is like is asked when it has come. */
import type { Instant } from '../event.ts';
import type { Occasion, RotationCommand, RotationState } from './rotation.ts';

type Due = { readonly key: string; readonly at: Instant; readonly command: RotationCommand };

export const rotationDue =
  (occasion: () => Occasion) =>
  ({ next }: RotationState): readonly Due[] =>
    next === undefined ? [] : [{ key: 'post', at: next, command: { type: 'post', ...occasion() } }];
