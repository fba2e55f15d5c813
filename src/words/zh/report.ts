/** 周报、月报、图表和导出的词句。 */
import type { Words } from '../words.ts';

const number = (count: number): string => count.toLocaleString('zh');
const cases = (count: number): string => `${number(count)} 件`;
const before = { week: '前一周', month: '前一个月', days: '上期' };
const more = (now: number, then: number, kind: keyof typeof before): string => {
  if (now === then) return `与${before[kind]}持平`;
  return `比${before[kind]}${now > then ? '多' : '少'} ${cases(Math.abs(now - then))}`;
};

export const report: Words['report'] = {
  usage: {
    report: '查看周报；后加“开启”或“关闭”可设置是否定期接收',
    monthly: '查看月报，用法与周报相同',
    export: '将任意时段的个案和数据导出为 Excel、CSV 和可打印的报告',
  },
  week: (week, days) => `周报：第 ${week} 周（${days}）`,
  month: (month) => `月报：${month}`,
  any: (days) => `报告：${days}`,
  days: (first, last) => `${first}至${last}`,
  late: '因系统停机，本期报告推迟发出。原定时间：',
  still: '这段时间没有新增，也没有处理记录。',
  headline: (opened, then, kind) => `新增 ${cases(opened)}，${more(opened, then, kind)}。`,
  headlineLevel: (percent) => `按时回应率 ${percent}%。`,
  headlineClosed: (closed) => `结案 ${cases(closed)}。`,
  space: '',
  lessons: '结案经验',
  confidential: '保密个案',
  chart: {
    steps: { day: '每日新增', week: '每周新增', month: '每月新增' },
    media: '各平台新增',
    level: '按时回应',
    causes: '根本原因',
    grey: (then) => `灰色为${then}`,
    this: { week: '本周', month: '本月', days: '本期' },
    earlier: { week: '前一周', month: '前一个月', days: '上期' },
    inTime: (kept, all, percent) => {
      if (kept === all) return all === 1 ? '1 件，按时' : `${cases(all)}全部按时`;
      return kept === 0 ? `${cases(all)}均未按时` : `${cases(all)}中 ${cases(kept)}按时（${percent}%）`;
    },
    alt: (title, rows) => `${title}。${rows}。`,
    altNow: (label, now) => `${label} ${number(now)}`,
    altBoth: (label, now, then) => `${label} ${number(now)}（上期 ${number(then)}）`,
    separator: '，',
  },
  others: '其他合计',
  section: {
    volume: '总量',
    media: '平台',
    category: '类别',
    cause: '表面起因',
    severity: '严重程度',
    level: '时限达标',
    effects: '发布后效果',
    rootCauses: '结案根本原因',
    teams: '责任团队',
    published: '已发布',
    dismissed: '不予受理',
  },
  row: {
    opened: '新增个案',
    posts: '其中帖文',
    closed: '结案',
    reopened: '重新处理',
    approved: '批准回复',
    rejected: '退回回复',
    kept: (severity) => `${severity}：按时`,
    missed: (severity) => `${severity}：超时`,
    median: '首次回应用时中位数（分钟）',
    p90: '首次回应用时九成以内（分钟）',
  },
  sheet: { cases: '个案', figures: '数据' },
  column: {
    number: '编号',
    opened: '上报时间',
    media: '平台',
    category: '类别',
    cause: '表面起因',
    severity: '严重程度',
    status: '状态',
    posts: '帖文数',
    excerpt: '帖文摘要',
    owner: '处理人',
    due: '回应时限',
    answered: '首次回应',
    minutes: '回应用时（分钟）',
    inTime: '是否按时',
    effect: '效果',
    ended: '办结时间',
    rootCause: '根本原因',
    team: '责任团队',
    confidential: '是否保密',
    lesson: '经验教训',
    section: '分类',
    now: '本期',
    before: '上期',
    item: '项目',
  },
  yes: '是',
  no: '否',
  file: (period, confidential) => `口碑台-${period}${confidential ? '-保密' : ''}`,
  exported: (count, days) => `${days}，共 ${cases(count)}个案，并附同期数据。`,
  exportedHint: '前两个文件可用 Excel 打开；第三个请用浏览器打开，可直接打印或另存为 PDF。',
  withoutConfidential: '以上文件不含保密个案。如需包含，请在命令后加“保密”，文件中会逐一标明。',
  withConfidential: (count) => `其中 ${cases(count)}为保密个案，已逐一标明。请妥善保管，不要转发。`,
  printed: (at) => `口碑台生成于 ${at}。`,
  noPictures: '本次图表未能生成，数据完整无缺。',
  export: '导出 Excel、CSV、打印版…',
  see: { week: '上周', month: '上月' },
  on: { week: '周报将按时发给您。', month: '月报将按时发给您。' },
  off: {
    week: '已停止发送周报。发送“desk 周报”可随时查看。',
    month: '已停止发送月报。发送“desk 月报”可随时查看。',
  },
};

export const reportRefusal: Words['reportRefusal'] = (r, { t }) => {
  switch (r.code) {
    case 'report_needs_role':
      return r.need.length > 0
        ? `报告和导出仅供${t.people.and(r.need.map((role) => t.people.roles[role]))}使用。`
        : '报告由系统自动生成。';
    case 'report_unclear':
      return `无法识别“${r.value}”。可发送“desk 周报”“desk 月报”“desk 周报 关闭”或“desk 月报 开启”。`;
  }
};
