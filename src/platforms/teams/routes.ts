/** The one address to which Teams sends everything: proved, checked, then handed in. Says nothing of our inside. */
import type { Activity, TurnContext } from 'botbuilder';
import { type Answer, type Handle, HttpFault, json } from '#src/server/answer.ts';
import { jsonBody } from '#src/server/body.ts';
import { isLoopback, localOnly } from '#src/server/guard.ts';
import type { Routes } from '#src/server/router.ts';
import { activity, type Incoming, tenantsOf } from './activity.ts';
import type { Adapter, TeamsConfig } from './adapter.ts';
import { LIMITS } from './limits.ts';

export type RouteOptions = {
  readonly config: TeamsConfig;
  readonly adapter: Adapter;
  /** Undefined until the platform has started. */
  readonly take: () => ((incoming: Incoming, context: TurnContext) => Promise<void>) | undefined;
};

export const teamsRoutes = (options: RouteOptions): Routes => {
  const handle = messages(options);
  // Nobody proves who they are: then at least no page of another site may send anything.
  return { 'POST /api/messages': options.config.anonymous ? localOnly(handle) : handle };
};

function messages({ config, adapter, take }: RouteOptions): Handle {
  return async (request): Promise<Answer> => {
    const hand = take();
    if (!hand) throw new HttpFault(503, 'Goodword is not running yet.', { 'retry-after': '5' });
    const body = await jsonBody(request, LIMITS.body);
    const { success, data: incoming } = activity.safeParse(body);
    if (!success) throw new HttpFault(400, 'This is no activity.');
    whereFrom(config, incoming);
    let begun = false;
    const answered = adapter.take(request.headers.authorization ?? '', toActivity(body), async (context) => {
      begun = true;
      ours(config, incoming);
      await hand(incoming, context);
    });
    const invoked = await answered.catch((error: unknown) => {
      if (!begun && isRefusal(error)) throw new HttpFault(401, 'This request does not prove that it comes from Teams.');
      throw error;
    });
    if (!invoked) return { status: 200 };
    return invoked.body === undefined ? { status: invoked.status } : json(invoked.body, invoked.status);
  };
}

/** On another channel of the vendor's service, people could say themselves who they are. */
function whereFrom(config: TeamsConfig, { channelId, serviceUrl }: Incoming): void {
  if (!config.anonymous && channelId !== 'msteams')
    throw new HttpFault(403, 'This bot speaks with Microsoft Teams only.');
  if (config.anonymous && !isLoopback(new URL(serviceUrl).hostname))
    throw new HttpFault(403, 'Without an app id, this bot speaks with a test client on this computer only.');
}

/** A token says that Teams sent it, for us; not that its sender is of our company. */
function ours(config: TeamsConfig, incoming: Incoming): void {
  if (config.anonymous || config.tenantId === undefined) return;
  const ours = config.tenantId.toLowerCase();
  const named = tenantsOf(incoming);
  if (named.length === 0 || named.some((tenant) => tenant !== ours))
    throw new HttpFault(403, 'This bot answers only people of the company that runs it.');
}

/** Whether the vendor's library refused the token, and not that it could not reach the keys to check it with. */
const isRefusal = (error: unknown): boolean =>
  error instanceof Error && error.name !== 'FetchError' && !('statusCode' in error && Number(error.statusCode) >= 500);

/** `activity` has checked what anybody here reads; the vendor's type asks for much that Teams does not send. */
const toActivity = (body: unknown): Activity => body as Activity;
