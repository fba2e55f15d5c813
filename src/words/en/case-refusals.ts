/** Why a step on a case is not possible now, and what to do instead. */
import type { CaseRefusal } from '#src/core/case/refusal.ts';
import type { Reader } from '#src/view/reader.ts';

/** The sentence for a refusal of the case rules. */
export function caseRefusal(r: CaseRefusal, { name, when, t }: Reader): string {
  switch (r.code) {
    case 'case_unknown':
      return r.what
        ? `I find no case “${r.what}” that you can open. Please check the number.`
        : 'I find no such case that you can open.';
    case 'case_exists':
      return 'This case has been opened already.';
    case 'case_elsewhere':
      return r.number
        ? `This post is being handled in ${r.number}. Merge the two cases instead.`
        : 'This post is being handled in another case.';
    case 'case_needs_role':
      return `You need a role for this: ${t.people.or(r.need.map((role) => t.people.roles[role]))}.`;
    case 'case_not_now': {
      const status = t.case.status[r.status].toLowerCase();
      const who = r.by && r.at ? ` ${name(r.by)} was the last to act on it, ${when(r.at)}.` : '';
      return `This is not possible any more: the case is now “${status}”.${who}`;
    }
    case 'case_taken':
      return `${name(r.owner)} has had this case since ${when(r.since)}. Talk to them, or ask them to hand it over.`;
    case 'case_not_owner':
      return `${name(r.owner)} is working on this case. To keep two answers from colliding, only they can do this. Ask them to hand it over.`;
    case 'case_no_report':
      return 'There is no open report of yours that the picture could belong to. Report the post first, with a link or one line; then send the picture.';
    case 'case_ended':
      return r.number ? `${r.number} has ended already. Reopen it first.` : 'This case has ended already.';
    case 'case_reason_short':
      return `Please say it in a few words: at least ${r.min} characters.`;
    case 'case_confide_first':
      return 'A post by a colleague is handled in confidence. Use “Make confidential…” instead.';
    case 'case_same_value':
      return 'It says so already.';
    case 'case_screenshots_many':
      return r.left === 0
        ? `No more screenshots fit here: ${r.most} is the limit, and they are there already. Links and words are taken as ever.`
        : `There is room for only ${r.left} more here; ${r.most} screenshots is the limit. Please send the most telling ones.`;
    case 'case_fact_unknown':
      return 'Somebody has revoked this fact already.';
    case 'case_evidence_missing':
      return 'Please say what it rests on: who was asked, what was looked at.';
    case 'case_facts_none':
      return 'No fact has been checked yet. A reply that states or denies something needs at least one: use “Facts…”. A holding statement, a thank-you or an invitation to talk in private can go without.';
    case 'case_facts_open':
      return `Not yet known: ${r.facts.map((fact) => `“${fact.claim}”`).join(', ')}. Settle this in “Facts…” first, or send a holding statement.`;
    case 'case_draft_moved':
      return `${name(r.by)} saved draft ${r.version} in the meantime (${when(r.at)}). Copy your text, open the newest draft and bring both together.`;
    case 'case_draft_missing':
      return 'There is no draft that could be submitted. Write one with “Draft…”.';
    case 'case_draft_empty':
      return 'Please write the text, or choose a template.';
    case 'case_slots_open':
      return `Some blanks are still open: ${r.slots.join(', ')}. Fill them in with “Draft…”.`;
    case 'case_check_blocks':
      return `The check stops this text: ${r.findings.map((finding) => `“${finding.quote}”: ${finding.say.en}`).join(' ')} Change it, or ask a leader to overrule it.`;
    case 'case_news':
      return 'Something arrived after this draft was written. Please read it first.';
    case 'case_snooze_past':
      return `${when(r.until)} is over already. Please choose a later time.`;
    case 'case_snooze_long':
      return `A case this serious can be put off for ${t.reminder.duration(r.hours * 60)} at most. Please choose an earlier time than ${when(r.until)}, or hand the case over.`;
    case 'case_plan_missing':
      return 'A case this serious needs a response plan first: use “Plan…”.';
    case 'case_plan_due_past':
      return 'The plan must end in the future.';
    case 'case_plan_unconfirmed':
      return 'A leader has to confirm the response plan before a reply is approved.';
    case 'case_text_changed':
      return r.by
        ? `The text or its facts have changed since your card was shown (${name(r.by)}). Read the case as it is now, then decide.`
        : 'The text or its facts have changed since your card was shown. Read the case as it is now, then decide.';
    case 'case_own_draft':
      return 'You had a hand in this reply, so somebody else has to decide on it.';
    case 'case_own_fact':
      return 'You verified the facts of this reply, so somebody else has to approve it.';
    case 'case_identity_unproven':
      return `${name(r.who)} cannot approve yet: on a desk with two platforms, an approval counts only of somebody with a verified e-mail address or a Teams account. Ask an administrator to have the e-mail verified.`;
    case 'case_maybe_one':
      return `Nobody can say for certain that ${name(r.who)} and ${name(r.other)} are two people: they write from different platforms, and not both by a verified e-mail address. Somebody else has to decide, or an administrator has the addresses verified.`;
    case 'case_approval_void':
      return `The approval of ${name(r.who)} does not count: two accounts turned out to be theirs, and by the other they had a hand in this reply. Take it back and have somebody else approve it.`;
    case 'case_already_approved':
      return 'You have approved it already. A second person still has to.';
    case 'case_needs_leader':
      return 'A case this serious needs the approval of a leader.';
    case 'case_link_bad':
      return 'Please give the address of the published reply, beginning with http:// or https://.';
    case 'case_time_future':
      return 'The time of publication cannot be in the future.';
    case 'case_deviation_none':
      return 'There is no deviation to settle here.';
    case 'case_own_deviation':
      return 'You published it, so another leader has to settle this.';
    case 'case_deviation_open':
      return 'What went out differs from what was approved. A leader must settle this before the case is closed.';
    case 'case_effect_missing':
      return `Please review the effect first (due ${when(r.due)}): use “Effect…”.`;
    case 'case_merge_older':
      return `${r.number} is the younger one. Open that case and merge it into this one.`;
    case 'case_merge_kind':
      return 'These two cases cannot be merged.';
    case 'case_merge_self':
      return 'A case cannot be merged into itself.';
  }
}
