/** Which chat platforms are configured, and how; none of them means the local console. */
import type { Settings } from './environment.ts';

export type SlackConfig = { readonly botToken: string; readonly apiUrl?: string } & (
  | { readonly receive: 'socket'; readonly appToken: string }
  | { readonly receive: 'http'; readonly signingSecret: string }
);

export type TeamsConfig =
  /** A local test client on loopback; nobody proves who they are. */
  | { readonly anonymous: true }
  | {
      readonly anonymous: false;
      readonly appId: string;
      readonly appType: 'MultiTenant' | 'SingleTenant' | 'UserAssignedMSI';
      readonly appPassword?: string;
      readonly tenantId?: string;
    };

export type Platform = { readonly console: boolean; readonly slack?: SlackConfig; readonly teams?: TeamsConfig };

/** Where both ways are configured, Socket Mode is taken: it needs no address that Slack can reach. */
function slackOf(given: Settings): SlackConfig | undefined {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = given;
  if (!botToken) return undefined;
  const common = { botToken, ...(given.SLACK_API_URL ? { apiUrl: given.SLACK_API_URL } : {}) };
  if (appToken) return { ...common, receive: 'socket', appToken };
  return signingSecret ? { ...common, receive: 'http', signingSecret } : undefined;
}

/** New bots are of one tenant; an older multi-tenant registration may serve one, too, when it is named as such. */
function teamsOf(given: Settings): TeamsConfig | undefined {
  const { MicrosoftAppId: appId, MicrosoftAppPassword: appPassword, MicrosoftAppTenantId: tenantId } = given;
  if (!appId) return given.TEAMS_ANONYMOUS === '1' ? { anonymous: true } : undefined;
  return {
    anonymous: false,
    appId,
    appType: given.MicrosoftAppType ?? (tenantId ? 'SingleTenant' : 'MultiTenant'),
    ...(appPassword ? { appPassword } : {}),
    ...(tenantId ? { tenantId } : {}),
  };
}

export function platformOf(given: Settings): Platform {
  const [slack, teams] = [slackOf(given), teamsOf(given)];
  return { console: !slack && !teams, ...(slack ? { slack } : {}), ...(teams ? { teams } : {}) };
}
