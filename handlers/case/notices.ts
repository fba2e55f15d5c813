/** The few messages a case sends: reporters hear twice, whoever's turn it is hears once. Each has the event that causes it. */
import type { CaseEvent } from '#src/core/case/event.ts';
import { mayKnow } from '#src/core/case/may.ts';
import type { ExistingCase, Reporter } from '#src/core/case/state.ts';
import type { Happened, PersonId } from '#src/core/event.ts';
import type { Rules } from '#src/core/rules.ts';
import type { Team } from '#src/core/team.ts';
import type { Lane, WantedNotice } from '#src/desk/wanted.ts';
import type { Card } from '#src/view/card.ts';
import { ended, received, screenshotLost, step } from '#src/view/case/notices.ts';
import type { Reader } from '#src/view/reader.ts';
import type { CaseRecord } from './shown.ts';
import { turns } from './turns.ts';

type Render = (reader: Reader) => Card;

export function noticesOf(record: CaseRecord, state: ExistingCase, team: Team, rules: Rules): readonly WantedNotice[] {
  const notices: WantedNotice[] = [];
  // Told by the order of the events, because a computer's clock can be set back.
  const past: Past = { reporters: new Set(), over: false };
  for (const happened of record.history) {
    const { event } = happened;
    const { id, number } = happened.meta;
    const add = (to: PersonId, key: string, card: Render, lane: Lane) =>
      notices.push({ key, event: { id, number }, to, card, lane });
    for (const [{ person }, card] of forReporters(happened, state, past)) add(person, 'reporter', card, 'ordinary');
    if (event.type === 'screenshotLost' && mayHear(event.sender, state, team, rules))
      add(event.sender, 'screenshot', screenshotLost(numberFor(event.sender, state), event.why), 'ordinary');
    for (const { to, card } of turns(happened, record, state, team, rules)) add(to, 'turn', card, 'urgent');
    remember(past, happened);
  }
  return notices;
}

/** A reporter knows the case by the number they were given; anybody else only while they may know of it. */
const numberFor = (person: PersonId, { reporters, number }: ExistingCase): string =>
  reporters.find((reporter) => reporter.person === person)?.alias ?? number;
const mayHear = (person: PersonId, state: ExistingCase, team: Team, rules: Rules): boolean =>
  state.reporters.some((reporter) => reporter.person === person) ||
  mayKnow(state, person, team.person(person)?.roles ?? [], rules);

/** Who had reported before an event, and whether the case was over by then. */
type Past = { readonly reporters: Set<PersonId>; over: boolean };

function remember(past: Past, { event, meta }: Happened<CaseEvent>): void {
  if (isReport(event)) past.reporters.add(meta.by);
  if (event.type === 'absorbed') for (const { person } of event.private.reporters) past.reporters.add(person);
  if (event.type === 'closed' || event.type === 'dismissed') past.over = true;
  if (event.type === 'reopened') past.over = false;
}

const isReport = ({ type }: CaseEvent): boolean =>
  type === 'reported' || type === 'mentionAdded' || type === 'reporterJoined';

/** Received, and how it ended; the steps between only for those who follow. Nothing of who or what in a confidential case. */
function forReporters(
  { event, meta }: Happened<CaseEvent>,
  state: ExistingCase,
  past: Past,
): readonly (readonly [Reporter, Render])[] {
  const then = state.reporters.filter(({ person }) => past.reporters.has(person));
  const followers = then.filter((reporter) => reporter.follow);
  const each = (who: readonly Reporter[], card: (reporter: Reporter) => Render) =>
    who.map((reporter) => [reporter, card(reporter)] as const);

  if (isReport(event)) {
    // Who reports a second time has their number already.
    const mine = state.reporters.filter(({ person }) => person === meta.by && !past.reporters.has(person));
    return each(mine, ({ alias, follow }) => {
      const number = alias ?? state.number;
      // By the number that they know: who is first under it must not learn that there was a case before them.
      const joined = then.some((other) => (other.alias ?? state.number) === number);
      return received(number, joined, follow);
    });
  }
  if (event.type === 'claimed') return each(followers, step('claimed', state));
  if (event.type === 'published' && event.final && !state.confidential)
    return each(followers, step('published', state));
  if (event.type === 'closed' || event.type === 'dismissed') return each(then, ended(state));
  if (event.type === 'absorbed' && past.over) {
    const late = new Set(event.private.reporters.map(({ person }) => person));
    return each(
      state.reporters.filter(({ person }) => late.has(person) && !past.reporters.has(person)),
      ended(state),
    );
  }
  return [];
}
