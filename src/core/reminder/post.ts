/** The record of one posted reminder: what it said, and who found it useful. One vote a person; it can be changed. */
import type { Deal, Decider } from '../decider.ts';
import { DESK, type Instant, type Meta, type PersonId } from '../event.ts';
import { Refused } from '../refused.ts';
import { DAY, plus } from '../time.ts';
import type { ReminderItem } from './item.ts';

export type PostState =
  | { readonly status: 'none' }
  | {
      readonly status: 'open' | 'over';
      readonly channel: string;
      readonly item: ReminderItem;
      readonly at: Instant;
      readonly votes: { readonly [person: PersonId]: boolean };
    };

export type PostCommand =
  | { readonly type: 'open'; readonly channel: string; readonly item: ReminderItem }
  | { readonly type: 'vote'; readonly useful: boolean }
  | { readonly type: 'end' };

export type PostEvent =
  | { readonly type: 'opened'; readonly channel: string; readonly item: ReminderItem }
  | { readonly type: 'voted'; readonly useful: boolean }
  | { readonly type: 'ended' };

/** After so many days nobody scrolls back to vote, and the card may be left alone. */
const DAYS = 30;

function decide(state: PostState, command: PostCommand, { by }: Deal): readonly PostEvent[] {
  switch (command.type) {
    case 'open':
      return state.status === 'none' ? [{ type: 'opened', channel: command.channel, item: command.item }] : [];
    case 'vote':
      if (state.status === 'none' || by === DESK) throw new Refused({ code: 'reminder_unknown' });
      return state.votes[by] === command.useful ? [] : [{ type: 'voted', useful: command.useful }];
    case 'end':
      return state.status === 'open' ? [{ type: 'ended' }] : [];
  }
}

function evolve(state: PostState, event: PostEvent, { at, by }: Meta): PostState {
  if (state.status === 'none')
    return event.type === 'opened'
      ? { status: 'open', channel: event.channel, item: event.item, at, votes: {} }
      : state;
  switch (event.type) {
    case 'opened':
      return state;
    case 'voted':
      return { ...state, votes: { ...state.votes, [by]: event.useful } };
    case 'ended':
      return { ...state, status: 'over' };
  }
}

export const post: Decider<PostState, PostCommand, PostEvent> = {
  kind: 'reminder-post',
  version: 1,
  initial: { status: 'none' },
  decide,
  evolve,
};

export const postDue = (state: PostState) =>
  state.status === 'open' ? ([{ key: 'end', at: plus(state.at, DAYS * DAY), command: { type: 'end' } }] as const) : [];

export type Votes = { readonly useful: number; readonly notForMe: number };

export function votesOf(state: Exclude<PostState, { status: 'none' }>): Votes {
  const all = Object.values(state.votes);
  const useful = all.filter(Boolean).length;
  return { useful, notForMe: all.length - useful };
}
