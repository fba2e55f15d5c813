/** The check rules of the imagined company in rules.fixture.ts. */
import type { CheckRules } from '#src/core/rules.ts';

export const checkRules: CheckRules = {
  lists: [
    {
      code: 'attack',
      clause: 'online-reputation#4.2',
      words: ['闭嘴', '水军', '无理取闹', '胡说八道', '造谣者', 'idiot', 'liar', 'shut up', 'troll'],
      blocks: true,
      say: { en: 'This attacks the other side.', zh: '这是在攻击对方。' },
      mend: { en: 'Say what is true, without judging the person.', zh: '只说事实，不评价对方。' },
    },
    {
      code: 'sarcasm',
      clause: 'online-reputation#4.2',
      words: ['呵呵', '您真会开玩笑', '恕我直言', 'yeah right', 'good for you', 'with all due respect'],
      blocks: false,
      say: { en: 'This may sound sarcastic.', zh: '这句话可能显得阴阳怪气。' },
      mend: { en: 'Use plain, polite words.', zh: '换成平实、礼貌的说法。' },
    },
    {
      code: 'promise',
      clause: 'online-reputation#4.3',
      words: ['保证', '绝对', '百分之百', '永远不会', '100%', 'guarantee', 'never again', 'absolutely', 'always'],
      blocks: false,
      say: { en: 'This promises more than anyone can keep.', zh: '这是无法兑现的绝对承诺。' },
      mend: { en: 'Say what will be done, and by when.', zh: '写明将做什么、何时完成。' },
    },
    {
      code: 'liability',
      clause: 'online-reputation#4.4',
      words: ['全部责任', '承担法律责任', '我们违法', 'we are liable', 'our legal fault', 'we broke the law'],
      blocks: true,
      say: { en: 'This admits legal liability.', zh: '这等于承认法律责任。' },
      mend: { en: 'Ask legal first; admit facts, not liability.', zh: '先征求法务意见；承认事实，不下法律结论。' },
    },
    {
      code: 'blame',
      clause: 'online-reputation#4.2',
      words: ['您自己的问题', '是你操作不当', '你没看说明书', 'your own fault', 'you should have', 'user error'],
      blocks: false,
      say: { en: 'This blames the customer.', zh: '这是在责怪客户。' },
      mend: { en: 'Offer a way forward instead.', zh: '改为给出解决办法。' },
    },
    {
      code: 'confidential',
      clause: 'social-media#3.2',
      words: ['内部资料', '仅限内部', '未公开', '商业机密', 'internal only', 'confidential', 'not yet announced'],
      blocks: true,
      say: { en: 'This looks like inside information.', zh: '疑似内部信息。' },
      mend: { en: 'Leave it out, or have it released first.', zh: '删去，或先走公开流程。' },
    },
  ],
  personalData: {
    clause: 'social-media#3.3',
    blocks: true,
    say: { en: 'This is personal data.', zh: '这是个人信息。' },
    mend: { en: 'Remove it; continue in private.', zh: '删去，转为私下沟通。' },
  },
  secrets: {
    clause: 'social-media#3.2',
    blocks: true,
    say: { en: 'This looks like a password, key or internal mark.', zh: '疑似密码、密钥或内部标记。' },
    mend: { en: 'Remove it and change the secret.', zh: '删去，并更换该密码或密钥。' },
  },
  length: {
    clause: 'online-reputation#4.6',
    blocks: true,
    say: { en: 'This is longer than the platform allows.', zh: '超过平台的字数上限。' },
    mend: { en: 'Shorten it.', zh: '请缩短。' },
    limits: { x: 280, weibo: 2000, xiaohongshu: 1000, linkedin: 3000, instagram: 2200, facebook: 8000, zhihu: 5000 },
  },
};
