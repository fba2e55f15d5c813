/** Why something about policies and signatures cannot be done, and what to do instead. */
import type { Role } from '#src/core/role.ts';
import type { SigningRefusal } from '#src/core/signing-refusal.ts';
import type { Reader } from '#src/view/reader.ts';

export function signingRefusal(r: SigningRefusal, { t, name, when }: Reader): string {
  const roles = (all: readonly Role[]) => t.people.or(all.map((role) => t.people.roles[role]));
  switch (r.code) {
    case 'policy_unknown':
      return r.what ? `There is no policy “${r.what}”.` : 'There is no such policy any more.';
    case 'policy_not_owner':
      return `Whether a change is material is decided by those who answer for the policy: ${roles(r.need)}.`;
    case 'policy_ruled':
      return r.material
        ? `${name(r.by)} already decided on ${when(r.at)} that this change is material.`
        : `${name(r.by)} already decided on ${when(r.at)} that this change is not material.`;
    case 'policy_changed_again':
      return 'The text has changed since this card was written. Please look at the newest card.';
    case 'campaign_unknown':
      return 'There is no such campaign any more.';
    case 'campaign_needs_role':
      return `This needs a role: ${roles(r.need)}.`;
    case 'campaign_not_your_people':
      return 'You can ask the people who work for you. HR or an administrator can ask others.';
    case 'campaign_no_policy':
      return 'Please choose at least one policy.';
    case 'campaign_policy_undecided':
      return `“${r.title}” has changed, and nobody has said yet whether the change is material. Decide that first.`;
    case 'campaign_nobody':
      return 'There is nobody in this group at the moment. Please choose another.';
    case 'campaign_until_past':
      return 'The last day to sign must be in the future.';
    case 'campaign_closed':
      return `${name(r.by)} closed this campaign on ${when(r.at)}.`;
    case 'campaign_urged_lately':
      return `Everybody was reminded on ${when(r.at)}. You can do so again ${r.hours} hours after that.`;
    case 'signature_not_asked':
      return 'This was not sent to you, so there is nothing for you to sign here.';
    case 'signature_withdrawn':
      return 'This campaign is over. You need not sign any more.';
    case 'signature_text_changed':
      return 'The text changed while you were reading. Please read the new version before you sign it.';
    case 'signature_no_consent':
      return 'Please tick that you have read it and will keep to it.';
    case 'signature_name_differs':
      return `“${r.typed}” is not the name we know you by. Please type your name: ${r.name || 'first and last name'}.`;
  }
}
