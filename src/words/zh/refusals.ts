/** 操作未能完成的原因，并说明接下来可以怎么做。 */
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
  slack: 'Slack 频道。频道 ID 形如 C0123ABCD，也可以粘贴频道链接',
  teams: 'Teams 频道。频道 ID 形如 19:…@thread.tacv2，也可以粘贴“获取频道链接”得到的链接',
};
const count = (n: number): string => n.toLocaleString('zh');

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
      return r.who ? `没有找到“${r.who}”，请改用邮箱查找，或直接 @ 对方。` : '口碑台还没有此人的信息。';
    case 'person_ambiguous':
      return `“${r.who}”对应多位同事：${t.people.and(r.candidates.map(name))}。请改用邮箱查找，或直接 @ 对方。`;
    case 'person_needs_role':
      return r.need.length > 0 ? `只有${roles(r.need)}可以进行此操作。` : '此项由系统维护，无法手动更改。';
    case 'person_inactive':
      return '您的口碑台权限已停用。如需恢复，请联系管理员。';
    case 'person_last_admin':
      return `${name(r.who)}是目前唯一的管理员，请先指定另一位管理员。`;
    case 'person_own_manager':
      return `不能把${name(r.who)}设为自己的主管。`;
    case 'person_manager_circle':
      return `${name(r.manager)}是${name(r.who)}的下属，不能同时担任${name(r.who)}的主管。`;
    case 'person_not_your_absence':
      return `只有${name(r.who)}本人、其主管或管理员可以设置${name(r.who)}的请假时间。`;
    case 'person_absence_past':
      return '请假的最后一天不能早于今天。';
    case 'person_absence_too_long':
      return `单次请假最长 ${r.days} 天。时间更长的，可请管理员停用其权限。`;
    case 'person_not_your_language':
      return `界面语言由本人设置，${name(r.who)}发送“desk 语言”即可更改。`;
    case 'person_list_mistakes':
      return ['名单尚未导入，请先修改以下问题：', ...r.mistakes.map((m) => mistake(m, t.people.roles))].join('\n');
    case 'person_role_unknown':
      return `没有“${r.value}”这个角色。可选角色：${t.people.and(Object.values(t.people.roles))}。`;
    case 'person_date_unclear':
      return `无法识别日期“${r.value}”，请按 2026-03-31 的格式填写。`;
    case 'settings_need_admin':
      return '只有管理员可以更改设置。';
    case 'settings_need_leader':
      return '只有负责人可以宣布或解除紧急状态。';
    case 'settings_admin_exists':
      return r.holders.length > 0
        ? `已有管理员：${t.people.some(r.holders.map(name))}。如需权限，请联系他们。`
        : '目前没有管理员。请联系口碑台的部署人员，在 ADMINS 中指定管理员后重启服务。';
    case 'settings_channel_unclear':
      return `“${r.value}”不是 ${channelShape[r.platform] ?? '频道'}。最简单的办法：直接在该频道中发送“desk 这里”。`;
    case 'settings_not_a_channel':
      return '请在频道中使用此命令。';
    case 'quiz_pause':
      return `${when(r.until)}以后可以再考。这段时间不妨看看答错的内容。`;
    case 'quiz_attempts_used':
      return `${r.attempts} 次机会已用完。请找你的主管，他可以在“desk training”里再给一次机会。`;
    case 'quiz_no_questions':
      return '这项测验还没有题目，请告知口碑台。';
    case 'quiz_unknown':
      return `没有名为“${r.value}”的测验。输入“测验”可以查看全部。`;
    case 'training_needs_manager':
      return '只有这些人员的主管、人力资源和管理员可以操作。';
    case 'input_no_post':
      return '请在上方填写帖子链接，或在此写明帖子说了什么。';
    case 'input_missing':
      return '此项必填。';
    case 'input_too_long':
      return `内容过长：共 ${count(r.length)} 字，最多 ${count(r.max)} 字。`;
    case 'input_not_offered':
      return '请从列表中选择。';
    case 'input_not_a_date':
      return '请填写正确的日期，例如 2026-03-31。';
    case 'input_not_a_link':
      return '请填写以 http:// 或 https:// 开头的网址。';
    case 'input_files_many':
      return `一次最多 ${count(r.most)} 个文件，您选了 ${count(r.count)} 个，请保留最能说明问题的。`;
    case 'input_file_kind':
      return `无法接收“${r.name}”：仅支持 ${r.accept.map((media) => KIND_NAMES[media]).join('、')} 格式，请转换格式后重新上传。`;
    case 'input_file_large':
      return `“${r.name}”有 ${sizeText(r.size)}，超过 ${sizeText(r.max)} 的上限，请压缩后重新上传。`;
  }
}

function mistake(m: ListMistake, roles: { readonly [R in Role]: string }): string {
  return `第 ${m.line} 行：${what(m, roles)}`;
}

function what(m: ListMistake, roles: { readonly [R in Role]: string }): string {
  switch (m.why) {
    case 'unreadable':
      return '不是有效的 CSV 格式，请检查引号是否成对。';
    case 'no_rows':
      return '表头下方没有人员。';
    case 'unknown_column':
      return `没有“${m.column}”这一列。可用的列：${m.known.join('、')}。`;
    case 'nobody_named':
      return '请填写账号或邮箱，以便确认是哪位同事。';
    case 'twice':
      return `与第 ${m.first} 行是同一个人。`;
    case 'two_people':
      return `账号 ${m.account} 与邮箱 ${m.email} 不属于同一个人。`;
    case 'email_bad':
      return `“${m.value}”不是有效的邮箱。`;
    case 'account_bad':
      return `“${m.value}”不是有效的账号。`;
    case 'role_unknown':
      return `没有“${m.value}”这个角色。可选角色：${Object.values(roles).join('、')}。`;
    case 'manager_unknown':
      return `没有找到主管“${m.value}”，请填写主管的邮箱或账号。`;
    case 'manager_ambiguous':
      return `有多位同事叫“${m.value}”，请填写主管的邮箱或账号。`;
    case 'manager_self':
      return '不能把本人设为自己的主管。';
    case 'manager_circle':
      return `“${m.value}”是此人的下属，不能同时担任其主管。`;
    case 'team_long':
      return `团队名称不能超过 ${m.max} 个字。`;
    case 'name_long':
      return `姓名不能超过 ${m.max} 个字。`;
  }
}
