/** Reasons that people must give. */

import { Refused } from '../refused.ts';
import { seenLength } from '../visible-text.ts';

/** Refuses a text with fewer than `min` characters to see. */
export function requireReason(reason: string, field: string, min: number): void {
  if (seenLength(reason) < min) throw new Refused({ code: 'case_reason_short', field, min });
}
