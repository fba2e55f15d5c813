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

type Body = { readonly [key: string]: unknown };

/**
 * Whether a payload is for us, and of one of our people. A colleague's workspace in our organisation is ours too, and
 * what a payload names is not always the organisation: then only Slack can say.
 */
export function whoseIs({ team: ours, enterprise }: Workspace, body: Body): 'ours' | 'foreign' | 'unsaid' {
  const origin = originOf(body);
  const theirs = teamOfWhom(body);
  const isForUs = origin.team === ours || (enterprise !== undefined && origin.enterprise === enterprise);
  if (!isForUs && (origin.team !== undefined || theirs === undefined)) return 'foreign';
  if (theirs === undefined || theirs === ours || theirs === enterprise) return 'ours';
  return enterprise === undefined || theirs.startsWith('E') ? 'foreign' : 'unsaid';
}

/** Who did it. */
export function accountIn(body: Body): string | undefined {
  const of = record(body['event']) ?? body;
  return text(of['user']) ?? idOf(of['user']) ?? text(body['user_id']);
}

/**
 * Whose app a payload is for. An event in a channel that is shared with another company is said to be of the workspace
 * that began the channel; for whom it is, stands in its authorization.
 */
function originOf(body: Body): { readonly team: string | undefined; readonly enterprise: string | undefined } {
  const [authorized] = Array.isArray(body['authorizations']) ? body['authorizations'] : [];
  const from = record(authorized) ?? body;
  return {
    team: idOf(from['team']) ?? text(from['team_id']),
    enterprise:
      idOf(from['enterprise']) ?? text(from['enterprise_id']) ?? text(record(from['team'])?.['enterprise_id']),
  };
}

/** The workspace or organisation of whoever did it, as far as it is said: in shared channels it may be another than ours. */
function teamOfWhom(body: Body): string | undefined {
  const event = record(body['event']);
  if (event) return text(event['user_team']) ?? text(event['team']);
  return text(record(body['user'])?.['team_id']);
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
const record = (value: unknown): Body | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
const idOf = (value: unknown) => text(record(value)?.['id']);
