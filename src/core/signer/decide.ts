/** What happens to somebody's signatures: asked in their working time, reminded without nagging, signed once (K17). */
import { canonical, sha256 } from '../chain.ts';
import type { Deal } from '../decider.ts';
import { CLOCK, DESK, type Instant } from '../event.ts';
import { Refused } from '../refused.ts';
import { isSameName } from './name.ts';
import { dayEnds, nextReminder, type Reach, reachedFrom, termEnds, workingDaysLater } from './reach.ts';
import type { SignerCommand, SignerEvent } from './signer.ts';
import { openTasks, type Signed, type SignerState } from './state.ts';

/** What somebody has read, in few characters: it travels in the button with which they sign. */
export const readingDigest = (versions: readonly Signed[]): string =>
  sha256(canonical(versions.map(({ policy, digest }) => [policy, digest]))).slice(0, 24);

export function decide(state: SignerState, command: SignerCommand, deal: Deal): readonly SignerEvent[] {
  switch (command.type) {
    case 'ask':
      return ask(state, command, deal);
    case 'tell':
      return state.tell === undefined ? [] : tell(state, command.reach, deal);
    case 'remind':
      return remind(state, command.reach, deal);
    case 'urge':
      return urge(state, command, deal);
    case 'snooze': {
      needOwn(state, deal);
      const next = workingDaysLater(deal.at, command.days, command.reach, deal.rules);
      return openTasks(state).length === 0 ? [] : [{ type: 'snoozed', next }];
    }
    case 'sign':
      return sign(state, command, deal);
    case 'withdraw': {
      needDesk(deal);
      const open = openTasks(state).some(({ campaign }) => campaign === command.campaign);
      return open ? [{ type: 'withdrawn', campaign: command.campaign }] : [];
    }
  }
}

function ask(
  state: SignerState,
  { type: _, term, reach, ...facts }: Extract<SignerCommand, { type: 'ask' }>,
  deal: Deal,
): readonly SignerEvent[] {
  needDesk(deal);
  const { at, rules } = deal;
  if (state.tasks.some(({ campaign }) => campaign === facts.campaign)) return [];
  // Whoever comes after the day that was chosen has as long as where none was.
  const days = 'days' in term ? term.days : rules.signing.days;
  const chosen = 'until' in term ? dayEnds(term.until, reach, rules) : at;
  const until = chosen > at ? chosen : termEnds(at, days, reach, rules);
  const from = reachedFrom(at, reach, rules);
  const asked: SignerEvent = { type: 'asked', ...facts, until, tell: from };
  return from === at ? [asked, told([...dues(state), until], reach, deal)] : [asked];
}

const dues = (state: SignerState): readonly Instant[] => openTasks(state).map(({ until }) => until);

const told = (until: readonly Instant[], reach: Reach, { at, rules }: Deal): SignerEvent => ({
  type: 'told',
  next: nextReminder(at, 0, until, reach, rules) ?? null,
});

function tell(state: SignerState, reach: Reach, deal: Deal): readonly SignerEvent[] {
  needDesk(deal);
  const from = reachedFrom(deal.at, reach, deal.rules);
  return from === deal.at ? [told(dues(state), reach, deal)] : [{ type: 'putOff', what: 'tell', to: from }];
}

function remind(state: SignerState, reach: Reach, deal: Deal): readonly SignerEvent[] {
  needDesk(deal);
  const { at, rules } = deal;
  if (openTasks(state).length === 0 || state.next === undefined) return [];
  const from = reachedFrom(at, reach, rules);
  if (from !== at) return [{ type: 'putOff', what: 'remind', to: from }];
  const next = nextReminder(at, state.reminders + 1, dues(state), reach, rules);
  return [{ type: 'reminded', next: next ?? null }];
}

/** At once where it is their working time, else when it next is. What was not told yet will be told anyway. */
function urge(
  state: SignerState,
  { campaign, reach }: Extract<SignerCommand, { type: 'urge' }>,
  deal: Deal,
): readonly SignerEvent[] {
  needDesk(deal);
  const task = openTasks(state).find((one) => one.campaign === campaign);
  if (task?.told === undefined) return [];
  const from = reachedFrom(deal.at, reach, deal.rules);
  return from === deal.at
    ? remind({ ...state, next: deal.at }, reach, deal)
    : [{ type: 'putOff', what: 'remind', to: from }];
}

function sign(
  state: SignerState,
  command: Extract<SignerCommand, { type: 'sign' }>,
  deal: Deal,
): readonly SignerEvent[] {
  needOwn(state, deal);
  const { campaign, read, versions, consent, name, known, locale, platform } = command;
  const task = state.tasks.find((one) => one.campaign === campaign);
  if (!task) throw new Refused({ code: 'signature_not_asked' });
  if (task.status === 'signed') return [];
  if (task.status === 'withdrawn') throw new Refused({ code: 'signature_withdrawn' });
  if (readingDigest(versions) !== read) throw new Refused({ code: 'signature_text_changed' });
  if (!consent) throw new Refused({ code: 'signature_no_consent', field: 'consent' });
  if (!isSameName(name, known))
    throw new Refused({ code: 'signature_name_differs', field: 'name', typed: name, name: known });
  return [{ type: 'signed', campaign, versions, locale, platform, private: { name } }];
}

/** Nobody signs for somebody else, whatever their role. */
function needOwn({ person }: SignerState, { by }: Deal): void {
  if (person !== by) throw new Refused({ code: 'signature_not_asked' });
}

function needDesk({ by }: Deal): void {
  if (by !== DESK && by !== CLOCK) throw new Refused({ code: 'signature_not_asked' });
}
