/** What a merged case demands of the older one: to take over everything it had, told again when more came meanwhile. */
import type { Happened } from '../event.ts';
import type { CaseCommand } from './command.ts';
import type { CaseEvent } from './event.ts';
import { keptOf } from './screenshots.ts';
import type { CaseState } from './state.ts';

type Merging = {
  readonly event: { readonly id: string };
  readonly to: string;
  readonly command: CaseCommand;
  readonly done: CaseCommand;
};

const DEMANDS: readonly CaseEvent['type'][] = ['merged', 'absorbed', 'screenshotKept'];

/** Empty once the older case was told and this one knows it. */
export function errands({
  id,
  state,
  history,
}: {
  readonly id: string;
  readonly state: CaseState;
  readonly history: readonly Happened<CaseEvent>[];
}): readonly Merging[] {
  if (state.status !== 'merged' || state.handed) return [];
  const last = history.findLast(({ event }) => DEMANDS.includes(event.type));
  if (!last) return [];
  const { number, mentions, reporters, triage } = state;
  const command: CaseCommand = {
    ...{ type: 'absorb', from: { id, number }, mentions, reporters },
    ...{ screenshots: keptOf(state), severity: triage.severity },
  };
  return [
    { event: { id: last.meta.id }, to: state.into.id, command, done: { type: 'handed', upTo: last.meta.number } },
  ];
}
