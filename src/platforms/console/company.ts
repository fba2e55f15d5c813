/** The small company that lives in the console: one visitor plays them all and so walks every road. */
import type { Role } from '#src/core/role.ts';
import type { Bilingual, Locale } from '#src/core/rules.ts';

export type Seeded = {
  readonly account: string;
  readonly name: string;
  readonly locale: Locale;
  /** IANA zone. */
  readonly timeZone: string;
  readonly roles: readonly Role[];
  /** The account of who they report to. */
  readonly manager?: string;
  readonly team: string;
  readonly title: Bilingual;
};

const LONDON = 'Europe/London';
const SHANGHAI = 'Asia/Shanghai';

export const COMPANY: readonly Seeded[] = [
  {
    account: 'emma',
    name: 'Emma Clarke',
    locale: 'en',
    timeZone: LONDON,
    roles: [],
    manager: 'sofia',
    team: 'retail',
    title: { en: 'Shop assistant', zh: '门店店员' },
  },
  {
    account: 'mei',
    name: '李梅',
    locale: 'zh',
    timeZone: SHANGHAI,
    roles: [],
    manager: 'sofia',
    team: 'retail',
    title: { en: 'Online sales', zh: '电商运营' },
  },
  {
    account: 'james',
    name: 'James Porter',
    locale: 'en',
    timeZone: LONDON,
    roles: ['responder'],
    manager: 'olivia',
    team: 'communications',
    title: { en: 'Press officer, responder', zh: '媒体专员（处理人）' },
  },
  {
    account: 'yun',
    name: '陈云',
    locale: 'zh',
    timeZone: SHANGHAI,
    roles: ['responder'],
    manager: 'olivia',
    team: 'service',
    title: { en: 'Customer service, responder', zh: '客服专员（处理人）' },
  },
  {
    account: 'olivia',
    name: 'Olivia Grant',
    locale: 'en',
    timeZone: LONDON,
    roles: ['approver'],
    manager: 'wei',
    team: 'communications',
    title: { en: 'Head of communications, approver', zh: '传播主管（审批人）' },
  },
  {
    account: 'wei',
    name: '王伟',
    locale: 'zh',
    timeZone: SHANGHAI,
    roles: ['leader'],
    team: 'leadership',
    title: { en: 'Vice president, leader', zh: '副总裁（负责人）' },
  },
  {
    account: 'sofia',
    name: 'Sofia Rossi',
    locale: 'en',
    timeZone: LONDON,
    roles: ['manager', 'admin'],
    manager: 'wei',
    team: 'retail',
    title: { en: 'Retail manager, administrator', zh: '零售经理（管理员）' },
  },
  {
    account: 'jing',
    name: '周静',
    locale: 'zh',
    timeZone: SHANGHAI,
    roles: ['hr'],
    manager: 'wei',
    team: 'people',
    title: { en: 'HR officer', zh: '人事专员' },
  },
  {
    account: 'noah',
    name: 'Noah Bennett',
    locale: 'en',
    timeZone: LONDON,
    roles: [],
    manager: 'sofia',
    team: 'retail',
    title: { en: 'New hire, first day', zh: '新员工（入职首日）' },
  },
];
