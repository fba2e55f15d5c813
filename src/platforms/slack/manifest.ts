/** The app as Slack is told of it: exactly the commands and forms that there are handlers for. */
import { LIMITS } from './limits.ts';
import { SCOPES } from './scopes.ts';
import { SHORTCUTS } from './shortcuts.ts';
import { ellipsis } from './text.ts';

/** The commands that this project promises, in the order of its documents; each is in the manifest once it has a handler. */
export const CONTRACT = ['report', 'desk', 'policy', 'quiz', 'check', 'digest'] as const;

/** The events that something listens to (dispatch.ts). */
export const EVENTS = [
  'app_home_opened',
  'app_mention',
  'app_uninstalled',
  'member_joined_channel',
  'member_left_channel',
  'message.im',
  'subteam_members_changed',
  'subteam_updated',
  'team_join',
  'user_change',
] as const;

export type Listed = {
  /** By name, without the slash: what the command is for, in English and Chinese. */
  readonly commands: { readonly [name: string]: string };
  /** Names of the forms there are. */
  readonly forms: readonly string[];
};

/** The manifest, version 2: for Socket Mode, or for HTTP where a host is given (`https://goodword.example.com`). */
export function manifestOf({ commands, forms }: Listed, host?: string) {
  const listed = CONTRACT.filter((name) => name in commands);
  const address = host === undefined ? undefined : new URL('/slack/events', host).href;
  const url = address === undefined ? {} : { url: address };
  const request = address === undefined ? {} : { request_url: address };
  return {
    _metadata: { major_version: 2, minor_version: 1 },
    display_information: {
      name: 'Goodword',
      description: 'The reputation desk: report, verify, answer. 口碑台：上报、核实、答复',
      background_color: '#1f4e4a',
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: 'goodword', always_online: true },
      slash_commands: listed.map((name) => ({
        command: `/${name}`,
        ...url,
        description: ellipsis(commands[name] ?? '', LIMITS.manifest.description),
        // So that a person named in a command comes as an id, which nobody can mistake.
        should_escape: true,
      })),
      shortcuts: SHORTCUTS.filter(({ form }) => forms.includes(form)).map(({ id, type, name, about }) => ({
        name,
        type,
        callback_id: id,
        description: `${about.en} · ${about.zh}`,
      })),
    },
    oauth_config: { scopes: { bot: SCOPES.map(({ name }) => name) } },
    settings: {
      event_subscriptions: { ...request, bot_events: [...EVENTS] },
      interactivity: { is_enabled: true, ...request },
      org_deploy_enabled: false,
      socket_mode_enabled: host === undefined,
      token_rotation_enabled: false,
    },
  };
}
