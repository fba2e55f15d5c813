/** Microsoft's adapter: proves that a request comes from Teams, and gives the token with which we speak to it. */
import {
  type Activity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type ConfigurationBotFrameworkAuthenticationOptions,
  ConfigurationServiceClientCredentialFactory,
  type InvokeResponse,
  type TurnContext,
} from 'botbuilder';
import { type ProofOptions, type Prove, proofs } from './proof.ts';

/** How we prove ourselves to Teams, and whose people may write. */
export type TeamsConfig =
  | { readonly anonymous: true }
  | {
      readonly anonymous: false;
      readonly appId: string;
      readonly appType: 'MultiTenant' | 'SingleTenant' | 'UserAssignedMSI';
      readonly appPassword?: string;
      readonly tenantId?: string;
    };

/** Where tokens come from, for a cloud that is not the public one; the vendor's own names. */
export type Cloud = Pick<
  ConfigurationBotFrameworkAuthenticationOptions,
  | 'ToChannelFromBotLoginUrl'
  | 'ToChannelFromBotOAuthScope'
  | 'ToBotFromChannelTokenIssuer'
  | 'ToBotFromChannelOpenIdMetadataUrl'
  | 'ToBotFromEmulatorOpenIdMetadataUrl'
>;

export type Turn = (context: TurnContext) => Promise<void>;

const SCOPE = 'https://api.botframework.com';
const LOGIN = 'https://login.microsoftonline.com/botframework.com';

/** The library's rules of who is who; its client for signing people in, which nobody here does, is made once. */
class Authentication extends ConfigurationBotFrameworkAuthentication {
  #client: ReturnType<ConfigurationBotFrameworkAuthentication['createUserTokenClient']> | undefined;
  override createUserTokenClient(
    ...identity: Parameters<ConfigurationBotFrameworkAuthentication['createUserTokenClient']>
  ) {
    this.#client ??= super.createUserTokenClient(...identity).catch((error: unknown) => {
      // Not for ever: the next request tries again.
      this.#client = undefined;
      throw error;
    });
    return this.#client;
  }
}

/**
 * The adapter, without the part that speaks HTTP: that one prints every refused request with its stack, and sends the
 * inner reason of a failure to the caller.
 */
export class Adapter extends CloudAdapter {
  readonly #prove: Prove;
  constructor(authentication: ConfigurationBotFrameworkAuthentication, prove: Prove) {
    super(authentication);
    this.#prove = prove;
  }
  /** Throws `AuthenticationError` when the request is not from Teams and for us; else what an invoke is answered. */
  async take(authorization: string, activity: Activity, turn: Turn): Promise<InvokeResponse | undefined> {
    return this.processActivity(await this.#prove(authorization, activity), activity, turn);
  }
}

export function adapterOf(config: TeamsConfig, log: ProofOptions['log'], cloud: Cloud = {}): Adapter {
  const authentication = new Authentication({ ...settings(config), ...cloud });
  return new Adapter(authentication, proofs({ authentication, log }));
}

/** A fresh token for calls to Teams; undefined where nobody proves anything. The vendor's library keeps it while it lasts. */
export function tokens(config: TeamsConfig, cloud: Cloud = {}): () => Promise<string | undefined> {
  if (config.anonymous) return async () => undefined;
  const { ToChannelFromBotOAuthScope: scope = SCOPE, ToChannelFromBotLoginUrl: login = LOGIN } = cloud;
  const factory = new ConfigurationServiceClientCredentialFactory(settings(config));
  const made = factory.createCredentials(config.appId, scope, login, true);
  made.catch(() => undefined);
  return async () => {
    const credentials: object = await made;
    if (!('getToken' in credentials) || typeof credentials.getToken !== 'function')
      throw new Error('These credentials give no token.');
    return String(await credentials.getToken());
  };
}

function settings(config: TeamsConfig): ConfigurationBotFrameworkAuthenticationOptions {
  if (config.anonymous) return {};
  const { appId, appType, appPassword, tenantId } = config;
  return {
    MicrosoftAppId: appId,
    MicrosoftAppType: appType,
    // The vendor's library stops at a password beside a managed identity; one that lies about in the shell is harmless.
    ...(appPassword && appType !== 'UserAssignedMSI' && { MicrosoftAppPassword: appPassword }),
    ...(tenantId && { MicrosoftAppTenantId: tenantId }),
  };
}
