/** 日报、按时段查看的数据，以及主页的总体情况。 */
import type { Words } from '../words.ts';

type Digest = Words['digest'];

const number = (count: number): string => count.toLocaleString('zh');
const cases = (count: number): string => `${number(count)} 件`;

const than: { readonly [N in keyof Digest['spans']]?: string } = {
  lastDay: '前一天',
  today: '昨天同期',
  yesterday: '前一天',
  thisWeek: '上周同期',
  lastWeek: '前一周',
  thisMonth: '上月同期',
  lastMonth: '前一个月',
  days: '此前同样天数',
};

export const digest: Digest = {
  usage: '查看新增、超时、审批和回应速度，可选任意日期，也可设置每日推送时间',
  title: (day) => `${day}日报`,
  spans: {
    lastDay: '最近 24 小时',
    today: '今天',
    yesterday: '昨天',
    thisWeek: '本周',
    lastWeek: '上周',
    thisMonth: '本月',
    lastMonth: '上月',
    days: '所选日期',
    since: '上次日报以来',
  },
  from: '统计时段：',
  until: ' 至 ',
  late: '因系统停机，本期日报推迟发出。原定时间：',
  quiet: (open) =>
    open === 0
      ? '今天风平浪静：没有新增，也没有未结个案。'
      : `今天风平浪静：没有新增，没有超时，也没有需要您处理的事。未结 ${cases(open)}，均在时限内。`,
  still: '这段时间没有新增，也没有处理记录。',
  headline: {
    overdue: (count, confidential) =>
      confidential > 0 ? `${cases(count)}已超时，其中保密 ${cases(confidential)}。` : `${cases(count)}已超时。`,
    critical: (count) => `${cases(count)}紧急个案未结。`,
    waiting: (count) => `${cases(count)}等您处理。`,
    fine: '没有超时个案。',
  },
  summary: (overdue, waiting, opened) =>
    `日报：超时 ${cases(overdue)}，等您处理 ${cases(waiting)}，新增 ${cases(opened)}。`,
  summaryOf: (period, opened) => `${period}新增 ${cases(opened)}。`,
  overdue: (count) => `已超时（${number(count)}）`,
  waiting: (count) => `未超时、等您处理（${number(count)}）`,
  grave: (count) => `新增高等级个案，未超时（${number(count)}）`,
  more: (count) => `另有 ${cases(count)}`,
  kindOn: (category, media) => `${category}（${media}）`,
  lateBy: (length) => `超时 ${length}`,
  unclaimed: '无人认领',
  confidentialMark: '保密',
  allOverdue: '全部超时个案',
  allMine: '全部待办',
  turn: {
    decide: (of) => `审批 ${of}`,
    confirm: (of) => `确认方案 ${of}`,
    publish: (of) => `发布 ${of}`,
    effect: (of) => `评估 ${of}`,
  },
  happened: '本期情况',
  now: '目前情况',
  label: {
    opened: '新增',
    media: '平台',
    category: '类别',
    decided: '审批',
    published: '发布',
    ended: '办结',
    answered: '首次回应',
    level: '时限达标',
    aims: '中位用时',
    effects: '效果评估',
    rootCauses: '根本原因',
    teams: '责任团队',
    overdue: '已超时',
    open: '未结',
    stages: '所处环节',
    holders: '处理人',
    due: '到期待办',
  },
  count: (name, count) => `${name} ${number(count)}`,
  others: (count) => `其余 ${number(count)}`,
  comma: '，',
  semicolon: '；',
  overdueNow: (count) => (count === 0 ? '无' : cases(count)),
  space: '',
  openNow: (count, severities) => (count === 0 ? '无' : `${cases(count)}：${severities.join('，')}`),
  opened: (count, posts, grave) => {
    if (count === 0) return '无';
    const more = [...grave, ...(posts > count ? [`帖文 ${number(posts)} 条`] : [])];
    return more.length > 0 ? `${cases(count)}（${more.join('、')}）` : cases(count);
  },
  severe: (severity, count) =>
    `${{ low: '低', medium: '中', high: '高', critical: '紧急' }[severity]} ${number(count)}`,
  compared: (name, now, before) => {
    const other = than[name];
    if (other === undefined) return '';
    if (now === before) return `与${other}持平`;
    return now > before ? `比${other}多 ${number(now - before)}` : `比${other}少 ${number(before - now)}`;
  },
  approved: (count) => `通过 ${number(count)}`,
  rejected: (count) => `退回 ${number(count)}`,
  closed: (count) => `结案 ${number(count)}`,
  dismissed: (count) => `不予受理 ${number(count)}`,
  reopened: (count) => `重新处理 ${number(count)}`,
  waits: (count, median, p90) =>
    count === 1 ? `1 件，用时${median}` : `${cases(count)}：半数在${median}内，九成在${p90}内`,
  kept: (kept, all, percent) => `${number(all)} 件中 ${number(kept)} 件按时（${percent}%）`,
  missed: (severities) => `超时：${severities.join('、')}`,
  aim: (severity, median, aim) => `${severity}：${median}（时限 ${aim}）`,
  reviewsDue: (count) => `效果评估 ${number(count)} 件`,
  plansDue: (count) => `应对方案待确认 ${number(count)} 件`,
  stages: {
    claim: (count) => `待认领 ${number(count)}`,
    work: (count) => `处理中 ${number(count)}`,
    decide: (count) => `待审批 ${number(count)}`,
    publish: (count) => `待发布 ${number(count)}`,
    effect: (count) => `待评估效果 ${number(count)}`,
    close: (count) => `待结案 ${number(count)}`,
  },
  trend: (now, before) => {
    const seven = `近 7 天新增 ${cases(now)}，`;
    if (now === before) return `${seven}与前 7 天持平。`;
    return now > before
      ? `${seven}比前 7 天多 ${number(now - before)} 件。`
      : `${seven}比前 7 天少 ${number(before - now)} 件。`;
  },
  confidential: '保密个案',
  confidentialNow: (open, overdue) =>
    overdue > 0 ? `未结 ${cases(open)}，其中超时 ${cases(overdue)}` : `未结 ${cases(open)}`,
  confidentialFlow: (opened, answered, ended) => `新增 ${cases(opened)}，回应 ${cases(answered)}，办结 ${cases(ended)}`,
  minutes: (count) => (count < 1 ? '不到 1 分钟' : `${count} 分钟`),
  hours: (hours, minutes) => (minutes > 0 ? `${hours} 小时 ${minutes} 分钟` : `${hours} 小时`),
  days: (days, hours) => (hours > 0 ? `${number(days)} 天 ${hours} 小时` : `${number(days)} 天`),
  glance: '总体情况',
  see: '查看日报',
  week: '本周',
  lastWeek: '上周',
  month: '本月',
  settings: '日报设置…',
  form: {
    title: '日报设置',
    save: '保存',
    wanted: '每天把日报发给我',
    hour: '发送时间（以我所在时区为准）',
    hint: '例如 08:30。',
    days: { every: '每天发送。', working: '仅在工作日发送。' },
  },
  on: (hour) => `日报将在 ${hour} 发给您。`,
  off: '已停止每日推送。发送“日报”可随时查看，发送“日报 开启”可恢复推送。',
  notNow: '您目前处于请假状态，返岗后恢复推送。',
};
