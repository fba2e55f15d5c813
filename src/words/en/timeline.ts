/** The timeline: every event of a case in one line, by the person who did it. */
import type { CaseEvent } from '#src/core/case/event.ts';
import type { Reader } from '#src/view/reader.ts';

/** What happened, as a clause that follows the person's name. */
export function timelineLine(event: CaseEvent, { name, t, when }: Reader): string {
  switch (event.type) {
    case 'reported':
      return `reported it; judged ${t.case.severity[event.triage.severity.value].toLowerCase()}`;
    case 'mentionAdded':
      return 'reported another post';
    case 'reporterJoined':
      return 'reported the same post';
    case 'retriaged':
      return `more mentions: now ${t.case.severity[event.triage.severity.value].toLowerCase()}`;
    case 'corrected':
      return `corrected ${t.case.field[event.field].toLowerCase()}: ${event.private.reason}`;
    case 'confided':
      return event.private.reason
        ? `made it confidential: ${event.private.reason}`
        : 'narrowed down further who may know of it';
    case 'claimed':
      return 'claimed it';
    case 'released':
      return 'released it';
    case 'handedOver':
      return `handed it over to ${name(event.to)}`;
    case 'planned':
      return `planned: ${event.private.action}`;
    case 'planConfirmed':
      return 'confirmed the plan';
    case 'factRecorded':
      return `noted as ${t.case.verdict[event.verdict].toLowerCase()}: ${event.private.claim}`;
    case 'factRevoked':
      return `revoked a fact: ${event.private.reason}`;
    case 'drafted':
      return `wrote draft ${event.version}`;
    case 'overruled':
      return `overruled the check: ${event.private.reason}`;
    case 'submitted':
      return `submitted draft ${event.version}`;
    case 'withdrawn':
      return event.why === 'asked' ? 'withdrew the reply' : 'withdrew the reply by changing its text or facts';
    case 'lapsed':
      return event.why === 'facts'
        ? 'approvals lapsed: the facts changed'
        : 'further approval needed: more serious now';
    case 'approved':
      return `approved as ${t.people.roles[event.as]}`;
    case 'rejected':
      return `rejected: ${event.private.reason}`;
    case 'published':
      return event.asApproved ? 'published it as approved' : 'published it with changes';
    case 'deviationSettled':
      return `settled the deviation: ${event.private.note}`;
    case 'effectMarked':
      return `judged the effect: ${t.case.effect[event.effect].toLowerCase()}`;
    case 'closed':
      return 'closed it';
    case 'dismissed':
      return `dismissed it: ${t.case.dismissal[event.why].toLowerCase()}`;
    case 'reopened':
      return `reopened it: ${event.private.note}`;
    case 'merged':
      return `merged it into ${event.into.number}`;
    case 'absorbed':
      return `took over ${event.from.number}`;
    case 'screenshotSent':
      return t.screenshot.timeline.sent(event.private.name);
    case 'screenshotKept':
      return t.screenshot.timeline.kept(event.digest.slice(0, 16));
    case 'screenshotLost':
      return t.screenshot.timeline.lost(event.why);
    case 'handed':
      return 'completed the merge';
    case 'noted':
      return `noted: ${event.private.text}`;
    case 'fellDue':
      return `${event.what === 'answer' ? 'the first answer is overdue' : 'the effect review is due'}${late(event, when)}`;
    case 'reminded':
      return `${reminded(event)}${late(event, when)}`;
    case 'snoozed':
      return `wants to be reminded again ${when(event.until)}: ${event.private.reason}`;
  }
}

function reminded({ what, percent = 0 }: Extract<CaseEvent, { type: 'reminded' }>): string {
  switch (what) {
    case 'answer':
      return percent < 100
        ? `reminded: ${percent}% of the time for the first answer is over`
        : 'reminded: the first answer is still overdue';
    case 'unclaimed':
      return 'called those on duty: nobody has taken it';
    case 'decision':
      return 'reminded: the reply still waits for approval';
  }
}

const late = ({ late: owed }: { readonly late?: string }, when: Reader['when']): string =>
  owed === undefined ? '' : ` (was due ${when(owed)}; the desk was not running then)`;
