/**
 * Sixty texts that somebody might want to post, half of them harmless. Written down before the lists that look for them;
 * every third is kept aside, and nobody looks at those while the lists are tuned. None of them is real.
 */

export type Post = {
  readonly text: string;
  readonly locale: 'zh' | 'en';
  /** One of these clauses should be named; empty for a harmless text, of which nothing may be said. */
  readonly clauses: readonly string[];
};

const SOCIAL = 'use-of-social-media';
const REPUTATION = 'online-reputation';

const harmful: readonly (readonly [text: string, ...clauses: string[]])[] = [
  // Secrets, and figures that nobody outside should know.
  ['新后台上线了，测试密码：Abc12345，大家随便点点', `${SOCIAL}#3.5`],
  ['Staging is up, log in with password: Winter2026! and tell me what you think', `${SOCIAL}#3.5`],
  ['我们公司第三季度营收才两个亿，比去年跌了一半，还没公布呢', `${SOCIAL}#3.3`],
  ['Our team just saw the Q3 revenue and it is down 40 percent, nobody outside knows yet', `${SOCIAL}#3.3`],
  ['偷偷剧透：我们下个月要发布的新品长这样，图纸先给你们看看', `${SOCIAL}#3.3`],
  ['Sneak peek at the roadmap we have not announced: two new models in spring', `${SOCIAL}#3.3`],
  ['今天开会说要裁员三成，我们部门估计要没了', `${SOCIAL}#3.3`],
  ['Heads up, our company is laying off half of the support team in March', `${SOCIAL}#3.3`],
  // Personal data.
  ['这个客户太难缠了，电话13812345678，大家以后躲着点', `${SOCIAL}#3.4`, `${REPUTATION}#3.2`],
  ['If she calls again, her number is +44 7700 900123, do not pick up', `${SOCIAL}#3.4`],
  ['王女士投诉上瘾，住在幸福路18号3栋502室', `${SOCIAL}#3.4`],
  ['Mr Brown from apartment 4 is the one who complained, write to jbrown77@example.com', `${SOCIAL}#3.4`],
  // Insults, threats, contempt.
  ['写差评的那个人就是个傻逼，你有病吧', `${SOCIAL}#3.2`, `${REPUTATION}#6.5`],
  ['Whoever wrote that review is a pathetic liar and an idiot', `${SOCIAL}#3.2`, `${REPUTATION}#6.5`],
  ['再敢乱说我们公司，我人肉你全家', `${SOCIAL}#3.2`],
  ['Keep talking about us like that and I will find out where you live', `${SOCIAL}#3.2`],
  ['那个地方的人都是骗子，素质就是低', `${SOCIAL}#3.2`, `${REPUTATION}#6.5`],
  // Speaking for the company, and false promises.
  ['本公司郑重声明：网传产品质量问题纯属造谣', `${SOCIAL}#4.1`, `${SOCIAL}#4.2`],
  ['On behalf of the company I can confirm that the outage was not our fault', `${SOCIAL}#4.1`, `${SOCIAL}#4.2`],
  ['我司承诺，所有买家百分之百全额退款，绝对不会再出问题', `${SOCIAL}#4.1`, `${SOCIAL}#4.2`, `${REPUTATION}#6.4`],
  [
    'We as a company guarantee that this will never happen again',
    `${SOCIAL}#4.1`,
    `${SOCIAL}#4.2`,
    `${REPUTATION}#6.4`,
  ],
  // Taking part in a customer's dispute.
  ['我就是这家公司的员工，实话跟你说，是你自己不会用', `${REPUTATION}#3.2`, `${REPUTATION}#6.6`],
  ['I work there and I can tell you this customer is just after free stuff', `${REPUTATION}#3.2`],
  ['别听他瞎说，这个客户上次也是来讹钱的', `${REPUTATION}#3.2`, `${REPUTATION}#6.5`],
  // Praise in disguise, and posing as somebody else.
  ['纯路人，我们家的新款真心好用，姐妹们冲', `${SOCIAL}#2.2`],
  ['Just a happy customer here, no affiliation, but this brand beats everything', `${SOCIAL}#2.2`],
  [
    '我是官方客服，你把订单号和手机号私信我，我帮你处理',
    `${SOCIAL}#2.1`,
    `${SOCIAL}#5.5`,
    `${REPUTATION}#3.2`,
    `${REPUTATION}#6.8`,
  ],
  // Passed on unchecked; against competitors; about colleagues.
  ['听说对手公司要破产了，老板都跑路了，赶紧转发', `${SOCIAL}#3.1`],
  [
    'Rumour has it our competitor is poisoning its customers, share before it gets deleted',
    `${SOCIAL}#3.1`,
    `${SOCIAL}#4.3`,
  ],
  ['我领导就是个废物，天天甩锅给我们', `${SOCIAL}#3.8`],
];

