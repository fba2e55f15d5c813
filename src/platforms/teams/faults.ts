/** What a failed call to Teams means for a delivery. */
import { DeliveryFault } from '../platform.ts';
import { ConnectorFault } from './connector.ts';

const MINUTE = 60_000;

/** `again` says whether doing it twice is harmless, as an edit is. Errors unknown to us come back as they are. */
export function deliveryFault(error: unknown, again: 'harmless' | 'doubles'): unknown {
  if (!(error instanceof ConnectorFault)) return error;
  const { status, unsent, message } = error;
  const fault = (why: DeliveryFault['why'], retryAfter = error.retryAfter) =>
    new DeliveryFault(why, message, { cause: error, ...(retryAfter !== undefined && { retryAfter }) });
  switch (status) {
    // Ours, not the place's: whoever runs the server mends the secret, and nothing owed is given up meanwhile.
    case 401:
      return fault('later', MINUTE);
    // Not installed there, blocked by the person, or by an administrator.
    case 403:
      return new DeliveryFault('forbidden', message, { cause: error, because: 'outside' });
    // The conversation is no more, or the activity: about one edit in a thousand is told so of a message that is there.
    case 404:
    case 410:
      return fault('gone');
    case 408:
    case 412:
    case 429:
      return fault('later');
    default:
      if (status >= 400 && status < 500) return fault('rejected');
      return fault(unsent || again === 'harmless' ? 'later' : 'unknown');
  }
}
