/** Somebody who was away is back when the time they named has come, without having to say so. */
import type { Instant } from '../event.ts';
import type { PersonCommand } from './command.ts';
import type { PersonState } from './state.ts';

type Return = { readonly key: string; readonly at: Instant; readonly command: PersonCommand };

export function due(state: PersonState): readonly Return[] {
  const until = state.status === 'active' || state.status === 'inactive' ? state.facts.absentUntil : undefined;
  return until === undefined ? [] : [{ key: `back/${until}`, at: until, command: { type: 'back' } }];
}
