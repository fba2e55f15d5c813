/** Why something cannot be done, in a sentence that says what to do instead. */
import { type DigestRefusal, isDigestRefusal } from '#src/core/digest/refusal.ts';
import { type DutyRefusal, isDutyRefusal } from '#src/core/duty/refusal.ts';
import { type GoodNewsRefusal, isGoodNewsRefusal } from '#src/core/good-news/refusal.ts';
import { isObstacleRefusal, type ObstacleRefusal } from '#src/core/obstacle/refusal.ts';
import type { ListMistake } from '#src/core/person/refusal.ts';
import type { Refusal } from '#src/core/refused.ts';
import { isReminderRefusal, type ReminderRefusal } from '#src/core/reminder/refusal.ts';
import { isReportRefusal, type ReportRefusal } from '#src/core/report/refusal.ts';
import type { Role } from '#src/core/role.ts';
import { isSigningRefusal, type SigningRefusal } from '#src/core/signing-refusal.ts';
import { isWarningRefusal, type WarningRefusal } from '#src/core/warning/refusal.ts';
import type { Reader } from '#src/view/reader.ts';
import { KIND_NAMES, sizeText } from '../files.ts';

type Own = Exclude<
  Refusal,
  | { readonly code: `case_${string}` }
  | GoodNewsRefusal
  | ReminderRefusal
  | SigningRefusal
  | DigestRefusal
  | DutyRefusal
  | WarningRefusal
  | ObstacleRefusal
  | ReportRefusal
>;

const isOwn = (r: Refusal): r is Own => !r.code.startsWith('case_') && !isSigningRefusal(r);
const channelShape: { readonly [platform: string]: string } = {
  slack: 'a channel on Slack. Its id looks like C0123ABCD; a link to the channel will do, too',
  teams:
    'a channel in Teams. Its id looks like 19:…@thread.tacv2; “Get link to channel” gives a link that will do, too',
};
const count = (n: number): string => n.toLocaleString('en');

/** The sentence for a refusal. Who could do it instead is added by the bot, which knows who holds a role. */
export function refusal(r: Refusal, reader: Reader): string {
  if (isReportRefusal(r)) return reader.t.reportRefusal(r, reader);
  if (isWarningRefusal(r)) return reader.t.warningRefusal(r, reader);
  if (isObstacleRefusal(r)) return reader.t.obstacleRefusal(r, reader);
  if (isDutyRefusal(r)) return reader.t.dutyRefusal(r, reader);
  if (isDigestRefusal(r)) return reader.t.digestRefusal(r, reader);
  if (isGoodNewsRefusal(r)) return reader.t.goodNewsRefusal(r, reader);
  if (isReminderRefusal(r)) return reader.t.reminderRefusal(r, reader);
  if (isSigningRefusal(r)) return reader.t.signingRefusal(r, reader);
  return isOwn(r) ? own(r, reader) : reader.t.caseRefusal(r, reader);
}

