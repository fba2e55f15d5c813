/** The few messages a case sends: reporters hear twice, whoever's turn it is hears once. Each has the event that causes it. */
import type { CaseEvent } from '#src/core/case/event.ts';
import type { ExistingCase, Reporter } from '#src/core/case/state.ts';
import type { Happened, PersonId } from '#src/core/event.ts';
import type { Rules } from '#src/core/rules.ts';
import type { Team } from '#src/core/team.ts';
import type { Lane, WantedNotice } from '#src/desk/wanted.ts';
import type { Card } from '#src/view/card.ts';
import { ended, received, step } from '#src/view/case/notices.ts';
import type { Reader } from '#src/view/reader.ts';
import type { CaseRecord } from './shown.ts';
import { turns } from './turns.ts';

type Render = (reader: Reader) => Card;

export function noticesOf(record: CaseRecord, state: ExistingCase, team: Team, rules: Rules): readonly WantedNotice[] {
  return record.history.flatMap((happened) => {
    const { id, number } = happened.meta;
    const notice = (to: PersonId, key: string, card: Render, lane: Lane): WantedNotice => ({
      ...{ key, event: { id, number }, to, card, lane },
    });
    const reporters = forReporters(happened, state).map(([{ person }, card]) =>
      notice(person, 'reporter', card, 'ordinary'),
    );
    const desk = turns(happened, record, state, team, rules).map((one) => notice(one.to, 'turn', one.card, 'urgent'));
    return [...reporters, ...desk];
  });
}

/** Received, and how it ended; the steps between only for those who follow. Nothing of who or what in a confidential case. */
function forReporters(
  { event, meta }: Happened<CaseEvent>,
  state: ExistingCase,
): readonly (readonly [Reporter, Render])[] {
  const then = state.reporters.filter((reporter) => reporter.at <= meta.at);
  const followers = state.confidential ? [] : then.filter((reporter) => reporter.follow);
  const each = (who: readonly Reporter[], card: (reporter: Reporter) => Render) =>
    who.map((reporter) => [reporter, card(reporter)] as const);

  if (event.type === 'reported' || event.type === 'mentionAdded' || event.type === 'reporterJoined') {
    // Who reports a second time has their number already.
    const mine = then.filter(({ person, at }) => person === meta.by && at === meta.at);
    const joined = event.type !== 'reported';
    return each(mine, ({ alias, follow }) => received(alias ?? state.number, joined && !alias, follow));
  }
  if (event.type === 'claimed') return each(followers, step('claimed', state));
  if (event.type === 'published' && event.final) return each(followers, step('published', state));
  if (event.type === 'closed' || event.type === 'dismissed') return each(then, ended(state));
  if (
    event.type === 'absorbed' &&
    (state.status === 'closed' || state.status === 'dismissed') &&
    state.ended.at < meta.at
  ) {
    const fresh = new Set(event.private.reporters.map(({ person }) => person));
    return each(
      state.reporters.filter(({ person }) => fresh.has(person)),
      ended(state),
    );
  }
  return [];
}
