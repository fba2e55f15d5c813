/** What the Teams side itself says to people, in both languages. */
import type { Locale } from '#src/core/rules.ts';

type TeamsWords = {
  readonly app: string;
  readonly done: string;
  readonly below: string;
  readonly refresh: string;
  readonly unknown: string;
  readonly elsewhere: string;
  readonly addMe: string;
  readonly channel: string;
  readonly welcome: {
    readonly title: string;
    readonly three: readonly string[];
    readonly report: string;
    readonly help: string;
  };
};

export const teamsWords: { readonly [L in Locale]: TeamsWords } = {
  en: {
    app: 'Goodword',
    done: 'Done.',
    refresh: 'Refresh',
    below: 'The answer is in the new message below.',
    unknown: 'This button is no longer in use. Please open the card again.',
    elsewhere: 'I have answered you in our chat, where only you can read it.',
    addMe: 'I cannot write to you yet. Please add Goodword for yourself in Teams, then ask again there.',
    channel:
      'Goodword is here now. In the channel or group chat where cases should appear, write “@Goodword desk here”.',
    welcome: {
      title: 'Goodword, the reputation desk',
      three: [
        'When you see something online about our company, report it here: a link or one line is enough.',
        'Please do not answer or comment yourself; the desk checks the facts and replies.',
        'You will be told how it ended.',
      ],
      report: 'Report a post…',
      help: 'Write “desk help” to see everything else.',
    },
  },
  zh: {
    app: '口碑台',
    done: '完成。',
    refresh: '刷新',
    below: '结果见下方新消息。',
    unknown: '此按钮已停用，请重新打开卡片。',
    elsewhere: '已在与您的私聊中回复，只有您能看到。',
    addMe: '暂时无法给您发消息。请先在 Teams 中为自己添加口碑台，再到那里提问。',
    channel: '口碑台已加入。请在要显示个案的频道或群聊中输入“@口碑台 desk here”。',
    welcome: {
      title: '口碑台',
      three: [
        '在网上看到与公司有关的内容，请在这里上报：一个链接或一句话即可。',
        '请勿自行回复或评论；由口碑台核实后统一答复。',
        '处理结果会告知您。',
      ],
      report: '上报帖子…',
      help: '输入“desk 帮助”查看全部功能。',
    },
  },
};
