/** The lower half of a case card: facts, plan, draft, approvals, publications, ending. */
import { counted, suffices } from '#src/core/case/gates.ts';
import {
  type CaseFacts,
  type Draft,
  type ExistingCase,
  latestDraft,
  type Submission,
  severityOf,
} from '#src/core/case/state.ts';
import { type Block, divider, facts, heading, list, note, quote, status } from '../card.ts';
import type { Span, Text } from '../span.ts';
import { isBlocked } from './buttons.ts';
import { personSpan } from './head.ts';
import { excerpt, type Shown, WHOLE_DRAFT } from './shown.ts';
import { undecidedText } from './undecided.ts';

export function bodyBlocks(shown: Shown, full: boolean): readonly Block[] {
  const parts = [
    factBlocks(shown, full),
    planBlocks(shown),
    replyBlocks(shown, full),
    publicationBlocks(shown, full),
    endBlocks(shown, full),
  ];
  return parts.filter((part) => part.length > 0).flatMap((part) => [divider, ...part]);
}

export function factBlocks({ state, reader }: Shown, full: boolean): readonly Block[] {
  const { t, name } = reader;
  if (state.facts.length === 0) return [];
  const items = state.facts.map((fact): Text => {
    const head: Span[] = [
      { b: t.caseCard.judged(t.case.verdict[fact.verdict]) },
      excerpt(fact.claim, full ? 1000 : 200, reader),
    ];
    const source = fact.evidence
      ? t.caseCard.evidence(excerpt(fact.evidence, full ? 1000 : 200, reader), name(fact.by))
      : t.caseCard.checkedBy(name(fact.by));
    return [...head, '\n', source];
  });
  return [heading(t.caseCard.facts), list(items)];
}

function planBlocks({ state, reader, rules }: Shown): readonly Block[] {
  const { t, name } = reader;
  const needed = rules.planNeeded.includes(severityOf(state));
  if (!state.plan)
    return needed && (state.status === 'working' || state.status === 'new')
      ? [status('warning', t.caseCard.planMissing)]
      : [];
  const { action, owner, due, confirmed } = state.plan;
  const confirmation = confirmed ? t.caseCard.planConfirmed(name(confirmed.by)) : t.caseCard.planUnconfirmed;
  return [
    heading(t.caseCard.plan),
    { type: 'text', text: excerpt(action, 600, reader) },
    note([
      t.caseCard.planBy(name(owner)),
      ' ',
      { at: due, show: 'both' },
      ...(needed || confirmed ? [` · ${confirmation}`] : []),
    ]),
  ];
}

/** The reply in hand: a draft, a submission, or an approved text. */
function replyBlocks(shown: Shown, full: boolean): readonly Block[] {
  const { state, reader } = shown;
  const { t, name } = reader;
  const words = t.caseCard;
  if (state.status === 'review' || state.status === 'approved') {
    const { submission } = state;
    const title = state.status === 'review' ? words.submitted : words.approvedText;
    const nobody = shown.undecided ? [status('warning', undecidedText(shown.undecided, reader))] : [];
    return [...draftBlocks(shown, submission.draft, title, full), ...approvalBlocks(shown, submission), ...nobody];
  }
  const draft = latestDraft(state);
  const done = draft && state.publications.some((publication) => publication.draft.version === draft.version);
  if (!draft || done || state.status === 'merged') return [];
  return [
    ...draftBlocks(shown, draft, words.draft, full),
    ...(draft.rejected
      ? [status('warning', words.rejectedBy(name(draft.rejected.by), excerpt(draft.rejected.reason, 600, reader)))]
      : []),
  ];
}

export function draftBlocks(
  shown: Shown,
  draft: Draft,
  title: (version: number, kind: string) => string,
  full: boolean,
): readonly Block[] {
  const { reader, state } = shown;
  const { t, name, locale } = reader;
  const findings = draft.findings.map(
    (finding): Text =>
      finding.code === 'length'
        ? t.caseCard.tooLong(finding.quote.length, finding.mend[locale], clauseName(finding.clause, shown))
        : t.caseCard.finding(
            excerpt(finding.quote, 60, reader),
            finding.say[locale],
            finding.mend[locale],
            clauseName(finding.clause, shown),
          ),
  );
  return [
    heading(title(draft.version, t.case.kind[draft.kind])),
    quote(full ? draft.text : excerpt(draft.text, WHOLE_DRAFT, reader)),
    note([t.caseCard.draftLine(t.case.media[draft.media], draft.account), personSpan(draft.by, reader)]),
    ...(findings.length > 0
      ? [status(isBlocked(state) ? 'alarm' : 'warning', t.caseCard.findings), list(findings)]
      : []),
    ...(isBlocked(state) ? [note(t.caseCard.blocks)] : []),
    ...draft.overruled.map((ruling) => note(t.caseCard.overruled(name(ruling.by), ruling.reason))),
  ];
}

