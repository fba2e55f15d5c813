/** Chapters that the stories of a case are made of. Each is really run through the rules, so none can tell what cannot be. */
import type { CaseCommand, DraftInput, MentionReport } from '#src/core/case/command.ts';
import { caseDecider } from '#src/core/case/decide.ts';
import { currentDigest } from '#src/core/case/decide-reply.ts';
import type { CaseEvent } from '#src/core/case/event.ts';
import { type CaseState, latestDraft } from '#src/core/case/state.ts';
import type { Severity } from '#src/core/case/vocabulary.ts';
import type { PersonId } from '#src/core/event.ts';
import { type Cast, type Circumstances, givenFor, minutes, START, type Story } from '#test/given.ts';

/** Eve and Ed report; Rita and Rob respond; Ada and Amy approve; Lea and Leo lead; Hana is HR. */
export const CAST: Cast = {
  eve: [],
  ed: [],
  rita: ['responder'],
  rob: ['responder'],
  ada: ['approver'],
  amy: ['approver'],
  lea: ['leader'],
  leo: ['leader'],
  hana: ['hr'],
};

export type CaseStory = Story<CaseState, CaseCommand, CaseEvent>;
export type Chapter = (story: CaseStory) => CaseStory;
type Of<T extends CaseCommand['type']> = Extract<CaseCommand, { type: T }>;

const begin = givenFor(caseDecider, CAST);

/** A case to which all this happened, one chapter after the other. */
export const given = (...chapters: readonly Chapter[]): CaseStory =>
  chapters.reduce((story, chapter) => chapter(story), begin());

/** Somebody does something, as a chapter. */
export const does =
  (by: PersonId, command: CaseCommand, circumstances: Circumstances = {}): Chapter =>
  (story) =>
    story.when(by, command, circumstances);

export const mention = (more: Partial<MentionReport> = {}): MentionReport => ({
  id: 'mention-1',
  key: 'link:weibo.com/1/a',
  link: 'https://weibo.com/1/a',
  text: 'Their tea is cold.',
  author: 'Tea lover',
  note: '',
  hidden: false,
  follow: false,
  ...more,
});
/** Another post than the one reported first. */
export const another = (more: Partial<MentionReport> = {}): MentionReport =>
  mention({ id: 'mention-2', key: 'link:weibo.com/1/b', link: 'https://weibo.com/1/b', ...more });

export const report = ({ mention: given, ...more }: Partial<Omit<Of<'report'>, 'type'>> = {}): Of<'report'> => ({
  type: 'report',
  number: 'RM-2026-0001',
  confidential: false,
  concerns: [],
  mention: given ?? mention(),
  ...more,
});
export const reported = does('eve', report());
export const reportedAs = (severity: Severity): Chapter => does('eve', report({ severity }));
export const confidential = (...concerns: readonly PersonId[]): Chapter =>
  does('eve', report({ number: 'C-7K2M', confidential: true, concerns }));
export const joined = (by: PersonId, given: MentionReport = another()): Chapter =>
  does(by, { type: 'addMention', mention: given });

export const corrected = (by: PersonId, severity: Severity): Chapter => does(by, correct('severity', severity));
export const correct = (field: Of<'correct'>['field'], value: string): Of<'correct'> => ({
  type: 'correct',
  field,
  value,
  reason: 'read in full',
});

export const claimed = does('rita', { type: 'claim' });
export const handedTo = (to: PersonId, by: PersonId = 'rita'): Chapter => does(by, { type: 'handOver', to });

export const plan = (more: Partial<Of<'plan'>> = {}): Of<'plan'> => ({
  type: 'plan',
  action: 'Answer today, refund, call back',
  owner: 'rob',
  due: minutes(600),
  ...more,
});
export const planned = does('rita', plan());
export const confirmed = does('lea', { type: 'confirmPlan' });