const harmless: readonly string[] = [
  '今天加班到十点，食堂的面还是热的，感动',
  'Team lunch today. Best dumplings in town!',
  '周末去爬山，山顶风太大了，照片都糊了',
  'Congratulations on your wedding, Anna! So happy for you both.',
  '入职三周年，谢谢一路上帮过我的同事们',
  'Three years at my job today, and still learning something every week.',
  '听说这家咖啡不错，明天去试试',
  'I heard the new museum is great. Has anyone been?',
  '公司招聘页面更新了，感兴趣的朋友可以去官网看看',
  'We are hiring! The openings are on our careers page.',
  '转发：公司今天的公益植树活动，我也参加了',
  'Proud to have planted trees with my colleagues today. Photos are on our official page.',
  '个人观点：远程办公效率更高，欢迎讨论',
  'My personal opinion, not that of my employer: four-day weeks work.',
  '新手机用了一周，续航很好，拍照一般',
  'I work for the maker of this phone, so take my praise with a pinch of salt.',
  '有没有人知道去机场的地铁末班车是几点？',
  'Does anyone know a good dentist near the station?',
  '孩子第一次自己骑车，摔了两次还不肯停，绝对是最好的一天',
  'Lifetime goal: run a marathon. Today I managed five kilometres, lol.',
  '分享一本好书，讲怎么跟人好好沟通',
  'Great talk on password managers today. Everyone should use one.',
  '我老板今天请全组喝奶茶，开心',
  'My manager surprised us with cake. Best Friday in a long time.',
  '身份证快过期了，记得提前去换新的',
  'Call our hotline 400-810-8888 if you have a question, they helped me quickly.',
  '看完发布会了，期待明天正式开卖',
  'The new model was announced this morning, and the reviews are lovely.',
  '遇到问题别着急，打官方客服电话就行，他们挺耐心的',
  'Reminder to myself: breathe, relax, and answer emails after lunch.',
];

/** Written down after the lists, by the same hand and without looking at them; nothing was tuned for these. */
const later: typeof harmful = [
  ['老板说下季度可能要关掉两家门店，先别说出去', `${SOCIAL}#3.3`],
  ['We lost our biggest client today, that is a third of our sales gone', `${SOCIAL}#3.3`],
  ['隔壁工位的小李又迟到，真是个废物', `${SOCIAL}#3.2`, `${SOCIAL}#3.8`],
  ['My supervisor is a lazy bully and everybody knows it', `${SOCIAL}#3.8`],
  ['你再闹，我就把你的订单和地址都发出来', `${SOCIAL}#3.2`, `${SOCIAL}#3.4`],
  ['Wifi in the office: BrightHome / password sunny-day-77', `${SOCIAL}#3.5`],
  ['友商的产品就是垃圾，买了后悔一辈子', `${SOCIAL}#4.3`],
  ['The competition sells cheap junk that breaks in a week', `${SOCIAL}#4.3`],
  ['听说同行那家的奶粉喝死人了，快告诉身边的人', `${SOCIAL}#3.1`],
  ['Our product cures insomnia, guaranteed', `${SOCIAL}#4.3`],
  ['我代表公司向大家道歉，三天内全部赔偿', `${SOCIAL}#4.1`],
  ['Please everyone give our new app five stars, my bonus depends on it', `${SOCIAL}#2.2`],
];
const harmlessLater: readonly string[] = [
  '下班路上看到晚霞，真美',
  'Finally finished my online course on data privacy!',
  '同事生日，大家一起唱歌切蛋糕',
  'Our volleyball team lost again, but we had fun.',
  '推荐一家小店，老板人很好，价格也实在',
  'The customer service of my bank is great, they answered within minutes.',
  '公司年会抽奖抽到了电饭煲，开心',
  'Looking for a flat near the office, two rooms, any tips?',
  '新闻里说明天有台风，大家注意安全',
  'I quit smoking a year ago. Best decision ever.',
  '分享一下我做的笔记，关于怎样写好邮件',
  'Had a long day at work. Time for a walk with the dog.',
];

const localeOf = (text: string): Post['locale'] => (/\p{Script=Han}/u.test(text) ? 'zh' : 'en');

/** Harmful and harmless by turns. */
const all: readonly Post[] = harmful.flatMap(([text, ...clauses], index) => [
  { text, clauses, locale: localeOf(text) },
  ...harmless.slice(index, index + 1).map((other) => ({ text: other, clauses: [], locale: localeOf(other) })),
]);

/** Those that tuning may look at. */
export const tuned: readonly Post[] = all.filter((_, index) => index % 3 !== 2);
/** Those that it may not. */
export const keptAside: readonly Post[] = all.filter((_, index) => index % 3 === 2);
export const writtenLater: readonly Post[] = [
  ...later.map(([text, ...clauses]) => ({ text, clauses, locale: localeOf(text) })),
  ...harmlessLater.map((text) => ({ text, clauses: [], locale: localeOf(text) })),
];
