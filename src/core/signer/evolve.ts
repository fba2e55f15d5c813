/** How somebody's signatures become what they are, event by event. */
import type { Instant, Meta } from '../event.ts';
import type { SignerEvent } from './signer.ts';
import { isOpen, openTasks, type SignerState, type Task } from './state.ts';

export function evolve(state: SignerState, event: SignerEvent, { at }: Meta): SignerState {
  switch (event.type) {
    case 'asked': {
      const { type: _, person, tell, ...facts } = event;
      const tasks = [...state.tasks, { status: 'open', ...facts, asked: at } as const];
      return { ...state, person, tasks, tell, reminders: 0 };
    }
    case 'told': {
      const tasks = state.tasks.map((task) => (isOpen(task) ? { ...task, told: task.told ?? at } : task));
      const { tell: _, ...rest } = state;
      return { ...timed(rest, event.next), tasks };
    }
    case 'reminded':
      return { ...timed(state, event.next), reminders: state.reminders + 1 };
    case 'putOff':
      return event.what === 'tell' ? { ...state, tell: event.to } : { ...state, next: event.to };
    case 'snoozed':
      return { ...state, next: event.next };
    case 'signed': {
      const { campaign, versions, locale, platform, private: typed } = event;
      const signature = { at, versions, locale, platform, name: typed.name };
      return ended({ ...state, reminders: 0 }, campaign, (task) => ({ ...task, status: 'signed', signature }));
    }
    case 'withdrawn':
      return ended(state, event.campaign, (task) => ({ ...task, status: 'withdrawn', at }));
  }
}

function timed({ next: _, ...state }: SignerState, next: Instant | null): SignerState {
  return next === null ? state : { ...state, next };
}

/** When nothing is open any more, nobody is told or reminded of anything. */
function ended(state: SignerState, campaign: string, end: (task: Task) => Task): SignerState {
  const tasks = state.tasks.map((task) => (task.campaign === campaign ? end(task) : task));
  if (openTasks({ tasks }).length > 0) return { ...state, tasks };
  const { tell: _, next: __, ...rest } = state;
  return { ...rest, tasks };
}
