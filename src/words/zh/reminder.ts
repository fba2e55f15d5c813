/** 快到时限的事项，发给该处理的人；以及稍后再提醒。 */
import type { Words } from '../words.ts';

export const reminder: Words['reminder'] = {
  title: '等您处理',
  summary: (numbers, more) =>
    numbers.length + more === 1
      ? `${numbers[0]} 等您处理。`
      : `有 ${numbers.length + more} 个个案等您处理：${numbers.join('、')}${more > 0 ? ' 等' : ''}。`,
  confidential: '保密',
  waits: {
    claim: '还没有人认领，请尽快认领。',
    answer: '首次回应尚未发出。',
    answerOf: (name) => `首次回应尚未发出，由${name}处理。`,
    decide: '有一份回复等您审批。',
    deciding: '回复仍在等待审批。',
    publish: '回复已获批准，请发布并登记链接。',
    publishOf: (name) => `回复已获批准，${name}尚未发布。`,
    effect: '请评估回复后的效果。',
  },
  due: '首次回应截止 ',
  left: (duration) => `，剩余不到 ${duration}`,
  overdue: '已超时，原定截止 ',
  late: (at) => `此提醒本应于${at}发出，当时系统未运行。`,
  more: (count) => `另有 ${count} 件，输入“desk 我的”查看。`,
  later: '稍后提醒…',
  snooze: {
    title: '稍后提醒',
    submit: '保存',
    intro: (number) => `在此之前不再就 ${number} 提醒您。其他人照常提醒；到下一个时限时，仍会提醒您。`,
    until: '何时再提醒',
    after: (duration) => `${duration}后`,
    morning: (at) => `下次上班时（${at}）`,
    reason: '为什么可以等',
    reasonHint: '会记入本案的处理经过。',
    done: (number, at) => `好的，${at}再就 ${number} 提醒您。`,
  },
  duration(minutes) {
    if (minutes > 48 * 60) return `${Math.ceil(minutes / 1440)} 天`;
    if (minutes > 90) return `${Math.ceil(minutes / 60)} 小时`;
    return minutes === 60 ? '1 小时' : `${Math.max(1, Math.ceil(minutes))} 分钟`;
  },
};
