/** The vendor's proof that a request comes from Teams and is for us, kept as long as the token with which it was given. */
import type { Activity, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { LRUCache } from 'lru-cache';
import { overheard } from './overheard.ts';

export type Proof = Awaited<ReturnType<ConfigurationBotFrameworkAuthentication['authenticateRequest']>>;

/** Rejects with the vendor's `AuthenticationError` what does not come from Teams, or is not for us. */
export type Prove = (authorization: string, activity: Activity) => Promise<Proof>;

/** A proof is given anew after so many milliseconds, whatever its token says: keys are withdrawn now and then. */
const FRESH = 300_000;
/** A wrong clock refuses everybody, so it must be told; whoever tries tokens must not fill the log. Milliseconds. */
const QUIET = 60_000;

export type ProofOptions = {
  readonly authentication: ConfigurationBotFrameworkAuthentication;
  readonly log: (what: string, error: unknown) => void;
};

/** Teams sends the same token for an hour; each is weighed once for every address and channel that it is sent with. */
export function proofs({ authentication, log }: ProofOptions): Prove {
  const known = new LRUCache<string, Proof>({ max: 1_000 });
  let told = Number.NEGATIVE_INFINITY;
  const hear = (why: string): void => {
    const now = performance.now();
    if (now - told < QUIET) return;
    told = now;
    log('a request that Teams did not sign, or not for now', new Error(why));
  };
  return async (authorization, activity) => {
    const key = JSON.stringify([authorization, activity.channelId, activity.serviceUrl]);
    const before = known.get(key);
    if (before) return before;
    const made = await overheard(() => authentication.authenticateRequest(activity, authorization), hear);
    const proof = { ...made, ...reusing(made) };
    // By the computer's own clock, by which the library judged it, too.
    const ttl = Math.min(FRESH, Number(made.claimsIdentity.getClaimValue('exp') ?? 0) * 1_000 - Date.now());
    if (ttl > 0) known.set(key, proof, { ttl });
    return proof;
  };
}

/** The vendor's library makes a client of its own for every request, though nothing is sent by it: one serves for all. */
function reusing({ connectorFactory }: Proof): Pick<Proof, 'connectorFactory'> {
  if (!connectorFactory) return {};
  const clients = new Map<string, ReturnType<typeof connectorFactory.create>>();
  return {
    connectorFactory: {
      create(serviceUrl, audience) {
        const client = clients.get(serviceUrl) ?? connectorFactory.create(serviceUrl, audience);
        clients.set(serviceUrl, client);
        client.catch(() => clients.delete(serviceUrl));
        return client;
      },
    },
  };
}
