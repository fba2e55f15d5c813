/** 制度与签收的各种拒绝提示。 */
import type { Role } from '#src/core/role.ts';
import type { SigningRefusal } from '#src/core/signing-refusal.ts';
import type { Reader } from '#src/view/reader.ts';

export function signingRefusal(r: SigningRefusal, { t, name, when }: Reader): string {
  const roles = (all: readonly Role[]) => t.people.or(all.map((role) => t.people.roles[role]));
  switch (r.code) {
    case 'policy_unknown':
      return r.what ? `没有名为“${r.what}”的制度。` : '该制度已不存在。';
    case 'policy_not_owner':
      return `是否属于实质性修改，由该制度的负责方判断：${roles(r.need)}。`;
    case 'policy_ruled':
      return r.material
        ? `${name(r.by)}已于${when(r.at)}确认：属于实质性修改。`
        : `${name(r.by)}已于${when(r.at)}确认：不属于实质性修改。`;
    case 'policy_changed_again':
      return '卡片发出后条款又有改动，请查看最新的卡片。';
    case 'campaign_unknown':
      return '该签收任务已不存在。';
    case 'campaign_needs_role':
      return `此操作需要以下角色：${roles(r.need)}。`;
    case 'campaign_not_your_people':
      return '您可以向自己的下属发起签收；面向其他人员的，请联系人力资源或管理员。';
    case 'campaign_no_policy':
      return '请至少选择一项制度。';
    case 'campaign_policy_undecided':
      return `《${r.title}》已有改动，尚未确认是否属于实质性修改，请先确认后再发起签收。`;
    case 'campaign_nobody':
      return '该范围内目前没有人员，请另选范围。';
    case 'campaign_until_past':
      return '签收截止日期须晚于今天。';
    case 'campaign_closed':
      return `${name(r.by)}已于${when(r.at)}结束该签收任务。`;
    case 'campaign_urged_lately':
      return `您已于${when(r.at)}提醒过全部人员，${r.hours} 小时后可再次提醒。`;
    case 'signature_not_asked':
      return '这项签收不是发给您的，您无需处理。';
    case 'signature_withdrawn':
      return '该签收任务已结束，您无需再签署。';
    case 'signature_text_changed':
      return '您阅读期间条款已更新，请阅读新版本后再签署。';
    case 'signature_no_consent':
      return '请勾选“已阅读并承诺遵守”。';
    case 'signature_name_differs':
      return `“${r.typed}”与系统登记的姓名不一致，请填写：${r.name || '您的姓名'}。`;
  }
}