export const fact = (more: Partial<Of<'recordFact'>> = {}): Of<'recordFact'> => ({
  type: 'recordFact',
  fact: 'fact-1',
  claim: 'The tea was cold',
  verdict: 'true',
  evidence: 'Asked the shop, saw the receipt',
  ...more,
});
/** Rob verifies, so that neither the drafter nor an approver has. */
export const verified = does('rob', fact());

export const draft = (story: CaseStory, more: Partial<DraftInput> = {}): Of<'draft'> => ({
  type: 'draft',
  kind: 'reply',
  media: 'weibo',
  account: 'Our official account',
  text: 'Thank you for telling us. The tea was cold; we are sorry.',
  template: '',
  basedOn: versionOf(story),
  ...more,
});
const versionOf = ({ state }: CaseStory): number => (state.status === 'none' ? 0 : (latestDraft(state)?.version ?? 0));
export const drafted =
  (by: PersonId = 'rita', more: Partial<DraftInput> = {}): Chapter =>
  (story) =>
    story.when(by, draft(story, more));
export const holding = { kind: 'holding', text: 'We have seen this and are looking into it.' } as const;
export const thanks = { kind: 'thanks', text: 'Thank you for your kind words!' } as const;

export const submit = (story: CaseStory): Of<'submit'> => ({ type: 'submit', version: versionOf(story) });
export const submittedBy =
  (by: PersonId): Chapter =>
  (story) =>
    story.when(by, submit(story));
export const submitted = submittedBy('rita');

/** The digest of what lies before the approver; '' when nothing does. */
export const digestOf = ({ state }: CaseStory): string =>
  state.status === 'review' || state.status === 'approved' ? currentDigest(state) : '';
export const approve = (story: CaseStory): Of<'approve'> => ({ type: 'approve', digest: digestOf(story) });
export const approvedBy =
  (by: PersonId): Chapter =>
  (story) =>
    story.when(by, approve(story));
export const rejectedBy =
  (by: PersonId): Chapter =>
  (story) =>
    story.when(by, { type: 'reject', digest: digestOf(story), reason: 'too cool' });

export const publish = (story: CaseStory, more: Partial<Of<'publish'>> = {}): Of<'publish'> => {
  const { state } = story;
  const approvedAt = state.status === 'approved' ? state.submission.approvals.at(-1)?.at : undefined;
  return {
    type: 'publish',
    digest: digestOf(story),
    media: 'weibo',
    account: 'Our official account',
    link: 'https://weibo.com/1/reply',
    publishedAt: minutes(1, approvedAt ?? START),
    changedText: '',
    ...more,
  };
};
export const published =
  (more: Partial<Of<'publish'>> = {}, by: PersonId = 'rita'): Chapter =>
  (story) =>
    story.when(by, publish(story, more));

export const judged = does('rita', { type: 'effect', effect: 'solved', note: '' });
export const close: Of<'close'> = { type: 'close', rootCause: 'service', team: 'Shops', lesson: '' };
export const closed = does('rita', close);
export const dismiss: Of<'dismiss'> = { type: 'dismiss', why: 'spam', note: '' };
export const reopen: Of<'reopen'> = { type: 'reopen', why: 'problem_returned', note: 'It happened again today.' };

/** A small case whose reply waits for a decision. */
export const inReview: readonly Chapter[] = [reported, claimed, verified, drafted(), submitted];
/** A grave case, planned and confirmed, whose reply waits for a decision. */
export const inReviewAs = (severity: Severity): readonly Chapter[] => [
  ...[reportedAs(severity), claimed, verified, planned, confirmed, drafted(), submitted],
];
/** A holding statement is out. */
export const held: readonly Chapter[] = [drafted('rita', holding), submitted, approvedBy('lea'), published()];
/** A reply is out, on a case for which an effect review is owed. */
export const answered: readonly Chapter[] = [
  ...[reportedAs('medium'), claimed, verified, drafted(), submitted, approvedBy('ada'), published()],
];
