/** Everything that can be done with a case besides the buttons of its card, by what it is for. */
import { type ExistingCase, latestDraft } from '#src/core/case/state.ts';
import { act, type Block, type Button, buttons, type Card, goes, heading, opens, text } from '../card.ts';
import { cardFor } from '../card-for.ts';
import { isBlocked, present, settleButton } from './buttons.ts';
import { caseArgs, type Shown } from './shown.ts';

const GROUPS = ['work', 'people', 'ending', 'reading'] as const;
type Group = (typeof GROUPS)[number];
/** In the order in which they are shown. */
export type More = { readonly [G in Group]: readonly Button[] };

/** Timelines of cases that this one took over: so many are offered. */
const ABSORBED = 3;

export function moreButtons(shown: Shown): More {
  return { ...steps(shown), reading: readButtons(shown) };
}

/** A heading and a row for each kind; what `fits` leaves out is gone, with its heading when it was the last. */
export function moreCard({ reader, state }: Shown, more: More, fits: (button: Button) => boolean): Card {
  const words = reader.t.caseCard;
  const title = words.moreFor(state.number);
  const groups = GROUPS.flatMap((group): readonly Block[] => {
    const left = more[group].filter(fits);
    return left.length > 0 ? [text([{ b: words.moreGroup[group] }]), buttons(...left)] : [];
  });
  return cardFor(reader, title, [heading(title), ...groups]);
}

function steps(shown: Shown): Omit<More, 'reading'> {
  const { state, reader } = shown;
  const args = caseArgs(shown);
  const label = reader.t.case.do;
  const confide = opens(state.confidential ? label.concerns : label.confide, 'case.confide', args);
  const held = opens(label.handOver, 'case.handOver', args);
  const leave = [opens(label.merge, 'case.merge', args), opens(label.dismiss, 'case.dismiss', args)];
  switch (state.status) {
    case 'new':
      return { work: workButtons(shown), people: [confide], ending: leave };
    case 'working': {
      const release = act(label.release, 'case.release', args);
      const work = present(...workButtons(shown), overruleButton(shown));
      return { work, people: [held, release, confide], ending: leave };
    }
    case 'review':
    case 'approved':
    case 'published': {
      const verify = opens(label.verify, 'case.facts', args);
      const work = present(verify, ...workButtons(shown), settleButton(shown));
      return { work, people: [held, confide], ending: [] };
    }
    case 'closed':
    case 'dismissed':
      return { work: [], people: [confide], ending: [] };
    case 'merged':
      return { work: [], people: [], ending: [] };
  }
}

/** What is done on a case in every status while it is open. */
function workButtons(shown: Shown): readonly Button[] {
  const args = caseArgs(shown);
  const label = shown.reader.t.case.do;
  return present(
    opens(label.plan, 'case.plan', args),
    opens(label.correct, 'case.correct', args),
    shown.state.facts.length > 0 && opens(label.revoke, 'case.revoke', args),
    opens(label.note, 'case.note', args),
    opens(label.addMention, 'case.addMention', args),
  );
}

function readButtons(shown: Shown): readonly Button[] {
  const { state, reader } = shown;
  if (state.status === 'merged') return [];
  const args = caseArgs(shown);
  const label = reader.t.case.do;
  const link = state.mentions[0]?.link;
  return present(
    act(label.show, 'case.show', args),
    act(label.timeline, 'case.timeline', args),
    ...before(state).map(({ id, number }) => act(label.timelineOf(number), 'case.timeline', { case: id })),
    link && goes(label.post, link),
  );
}

const before = ({ absorbed }: ExistingCase) => absorbed.slice(0, ABSORBED);

function overruleButton(shown: Shown): Button | undefined {
  const draft = latestDraft(shown.state);
  if (!draft || !isBlocked(shown.state)) return undefined;
  return opens(shown.reader.t.case.do.overrule, 'case.overrule', caseArgs(shown, { version: String(draft.version) }));
}