/** `online-reputation#6.7` as people cite it: the policy's title and the number; as it is where there is no such policy. */
function clauseName(clause: string, { rules, reader }: Shown): string {
  const [policy = '', number = ''] = clause.split('#');
  const title = rules.policyTitles?.[policy]?.[reader.locale];
  return title ? reader.t.caseCard.clause(title, number) : clause;
}

function approvalBlocks({ state, reader, rules }: Shown, { approvals }: Submission): readonly Block[] {
  const { t, name } = reader;
  const given = approvals
    .map((approval) => t.caseCard.approvalBy(name(approval.by), t.people.roles[approval.as]))
    .join(t.caseCard.comma);
  const { count, leader } = rules.approvals[severityOf(state)];
  const counting = counted(state, approvals, rules);
  const leaderMissing = leader && !counting.some((approval) => approval.as === 'leader');
  const missing = suffices(state, approvals, rules)
    ? ''
    : t.caseCard.approvalsMissing(Math.max(1, count - counting.length), leaderMissing);
  return [facts([{ label: t.caseCard.approvals, value: [given, missing].filter(Boolean).join(' · ') }])];
}

function publicationBlocks({ state, reader }: Shown, full: boolean): readonly Block[] {
  const { t, name } = reader;
  return state.publications.flatMap((publication): readonly Block[] => {
    const { deviation, link, media, account, publishedAt } = publication;
    const where: Span[] = [
      t.caseCard.publishedAs(t.case.media[media], account),
      ' · ',
      { at: publishedAt, show: 'both' },
    ];
    return [
      heading(`${t.caseCard.published}${t.common.colon}${t.case.kind[publication.draft.kind]}`),
      quote(excerpt(deviation?.text ?? publication.draft.text, full ? 3000 : 300, reader)),
      note([...where, ...(link ? [' · ', { link, text: t.case.do.seeReply }] : [])]),
      ...(deviation && !deviation.settled ? [status('alarm', t.caseCard.deviation)] : []),
      ...(deviation?.settled
        ? [note(t.caseCard.deviationSettled(name(deviation.settled.by), deviation.settled.note))]
        : []),
    ];
  });
}

function endBlocks({ state, reader }: Shown, full: boolean): readonly Block[] {
  const { t, name } = reader;
  const effects = state.effects.map(
    ({ effect, by, note: seen }): Text => [
      { b: t.caseCard.judged(t.caseCard.effect) },
      t.caseCard.effectBy(t.case.effect[effect], name(by)),
      seen && ` · ${excerpt(seen, 300, reader)}`,
    ],
  );
  const notes = full
    ? state.notes.map((entry): Text => [{ b: t.caseCard.judged(name(entry.by)) }, excerpt(entry.text, 500, reader)])
    : [];
  return [
    ...(effects.length > 0 ? [list(effects)] : []),
    ...(notes.length > 0 ? [heading(t.caseCard.notes), list(notes)] : []),
    ...(state.absorbed.length > 0
      ? [note(t.caseCard.absorbed(t.people.and(state.absorbed.map((other) => other.number))))]
      : []),
    ...ending(state, { name, t }),
  ];
}

function ending(state: ExistingCase, { name, t }: Pick<Shown['reader'], 'name' | 't'>): readonly Block[] {
  if (state.status === 'closed') {
    const rows = [
      { label: t.caseCard.rootCause, value: t.case.cause[state.rootCause] },
      { label: t.caseCard.team, value: state.team },
      { label: t.caseCard.lesson, value: state.lesson },
    ].filter((row) => row.value !== '' && !isPraise(state));
    return [status('good', t.caseCard.closed(name(state.ended.by))), ...(rows.length > 0 ? [facts(rows)] : [])];
  }
  if (state.status === 'dismissed') {
    const said = state.note ? [note(state.note)] : [];
    return [status('neutral', t.caseCard.dismissed(name(state.ended.by), t.case.dismissal[state.why])), ...said];
  }
  return [];
}

const isPraise = (state: CaseFacts): boolean => state.triage.category.value === 'praise';
