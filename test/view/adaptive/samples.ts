/** Cards and forms of an imagined case, for renderer tests and for looking at. */
import {
  act,
  buttons,
  type Card,
  divider,
  facts,
  goes,
  heading,
  list,
  note,
  opens,
  quote,
  status,
  text,
} from '#src/view/card.ts';
import { input, type OpenForm } from '#src/view/form.ts';

const AT = '2026-11-21T08:00:00.000Z';

export const caseCard = (locale: 'en' | 'zh'): Card => (locale === 'en' ? english : chinese);

const english: Card = {
  summary: 'RM-2026-0042: a complaint on Weibo, high, due today at 20:00.',
  locale: 'en',
  timeZone: 'Europe/London',
  blocks: [
    heading('RM-2026-0042 · Complaint on Weibo'),
    status('warning', ['High · answer due ', { at: '2026-11-21T12:00:00.000Z', show: 'both' }]),
    quote(
      'Third time the charger of my new bike got too hot to touch. Support keeps sending me the same PDF. Does anybody at Northwind read this?',
      '@bikelover · Weibo',
    ),
    facts([
      { label: 'Reported by', value: [{ person: 'p1', name: 'Emma Clarke' }, ', ', { at: AT, show: 'both' }] },
      { label: 'Link', value: [{ link: 'https://weibo.com/7654321/abc', text: 'weibo.com/7654321/abc' }] },
      { label: 'Reach', value: 'medium, about 12,000 followers' },
      { label: 'Why high', value: 'Complaint (2) + word “too hot” (3) + medium reach (1)' },
    ]),
    divider,
    text([{ b: 'Next: ' }, 'somebody claims it and verifies what it says.']),
    list(['Charger model not yet known', [{ i: 'Support ticket' }, ' found: 88213']]),
    buttons(
      act('Claim', 'case.claim', { case: 'c42' }, { look: 'primary' }),
      opens('Facts…', 'case.facts', { case: 'c42' }),
      opens('Draft…', 'case.draft', { case: 'c42' }),
      act(
        'Dismiss',
        'case.dismiss',
        { case: 'c42' },
        {
          look: 'danger',
          confirm: { title: 'Dismiss this case?', text: 'It can be opened again.', yes: 'Dismiss', no: 'Keep' },
        },
      ),
      goes('Open the post', 'https://weibo.com/7654321/abc'),
    ),
    note(['Please do not answer the post yourself. Last change ', { at: AT, show: 'time' }, '.']),
  ],
};

const chinese: Card = {
  summary: 'RM-2026-0042：微博投诉，严重程度高，今天 20:00 前答复。',
  locale: 'zh',
  timeZone: 'Asia/Shanghai',
  blocks: [
    heading('RM-2026-0042 · 微博投诉'),
    status('alarm', ['高 · 最迟答复时间 ', { at: '2026-11-21T12:00:00.000Z', show: 'both' }]),
    quote('新车的充电器第三次烫得不敢碰，客服每次都发同一份 PDF。北风公司到底有没有人看？', '@爱骑车的小王 · 微博'),
    facts([
      { label: '上报人', value: [{ person: 'p2', name: '李梅' }, '，', { at: AT, show: 'both' }] },
      { label: '链接', value: [{ link: 'https://weibo.com/7654321/abc', text: 'weibo.com/7654321/abc' }] },
      { label: '影响面', value: '中等，约 1.2 万粉丝' },
      { label: '判定依据', value: '投诉（2）＋出现“烫”（3）＋中等影响面（1）' },
    ]),
    divider,
    text([{ b: '下一步：' }, '请有人认领，并核实帖子所述内容。']),
    list(['充电器型号尚未查明', [{ i: '客服工单' }, '已找到：88213']]),
    buttons(
      act('认领', 'case.claim', { case: 'c42' }, { look: 'primary' }),
      opens('核实…', 'case.facts', { case: 'c42' }),
      opens('拟稿…', 'case.draft', { case: 'c42' }),
      act(
        '不予受理',
        'case.dismiss',
        { case: 'c42' },
        {
          look: 'danger',
          confirm: { title: '确定不予受理？', text: '以后仍可重新打开。', yes: '不予受理', no: '保留' },
        },
      ),
      goes('打开原帖', 'https://weibo.com/7654321/abc'),
    ),
    note(['请勿自行回复该帖。最近更新：', { at: AT, show: 'time' }, '。']),
  ],
};

export const reportForm = (locale: 'en' | 'zh'): OpenForm => {
  const en = locale === 'en';
  return {
    form: 'report.new',
    args: { from: 'console' },
    view: {
      title: en ? 'Report a post' : '上报帖子',
      submit: en ? 'Report' : '上报',
      intro: [note(en ? 'Please do not answer it yourself.' : '请勿自行回复。')],
      inputs: {
        link: input.line(en ? 'Link' : '链接', { max: 2000, optional: true, placeholder: 'https://' }),
        said: input.area(en ? 'What does it say?' : '帖子内容', {
          max: 3000,
          hint: en ? 'The words of the post; a link is enough if you have one.' : '请填写原文；有链接时可不填。',
        }),
        severity: input.select(
          en ? 'How bad is it?' : '严重程度',
          en
            ? [
                { value: 'low', label: 'Low' },
                { value: 'medium', label: 'Medium' },
                { value: 'high', label: 'High' },
              ]
            : [
                { value: 'low', label: '低' },
                { value: 'medium', label: '中' },
                { value: 'high', label: '高' },
              ],
        ),
        seen: input.date(en ? 'Seen on' : '发现日期', { initial: '2026-11-21' }),
        about: input.person(en ? 'Who should know?' : '应通知谁？', { optional: true, initial: 'p2' }),
        discreet: input.check(en ? 'Keep my name from the channel' : '在频道中隐去我的姓名'),
      },
    },
  };
};