function own(r: Own, { name, t, when }: Reader): string {
  const roles = (all: readonly Role[]) => t.people.or(all.map((role) => t.people.roles[role]));
  switch (r.code) {
    case 'person_unknown':
      return r.who
        ? `I don’t know anyone called “${r.who}”. Try their e-mail address, or @mention them.`
        : 'I don’t know this person yet.';
    case 'person_ambiguous':
      return `“${r.who}” could be ${t.people.or(r.candidates.map(name))}. Please give an e-mail address or an @mention.`;
    case 'person_needs_role':
      return r.need.length > 0 ? `This needs a role: ${roles(r.need)}.` : 'Nobody can change this by hand.';
    case 'person_inactive':
      return 'Your access to Goodword is switched off. An administrator can switch it on again.';
    case 'person_last_admin':
      return `${name(r.who)} is the only administrator. Please make someone else an administrator first.`;
    case 'person_own_manager':
      return `${name(r.who)} cannot be their own manager.`;
    case 'person_manager_circle':
      return `${name(r.manager)} works for ${name(r.who)}, so they cannot also be ${name(r.who)}’s manager.`;
    case 'person_not_your_absence':
      return `Only ${name(r.who)}, their manager or an administrator can say when ${name(r.who)} is away.`;
    case 'person_absence_past':
      return 'The last day away cannot be in the past.';
    case 'person_absence_too_long':
      return `An absence can last ${r.days} days at most. For a longer one, an administrator can switch access off.`;
    case 'person_not_your_language':
      return `Everyone chooses their own language. ${name(r.who)} can do it with “desk language”.`;
    case 'person_list_mistakes':
      return ['Nothing was imported. Please correct:', ...r.mistakes.map((m) => mistake(m, t.people.roles))].join('\n');
    case 'person_role_unknown':
      return `“${r.value}” is not a role. The roles are ${t.people.and(Object.values(t.people.roles))}.`;
    case 'person_date_unclear':
      return `“${r.value}” is not a date I understand. Please write it like 2026-03-31.`;
    case 'settings_need_admin':
      return 'Only an administrator can change the settings.';
    case 'settings_need_leader':
      return 'Only a leader can declare an emergency, or end it.';
    case 'settings_admin_exists':
      return r.holders.length > 0
        ? `There is an administrator already: ${t.people.some(r.holders.map(name))}. Please ask them.`
        : 'There is no administrator any more. Whoever runs the Goodword server can name one in ADMINS and restart it.';
    case 'settings_channel_unclear':
      return `“${r.value}” does not name ${channelShape[r.platform] ?? 'a channel'}. Easiest of all: type “desk here” in that channel.`;
    case 'settings_not_a_channel':
      return 'Please do this in a channel.';
    case 'quiz_pause':
      return `The next attempt is possible from ${when(r.until)}. Until then you can read what you got wrong.`;
    case 'quiz_attempts_used':
      return `You have used your ${r.attempts} attempts. Please ask your manager for another one; they can give it under “desk training”.`;
    case 'quiz_no_questions':
      return 'There are no questions for this quiz yet. Please tell the reputation desk.';
    case 'quiz_unknown':
      return `There is no quiz called “${r.value}”. Type “quiz” to see which there are.`;
    case 'training_needs_manager':
      return 'Only the managers of these people, HR and administrators can do this.';
    case 'input_no_post':
      return 'Please give the link above, or say here what the post says.';
    case 'input_missing':
      return 'Please fill this in.';
    case 'input_too_long':
      return `This is too long: ${count(r.length)} characters, and ${count(r.max)} is the limit.`;
    case 'input_not_offered':
      return 'Please choose one of the options.';
    case 'input_not_a_date':
      return 'Please give a date, like 2026-03-31.';
    case 'input_not_a_link':
      return 'Please give a web address that begins with http:// or https://.';
    case 'input_files_many':
      return `These are ${count(r.count)} files, and ${count(r.most)} is the limit. Please send the most telling ones.`;
    case 'input_file_kind':
      return `“${r.name}” cannot be taken: it must be ${t.people.or(r.accept.map((media) => KIND_NAMES[media]))}. Please save it as one of these and send it again.`;
    case 'input_file_large':
      return `“${r.name}” is too large: ${sizeText(r.size)}, and ${sizeText(r.max)} is the limit. Please send a smaller picture of it.`;
  }
}

function mistake(m: ListMistake, roles: { readonly [R in Role]: string }): string {
  return `Line ${m.line}: ${what(m, roles)}`;
}

function what(m: ListMistake, roles: { readonly [R in Role]: string }): string {
  switch (m.why) {
    case 'unreadable':
      return 'this is not readable as CSV; is a quotation mark missing?';
    case 'no_rows':
      return 'there are no people below the column names.';
    case 'unknown_column':
      return `there is no column “${m.column}”. The columns are ${m.known.join(', ')}.`;
    case 'nobody_named':
      return 'an account or an e-mail address is needed to know who this is.';
    case 'twice':
      return `this person is already in line ${m.first}.`;
    case 'two_people':
      return `${m.account} and ${m.email} belong to two different people.`;
    case 'email_bad':
      return `“${m.value}” is not an e-mail address.`;
    case 'account_bad':
      return `“${m.value}” is not an account.`;
    case 'role_unknown':
      return `“${m.value}” is not a role. The roles are ${Object.values(roles).join(', ')}.`;
    case 'manager_unknown':
      return `nobody is known as “${m.value}”. Give the manager’s e-mail address or account.`;
    case 'manager_ambiguous':
      return `several people are called “${m.value}”. Give the manager’s e-mail address or account.`;
    case 'manager_self':
      return 'nobody can be their own manager.';
    case 'manager_circle':
      return `“${m.value}” works for this person, so they cannot also be the manager.`;
    case 'team_long':
      return `the team’s name is longer than ${m.max} characters.`;
    case 'name_long':
      return `the name is longer than ${m.max} characters.`;
  }
}
