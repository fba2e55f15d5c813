/** Reasons that people must give. */
import { Refused } from '../refused.ts';

/** Refuses a text shorter than `min` characters once trimmed. */
export function requireReason(reason: string, field: string, min: number): void {
  if (reason.trim().length < min) throw new Refused({ code: 'case_reason_short', field, min });
}
