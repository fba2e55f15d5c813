/** Which workspace we belong to, and whether something comes from it. */
import type { WebClient } from '@slack/web-api';
import type { SlackUser } from './payload.ts';

export type Workspace = {
  readonly team: string;
  readonly enterprise: string | undefined;
  /** Installed for a whole organisation: then every workspace of it is ours. */
  readonly wide: boolean;
  readonly botId: string;
  readonly botUserId: string;
  /** What the token may do, as Slack says in each answer. */
  readonly scopes: readonly string[];
  readonly name: string;
};

/** Asks Slack who we are. Throws what the client throws. */
export async function whoAreWe(client: WebClient): Promise<Workspace> {
  const { team_id, enterprise_id, is_enterprise_install, bot_id, user_id, team, response_metadata } =
    await client.auth.test();
  if (!team_id || !bot_id || !user_id)
    throw new Error('SLACK_BOT_TOKEN is not the token of a bot. Copy the one that begins with xoxb-.');
  return {
    team: team_id,
    enterprise: enterprise_id || undefined,
    wide: is_enterprise_install === true,
    botId: bot_id,
    botUserId: user_id,
    scopes: (response_metadata?.scopes ?? []).filter((scope) => scope !== ''),
    name: team ?? team_id,
  };
}

/** Whether a payload is for us, and of one of our people. A colleague's workspace in our organisation is ours too. */
export function isOurs(workspace: Workspace, body: { readonly [key: string]: unknown }): boolean {
  const enterprise = idOf(body['enterprise']) ?? text(body['enterprise_id']);
  if (workspace.enterprise !== undefined && enterprise === workspace.enterprise) return true;
  const user = body['user'];
  const theirs = typeof user === 'object' && user !== null && 'team_id' in user ? text(user.team_id) : undefined;
  const team = idOf(body['team']) ?? text(body['team_id']);
  return [team, theirs].every((one) => one === undefined || one === workspace.team) && (team ?? theirs) !== undefined;
}

/**
 * Whether a user is of our company. Channels are shared with other companies too, and whoever is in one with us is no
 * stranger to Slack: `is_stranger` tells of those alone whom we share nothing with.
 */
export function isOfOurs({ team, enterprise }: Workspace, user: SlackUser): boolean {
  if (user.is_stranger === true) return false;
  const { team_id, enterprise_id, enterprise_user } = user;
  if (team_id === undefined || team_id === team || enterprise_user?.teams?.includes(team) === true) return true;
  return enterprise !== undefined && [team_id, enterprise_id, enterprise_user?.enterprise_id].includes(enterprise);
}

const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
const idOf = (value: unknown) =>
  typeof value === 'object' && value !== null && 'id' in value ? text(value.id) : undefined;
