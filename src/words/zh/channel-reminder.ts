/** 频道中定期发布的案例提醒。 */
import type { ReminderRefusal } from '#src/core/reminder/refusal.ts';
import type { Reader } from '#src/view/reader.ts';
import type { Words } from '../words.ts';

export const channelReminder: Words['channelReminder'] = {
  usage: '频道案例提醒：查看下次发布时间，或立即发布一条',
  title: '案例提醒',
  kinds: { good: '值得学习：', warning: '引以为戒：' },
  clause: (policy, number) => `《${policy}》${number}`,
  found: (count) => `${count} 人觉得有用`,
  useful: '有用',
  notForMe: '不适合我',
  read: '查看条款',
  thanks: '感谢反馈，今后会多发此类提醒。',
  thanksAnyway: '感谢反馈，这一条今后会少发。',
  next: '下次发布',
  never: '暂无安排',
  stock: '案例数量',
  counted: (all, seen) => `共 ${all} 条，已在此发布 ${seen} 条`,
  where: '发布日期和时间见 policies/desk.yaml，案例内容见 policies/reminders.yaml。',
  noChannel: (name) => `尚未指定发布频道：请进入要发布的频道，发送“desk 这里 ${name}”。`,
  paused: '现处于紧急状态，提醒暂停发布。',
  now: '立即发布一条',
  posted: '已发布。',
};

export function reminderRefusal(r: ReminderRefusal, { t }: Reader): string {
  switch (r.code) {
    case 'reminder_needs_role':
      return `此操作需要以下角色：${t.people.or(r.need.map((role) => t.people.roles[role]))}。`;
    case 'reminder_no_channel':
      return channelReminder.noChannel(r.channel);
    case 'reminder_nothing_new':
      return '没有其他可发布的案例，请在 policies/reminders.yaml 中补充。';
    case 'reminder_emergency':
      return '现处于紧急状态，解除后方可发布提醒。';
    case 'reminder_unknown':
      return '这条提醒已不存在。';
  }
}
