/** How the desk is configured where the small Teams stands in for Microsoft. */
import type { Cloud } from '#src/platforms/teams/adapter.ts';
import { APP, TENANT } from './teams.fixture.ts';

export const CONFIG = {
  anonymous: false,
  appId: APP,
  appType: 'SingleTenant',
  appPassword: 'pw',
  tenantId: TENANT,
} as const;

/** Microsoft's services, where the small Teams plays them. */
export const CLOUD = (url: string): Cloud => ({
  ToBotFromChannelOpenIdMetadataUrl: `${url}/openid`,
  ToBotFromEmulatorOpenIdMetadataUrl: `${url}/openid`,
  ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
  ToChannelFromBotLoginUrl: `${url}/login`,
  ToChannelFromBotOAuthScope: 'https://api.botframework.com',
});
