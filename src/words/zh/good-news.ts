/** 可供员工分享的好消息。 */
import type { GoodNewsRefusal } from '#src/core/good-news/refusal.ts';
import type { Role } from '#src/core/role.ts';
import type { Reader } from '#src/view/reader.ts';
import type { Words } from '../words.ts';

export const goodNews: Words['goodNews'] = {
  usage: '公司的好消息，愿意的话可以分享',
  title: '可分享的好消息',
  intro: '喜欢哪条就分享哪条，按以下文字发布即可。分享全凭自愿，也不会记录是谁分享的。',
  none: '目前没有可分享的内容。',
  join: '有好消息时告诉我',
  leave: '不再接收',
  joined: '今后有好消息时会告诉您。',
  left: '今后不再向您推送。',
  suggest: '推荐一条…',
  offered: (title) => `可分享的好消息：${title}`,
  wording: '请使用以下文字',
  picture: '配图：',
  until: '截止日期：',
  link: '打开链接',
  shared: '我已分享',
  counted: (count) => (count === 0 ? '还没有人分享' : `已分享 ${count} 次`),
  thanks: '谢谢！仅计数一次，不记录您的姓名。',
  question: (title) => `“${title}”可以请员工分享吗？`,
  from: (name) => `推荐人：${name}`,
  approve: '批准',
  reject: '不采用…',
  approvedBy: (title, name) => `${name}已批准“${title}”，可以分享。`,
  rejectedBy: (title, name) => `“${title}”未采用，由${name}决定。`,
  proposed: '谢谢推荐，经其他同事审批后即可供大家分享。',
  withdraw: '撤回',
  withdrawn: '已撤回，不再推荐分享。',
  findings: '批准前请留意以下问题：',
  form: {
    title: '推荐好消息',
    submit: '推荐',
    name: '是什么好消息？',
    wordingEn: '英文文字',
    wordingZh: '中文文字',
    wordingHint: '填写一种语言即可，大家将按此文字分享。',
    link: '链接',
    picture: '配图说明',
    pictureHint: '使用哪张图片，图中是什么内容。',
    until: '分享截止日期',
  },
  rejectForm: { title: '不采用', reason: '原因', submit: '发送' },
  home: (count) => `有 ${count} 条好消息可供分享`,
  show: '查看',
};

export function goodNewsRefusal(r: GoodNewsRefusal, { t, name, when }: Reader): string {
  const roles = (all: readonly Role[]) => t.people.or(all.map((role) => t.people.roles[role]));
  switch (r.code) {
    case 'news_unknown':
      return '该内容已不存在。';
    case 'news_needs_role':
      return `此操作需要以下角色：${roles(r.need)}。`;
    case 'news_own':
      return '这是您本人推荐的，须由其他同事审批。';
    case 'news_decided':
      return `${name(r.by)}已于${when(r.at)}作出决定。`;
    case 'news_wording_missing':
      return '请至少用一种语言填写分享文字。';
    case 'news_until_past':
      return '分享截止日期须晚于今天。';
    case 'news_over':
      return '该内容已不再供分享。';
  }
}
