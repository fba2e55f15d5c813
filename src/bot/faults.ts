/** Something failed that no rule forbade: a number that the person can quote and the log can be searched for. */
import { randomInt } from 'node:crypto';
import type { Interaction } from '#src/platforms/platform.ts';
import { StoreFault } from '#src/stores/store.ts';
import type { Words } from '#src/words/words.ts';

/** Facts to find a fault by; never what somebody typed. */
export type Log = (what: string, facts: { readonly [fact: string]: unknown }) => void;

// Without letters and digits that are mistaken for one another when read aloud.
const SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

const faultId = (): string => `E-${Array.from({ length: 6 }, () => SIGNS[randomInt(SIGNS.length)]).join('')}`;

/** Logs the fault and gives its number. */
export function logged(error: unknown, { platform, cause, does }: Interaction, log: Log): string {
  const id = faultId();
  log('an interaction failed', { id, platform, cause, type: does.type, of: nameOf(does), error });
  return id;
}

/** What to tell the person: what happened, what to do, and the number. */
export function faultSentence(error: unknown, id: string, { bot }: Words): string {
  if (!(error instanceof StoreFault)) return bot.fault(id);
  switch (error.code) {
    case 'full':
      return bot.storeFull(id);
    case 'readonly':
      return bot.storeReadonly(id);
    case 'damaged':
    case 'io':
      return bot.fault(id);
  }
}

function nameOf(does: Interaction['does']): string | undefined {
  switch (does.type) {
    case 'command':
      return does.name;
    case 'act':
      return does.action;
    case 'open':
    case 'submit':
      return does.form;
    case 'message':
    case 'home':
      return undefined;
  }
}
