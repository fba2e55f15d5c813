/** A toy record for tests of the desk: a task that is opened, noted on, told to people, moved and closed. */
import type { Decider } from '#src/core/decider.ts';
import { Refused } from '#src/core/refused.ts';
import type { OnFault } from '#src/desk/on-fault.ts';
import { Records, type Who } from '#src/desk/records.ts';
import type { Store } from '#src/stores/store.ts';
import { rules } from '#test/core/rules.fixture.ts';

export type Task = {
  readonly status: 'none' | 'open' | 'closed';
  readonly title: string;
  readonly notes: readonly string[];
  /** Kept apart, so that they can be erased. */
  readonly secrets: readonly string[];
  /** Where its card is shown. */
  readonly channel: string;
  readonly due?: string;
  readonly late: boolean;
  /** The task into which this one was merged, until that one has taken its notes. */
  readonly mergedInto?: string;
  readonly absorbed: boolean;
};

export type TaskCommand =
  | { readonly type: 'open'; readonly title: string; readonly due?: string }
  | { readonly type: 'note'; readonly text: string }
  | { readonly type: 'confide'; readonly text: string }
  | { readonly type: 'tell'; readonly people: readonly string[]; readonly lane: 'urgent' | 'ordinary' | 'bulk' }
  | { readonly type: 'move'; readonly channel: string }
  | { readonly type: 'remind' }
  | { readonly type: 'close' }
  | { readonly type: 'merge'; readonly into: string }
  | { readonly type: 'absorb'; readonly from: string; readonly notes: readonly string[] }
  | { readonly type: 'settleMerge' };

export type TaskEvent =
  | { readonly type: 'opened'; readonly title: string; readonly due?: string }
  | { readonly type: 'noted'; readonly text: string }
  | { readonly type: 'confided'; readonly private: { readonly text: string } }
  | { readonly type: 'told'; readonly people: readonly string[]; readonly lane: 'urgent' | 'ordinary' | 'bulk' }
  | { readonly type: 'moved'; readonly channel: string }
  | { readonly type: 'reminded' }
  | { readonly type: 'closed' }
  | { readonly type: 'merged'; readonly into: string }
  | { readonly type: 'absorbed'; readonly from: string; readonly notes: readonly string[] }
  | { readonly type: 'mergeSettled' };

const task: Decider<Task, TaskCommand, TaskEvent> = {
  kind: 'task',
  version: 2,
  initial: { status: 'none', title: '', notes: [], secrets: [], channel: 'response', late: false, absorbed: false },
  decide(state, command) {
    switch (command.type) {
      case 'open':
        return state.status === 'none' ? [{ ...command, type: 'opened' }] : [];
      case 'note':
        return [{ ...command, type: 'noted' }];
      case 'confide':
        return [{ type: 'confided', private: { text: command.text } }];
      case 'tell':
        return [{ ...command, type: 'told' }];
      case 'move':
        return [{ ...command, type: 'moved' }];
      case 'remind':
        return [{ type: 'reminded' }];
      case 'close':
        if (state.status === 'closed') throw new Refused({ code: 'input_missing', field: 'open task' });
        return [{ type: 'closed' }];
      case 'merge':
        return [{ ...command, type: 'merged' }];
      case 'absorb':
        return [{ ...command, type: 'absorbed' }];
      case 'settleMerge':
        return state.mergedInto !== undefined ? [{ type: 'mergeSettled' }] : [];
    }
  },
  evolve(state, event) {
    switch (event.type) {
      case 'opened':
        return { ...state, status: 'open', title: event.title, ...(event.due !== undefined && { due: event.due }) };
      case 'noted':
        return { ...state, notes: [...state.notes, event.text] };
      case 'confided':
        return { ...state, secrets: [...state.secrets, event.private.text] };
      case 'told':
        return state;
      case 'moved':
        return { ...state, channel: event.channel };
      case 'reminded':
        return { ...state, late: true };
      case 'closed':
        return { ...state, status: 'closed' };
      case 'merged':
        return { ...state, mergedInto: event.into };
      case 'absorbed':
        return { ...state, notes: [...state.notes, ...event.notes], absorbed: true };
      case 'mergeSettled': {
        const { mergedInto: _, ...rest } = state;
        return rest;
      }
    }
  },
  /** Version 1 knew no title but a subject. */
  upcast(event, version) {
    if (version === 1 && event.type === 'opened') return { type: 'opened', title: String(event['subject']) };
    return event as unknown as TaskEvent;
  },
};

export const NOON = '2026-11-21T12:00:00.000Z';

let causes = 0;
/** Alice, at noon, by an interaction of its own unless told which. */
export const alice = (cause = `click ${++causes}`): Who => ({ by: 'alice', roles: ['responder'], at: NOON, cause });

/** Faults that nobody expects fail the test that runs into them. */
export const noFault: OnFault = (what, error) => {
  throw new Error(what, { cause: error });
};

export const taskRecords = (
  store: Store,
  more: { cached?: number; onFault?: OnFault; code?: string } = {},
): Records<Task, TaskCommand, TaskEvent> => new Records(store, task, { rules: () => rules, onFault: noFault, ...more });
