/** The one record of what an administrator set in the chat: where cases appear, in which language, what was seeded. */
import type { Deal, Decider } from '../decider.ts';
import { DESK, type Instant, type Meta, type PersonId } from '../event.ts';
import { Refused } from '../refused.ts';
import type { Locale } from '../rules.ts';

/** The id of the only settings record there is. */
export const SETTINGS = 'desk';

/** A channel's id on each platform that has one. */
type ChannelIds = { readonly [platform: string]: string };

export type Settings = {
  /** By the channel's name ('response'). */
  readonly channels: { readonly [name: string]: ChannelIds };
  readonly locales: { readonly [name: string]: Locale };
  /** What was taken over from the environment or the console's company, and is not taken over again. */
  readonly seeded: readonly string[];
  /** Routine messages wait, and only approved lines go out (K32). */
  readonly emergency?: Emergency;
  /** Who responds; left out: whoever was given the role. */
  readonly responders?: Responders;
  readonly membership?: Membership;
  /** Who became the first administrator by being there first. */
  readonly firstAdmin?: PersonId;
};

/** Where responders come from: the role given one by one, the members of the response channel, or a group of the chat. */
export type Responders =
  | { readonly by: 'roles' }
  | { readonly by: 'channel'; readonly platform: string }
  /** `group` as it was typed: `@care`, or the chat's id of it. */
  | { readonly by: 'group'; readonly platform: string; readonly group: string };

/** Why the members could not be read: then everybody keeps the role as it was. */
export const MEMBERSHIP_PROBLEMS = ['noChannel', 'noGroup', 'forbidden', 'nobody', 'tooMany', 'unreachable'] as const;
export type MembershipProblem = (typeof MEMBERSHIP_PROBLEMS)[number];

/** The members when they were last read. */
export type Membership = {
  /** Those who respond because they are members; they lose the role when they leave. */
  readonly granted: readonly PersonId[];
  readonly members: number;
  readonly at: Instant;
  readonly problem?: MembershipProblem;
};

/** Declared by a leader, who also ends it. The reason is theirs: '' once erased. */
export type Emergency = { readonly since: Instant; readonly by: PersonId; readonly reason: string };

export type SettingsCommand =
  | { readonly type: 'setChannel'; readonly name: string; readonly platform: string; readonly channel: string }
  | { readonly type: 'setChannelLocale'; readonly name: string; readonly locale: Locale }
  | { readonly type: 'seeded'; readonly what: string }
  | { readonly type: 'setResponders'; readonly responders: Responders }
  /** Given by the desk, which has read the members. */
  | ({ readonly type: 'membersRead' } & Omit<Membership, 'at'>)
  | { readonly type: 'declareEmergency'; readonly reason: string }
  | { readonly type: 'endEmergency' }
  /** `admins`: who is an administrator now. The roles themselves are given by the desk once this is recorded. */
  | { readonly type: 'becomeAdmin'; readonly admins: readonly PersonId[] };

export type SettingsEvent =
  | { readonly type: 'channelSet'; readonly name: string; readonly platform: string; readonly channel: string }
  | { readonly type: 'channelLocaleSet'; readonly name: string; readonly locale: Locale }
  | { readonly type: 'seeded'; readonly what: string }
  | { readonly type: 'firstAdminCame'; readonly person: PersonId }
  | { readonly type: 'respondersSet'; readonly responders: Responders }
  | ({ readonly type: 'membersRead' } & Omit<Membership, 'at'>)
  | { readonly type: 'emergencyDeclared'; readonly private: { readonly reason: string } }
  | { readonly type: 'emergencyEnded' };

function decide(state: Settings, command: SettingsCommand, deal: Deal): readonly SettingsEvent[] {
  switch (command.type) {
    case 'setChannel': {
      needAdmin(deal);
      const { name, platform, channel } = command;
      if (!channel.trim()) throw new Refused({ code: 'settings_not_a_channel' });
      return state.channels[name]?.[platform] === channel ? [] : [{ type: 'channelSet', name, platform, channel }];
    }
    case 'setChannelLocale': {
      needAdmin(deal);
      const { name, locale } = command;
      return state.locales[name] === locale ? [] : [{ type: 'channelLocaleSet', name, locale }];
    }
    case 'seeded':
      if (deal.by !== DESK) throw new Refused({ code: 'settings_need_admin', need: [] });
      return state.seeded.includes(command.what) ? [] : [{ type: 'seeded', what: command.what }];
    case 'setResponders': {
      needAdmin(deal);
      const { responders } = command;
      return same(state.responders ?? { by: 'roles' }, responders) ? [] : [{ type: 'respondersSet', responders }];
    }
    case 'membersRead': {
      if (deal.by !== DESK) throw new Refused({ code: 'settings_need_admin', need: [] });
      const { at: _, ...known } = state.membership ?? { at: deal.at, granted: [], members: 0 };
      const { type: __, ...read } = command;
      return same(known, read) ? [] : [command];
    }
    case 'declareEmergency':
      needLeader(deal);
      return state.emergency ? [] : [{ type: 'emergencyDeclared', private: { reason: command.reason } }];
    case 'endEmergency':
      needLeader(deal);
      return state.emergency ? [{ type: 'emergencyEnded' }] : [];
    case 'becomeAdmin':
      return becomeAdmin(state, command.admins, deal.by);
  }
}

/**
 * Somebody must be the first. It works once in the life of the desk: should every administrator leave later, nobody
 * can slip into the gap from the chat; whoever runs the server names one in ADMINS.
 */
function becomeAdmin(state: Settings, admins: readonly PersonId[], by: PersonId): readonly SettingsEvent[] {
  if (state.firstAdmin === by && admins.every((admin) => admin === by)) return [];
  if (admins.length > 0 || state.firstAdmin !== undefined)
    throw new Refused({ code: 'settings_admin_exists', holders: admins });
  return [{ type: 'firstAdminCame', person: by }];
}

const same = (a: object, b: object): boolean => JSON.stringify(a) === JSON.stringify(b);

function needAdmin({ by, roles }: Deal): void {
  if (by !== DESK && !roles.includes('admin')) throw new Refused({ code: 'settings_need_admin', need: ['admin'] });
}

function needLeader({ roles }: Deal): void {
  if (!roles.includes('leader')) throw new Refused({ code: 'settings_need_leader', need: ['leader'] });
}

function evolve(state: Settings, event: SettingsEvent, { at, by }: Meta): Settings {
  switch (event.type) {
    case 'channelSet': {
      const ids = { ...state.channels[event.name], [event.platform]: event.channel };
      return { ...state, channels: { ...state.channels, [event.name]: ids } };
    }
    case 'channelLocaleSet':
      return { ...state, locales: { ...state.locales, [event.name]: event.locale } };
    case 'seeded':
      return { ...state, seeded: [...state.seeded, event.what] };
    case 'firstAdminCame':
      return { ...state, firstAdmin: event.person };
    case 'respondersSet':
      return { ...state, responders: event.responders };
    case 'membersRead': {
      const { type: _, ...read } = event;
      return { ...state, membership: { ...read, at } };
    }
    case 'emergencyDeclared':
      return { ...state, emergency: { since: at, by, reason: event.private.reason } };
    case 'emergencyEnded': {
      const { emergency: _, ...rest } = state;
      return rest;
    }
  }
}

export const settings: Decider<Settings, SettingsCommand, SettingsEvent> = {
  kind: 'settings',
  version: 1,
  initial: { channels: {}, locales: {}, seeded: [] },
  decide,
  evolve,
};
