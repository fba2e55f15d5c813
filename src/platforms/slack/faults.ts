/** What a failed call to Slack means for a delivery. */
import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';
import { DeliveryFault } from '../platform.ts';

/** The message or the channel is no more, or it is not ours to edit (another app’s, from before the app was made anew). */
const GONE = [
  'channel_not_found',
  'message_not_found',
  'user_not_found',
  'users_not_found',
  'edit_window_closed',
  'cant_update_message',
  'file_not_found',
  'file_deleted',
];
/** There is such a place, but not for us. */
const FORBIDDEN = [
  'is_archived',
  'is_inactive',
  'not_in_channel',
  'cant_broadcast_message',
  'user_disabled',
  'user_not_visible',
  'cannot_dm_bot',
  'restricted_action',
  'restricted_action_read_only_channel',
  'restricted_action_thread_only_channel',
  'restricted_action_non_threadable_channel',
  'messages_tab_disabled',
  'no_permission',
  'access_denied',
  'ekm_access_denied',
  'team_access_not_granted',
  'user_not_in_channel',
  'missing_scope',
];
/** Which of these say more of the channel. */
const BECAUSE: { readonly [code: string]: DeliveryFault['because'] } = {
  is_archived: 'archived',
  // What an edit in an archived channel is refused with.
  is_inactive: 'archived',
  not_in_channel: 'outside',
};
/** This card never will be accepted. */
const REJECTED = [
  'invalid_blocks',
  'invalid_blocks_format',
  'msg_blocks_too_long',
  'msg_too_long',
  'no_text',
  'too_many_attachments',
  'invalid_arguments',
  'invalid_metadata_format',
  'invalid_metadata_schema',
  'metadata_too_large',
];
/** Slack could not: whether it did before it failed, nobody knows. */
const BROKE = [
  'internal_error',
  'fatal_error',
  'request_timeout',
  'service_unavailable',
  'team_added_to_org',
  'fetch_members_failed',
];
/** Of our token, not of the place: whoever runs the server mends it, and nothing owed is given up meanwhile. */
const OURS = [
  'invalid_auth',
  'not_authed',
  'token_revoked',
  'token_expired',
  'org_login_required',
  // The bot's own account, not that of whom we write to: they are `user_disabled`.
  'account_inactive',
  'two_factor_setup_required',
  'not_allowed_token_type',
  // Called from an address that the workspace lets nobody call from.
  'accesslimited',
];

/** Connections that never came to be: nothing was sent. */
const UNSENT = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT'];

/** Too much was said, by us or by everybody in the workspace. */
const LIMITED = ['ratelimited', 'rate_limited', 'message_limit_exceeded'];

const MINUTE = 60_000;

/** `again` says whether doing it twice is harmless, as an edit is. Errors unknown to us come back as they are. */
export function deliveryFault(error: unknown, again: 'harmless' | 'doubles'): unknown {
  const unclear = again === 'harmless' ? 'later' : 'unknown';
  const fault = (why: DeliveryFault['why'], message: string, retryAfter?: number) =>
    new DeliveryFault(why, message, { cause: error, ...(retryAfter !== undefined && { retryAfter }) });
  if (error instanceof WebAPIRateLimitedError) return fault('later', 'Slack limits our rate.', error.retryAfter * 1000);
  if (error instanceof WebAPIHTTPError) return fault(unclear, `Slack answered ${error.statusCode}.`);
  if (error instanceof WebAPIRequestError) {
    const code = codeOf(error.original);
    return fault(code && UNSENT.includes(code) ? 'later' : unclear, `Slack was not reached: ${code ?? 'no answer'}.`);
  }
  if (!(error instanceof WebAPIPlatformError)) return error;
  const code = error.data.error;
  const message = `Slack refused: ${code}.`;
  if (GONE.includes(code)) return fault('gone', message);
  if (FORBIDDEN.includes(code))
    return new DeliveryFault('forbidden', message, { cause: error, because: BECAUSE[code] });
  if (REJECTED.includes(code)) return fault('rejected', message);
  if (BROKE.includes(code)) return fault(unclear, message);
  if (OURS.includes(code)) return fault('later', message, MINUTE);
  return LIMITED.includes(code) ? fault('later', message, MINUTE / 2) : error;
}

/** The code of a network error, wherever fetch has put it. */
function codeOf(error: unknown): string | undefined {
  for (let one = error, depth = 0; one instanceof Error && depth < 5; one = one.cause, depth += 1) {
    if ('code' in one && typeof one.code === 'string') return one.code;
  }
  return undefined;
}

/** Slack's own word for why it refused; undefined when it was not Slack that refused. */
export const refusalOf = (error: unknown): string | undefined =>
  error instanceof WebAPIPlatformError ? error.data.error : undefined;
