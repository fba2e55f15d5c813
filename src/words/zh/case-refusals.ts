/** 某一步为何暂不能办，以及可以怎么办。 */
import type { Words } from '../words.ts';

export const caseRefusal: Words['caseRefusal'] = (r, { name, when, t }) => {
  switch (r.code) {
    case 'case_unknown':
      return r.what ? `没有找到您可以查看的个案“${r.what}”，请核对编号。` : '没有找到您可以查看的个案。';
    case 'case_exists':
      return '本案已经建立。';
    case 'case_elsewhere':
      return r.number ? `这条帖子已在 ${r.number} 中处理，请改为并案。` : '这条帖子已在其他个案中处理。';
    case 'case_needs_role':
      return `此操作仅限${t.people.or(r.need.map((role) => t.people.roles[role]))}。`;
    case 'case_not_now': {
      const who = r.by && r.at ? `最近一步由${name(r.by)}于${when(r.at)}完成。` : '';
      return `现在不能这样操作：个案已是“${t.case.status[r.status]}”状态。${who}`;
    }
    case 'case_taken':
      return `${name(r.owner)}已于${when(r.since)}认领本案。如需接手，请与其沟通或请其转交。`;
    case 'case_not_owner':
      return `本案由${name(r.owner)}处理。为避免两人同时回应，请由其办理，或请其转交给您。`;
    case 'case_no_report':
      return '您目前没有处理中的上报，无法归入这张图片。请先用一个链接或一句话上报，再发送图片。';
    case 'case_ended':
      return r.number ? `${r.number} 已经结束。如需继续，请先重新处理。` : '本案已经结束。';
    case 'case_reason_short':
      return `请再说明一下，至少 ${r.min} 个字。`;
    case 'case_confide_first':
      return '涉及同事发文的个案须保密处理，请使用“转为保密…”。';
    case 'case_same_value':
      return '与现有判断相同，无需更正。';
    case 'case_screenshots_many':
      return r.left === 0
        ? `这里的截图已达上限（${r.most} 张），无法再添加。链接和文字仍可照常提交。`
        : `这里最多保存 ${r.most} 张截图，还能添加 ${r.left} 张，请挑选最能说明问题的发送。`;
    case 'case_fact_unknown':
      return '这条核实结论已被撤销。';
    case 'case_evidence_missing':
      return '请写明依据：问过谁、查了什么。';
    case 'case_facts_none':
      return '尚未核实任何事实。凡有陈述或否认的回复，至少要核实一条，请使用“核实…”。临时说明、致谢和邀请私下沟通不受此限。';
    case 'case_facts_open':
      return `尚待核实：${r.facts.map((fact) => `“${fact.claim}”`).join('、')}。请先在“核实…”中得出结论，或先发布临时说明。`;
    case 'case_draft_moved':
      return `${name(r.by)}在此期间保存了第 ${r.version} 稿（${when(r.at)}）。请先复制您的文字，打开最新稿合并后再保存。`;
    case 'case_draft_missing':
      return '没有可送审的文稿，请先“拟稿…”。';
    case 'case_draft_empty':
      return '请填写正文，或选用模板。';
    case 'case_slots_open':
      return `还有空格没有填写：${r.slots.join('、')}。请在“拟稿…”中补全。`;
    case 'case_check_blocks':
      return `文稿检查未通过：${r.findings.map((finding) => `“${finding.quote}”：${finding.say.zh}`).join('')}请修改，或请负责人准予放行。`;
    case 'case_news':
      return '拟稿之后又有新情况，请先阅读。';
    case 'case_snooze_past':
      return `${when(r.until)}已过，请选择稍后的时间。`;
    case 'case_snooze_long':
      return `这一级别的个案最多推迟${t.reminder.duration(r.hours * 60)}提醒，${when(r.until)}太晚了。请选择更早的时间，或将个案转交同事。`;
    case 'case_plan_missing':
      return '本案较为严重，须先制定应对方案，请使用“方案…”。';
    case 'case_plan_due_past':
      return '方案的完成时限必须晚于现在。';
    case 'case_plan_unconfirmed':
      return '负责人确认应对方案之后，回复才能批准。';
    case 'case_text_changed':
      return r.by
        ? `您手中的卡片已不是最新：文字或事实有变动（${name(r.by)}）。请先阅读最新内容，再作决定。`
        : '您手中的卡片已不是最新：文字或事实有变动。请先阅读最新内容，再作决定。';
    case 'case_own_draft':
      return '您参与了这份回复的拟写，须由他人审批。';
    case 'case_own_fact':
      return '这份回复所依据的事实由您核实，须由他人批准。';
    case 'case_identity_unproven':
      return `${name(r.who)}暂不能审批：工作台同时连接两个平台时，只有邮箱已验证或拥有 Teams 账号的人，其审批才算数。请联系管理员验证邮箱。`;
    case 'case_maybe_one':
      return `尚不能确定${name(r.who)}与${name(r.other)}是两个人：两人分别来自不同平台，且并非都有已验证的邮箱。请由其他人决定，或联系管理员验证邮箱。`;
    case 'case_approval_void':
      return `${name(r.who)}的批准不算数：经核实，拟写这份回复的另一账号也属于其本人。请撤回后由他人审批。`;
    case 'case_already_approved':
      return '您已批准，还需另一位审批人批准。';
    case 'case_needs_leader':
      return '本案较为严重，须有负责人批准。';
    case 'case_link_bad':
      return '请填写已发布回复的网址，以 http:// 或 https:// 开头。';
    case 'case_time_future':
      return '发布时间不能晚于现在。';
    case 'case_deviation_none':
      return '没有需要处理的发布偏差。';
    case 'case_own_deviation':
      return '这次发布由您完成，须由另一位负责人处理。';
    case 'case_deviation_open':
      return '实际发布的内容与批准的不一致，须由负责人处理后才能结案。';
    case 'case_effect_missing':
      return `请先评估效果（截止${when(r.due)}），使用“评估…”。`;
    case 'case_merge_older':
      return `${r.number} 比本案更晚，请打开该案，将其并入本案。`;
    case 'case_merge_kind':
      return '这两个个案不能合并。';
    case 'case_merge_self':
      return '个案不能并入自身。';
  }
};
