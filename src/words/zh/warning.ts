/** 预警的词句：声量异常上升、依据，以及恢复平稳。 */
import type { Sensitivity } from '#src/core/warning/rules.ts';
import type { Words } from '../words.ts';

const usually = (usual: string): string => (usual === '0' ? '平时几乎没有' : `平时约 ${usual} 条`);
const sensitivities: { readonly [S in Sensitivity]: string } = { calm: '低', normal: '中', alert: '高' };

export const warningWords: Words['warning'] = {
  usage: '查看声量是否异常上升',
  rising: '预警：与公司有关的讨论明显增多。',
  over: '讨论量已恢复平稳。',
  dismissed: (name) => `${name}已确认：不属于异常上升。`,
  all: '全部讨论',
  topic: (kind, name) => `${kind} · ${name}`,
  hour: (count, usual) => `近 1 小时 ${count} 条，${usually(usual)}`,
  day: (count, usual) => `近 24 小时 ${count} 条，${usually(usual)}`,
  height: { hour: (count) => `最高 1 小时 ${count} 条`, day: (count) => `最高 24 小时 ${count} 条` },
  since: '发现时间：',
  until: ' · 恢复平稳：',
  still: ' · 仍在持续',
  digest: '声量预警',
  told: ' · 已通知负责人',
  cases: '查看相关个案',
  notSurge: '并非异常…',
  quiet: '目前讨论量正常。',
  sensitivity: (sensitivity) => `预警灵敏度：${sensitivities[sensitivity]}，管理员可在 policies/desk.yaml 中调整。`,
  noCases: '相关个案目前均不对您开放。',
  form: {
    title: '并非异常上升',
    intro: '提交后，相关话题将暂停预警一段时间；如讨论量翻倍，仍会再次预警。',
    reason: '为什么不属于异常？',
    hint: '例如：今天公司自己的活动上线。',
    submit: '结束预警',
  },
};

export const warningRefusal: Words['warningRefusal'] = (r, { t }) => {
  switch (r.code) {
    case 'warning_unknown':
      return '没有这条预警。';
    case 'warning_over':
      return '这条预警已经结束。';
    case 'warning_needs_role':
      return `只有${t.people.or(r.need.map((role) => t.people.roles[role]))}可以结束预警。`;
  }
};
