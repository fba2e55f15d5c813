/** Every permission that the app asks for: what it is used for, and what stops working without it. */
import type { Bilingual } from '#src/core/rules.ts';

export type Scope = {
  readonly name: string;
  /** False where Goodword works without it, a little worse. */
  readonly needed: boolean;
  readonly why: Bilingual;
  readonly without: Bilingual;
};

export const SCOPES: readonly Scope[] = [
  {
    name: 'commands',
    needed: true,
    why: { en: 'Slash commands and shortcuts.', zh: '斜杠命令和快捷方式。' },
    without: { en: 'Nobody can report or use a command.', zh: '无法上报或使用命令。' },
  },
  {
    name: 'chat:write',
    needed: true,
    why: {
      en: 'Cards in channels and direct messages, and private answers.',
      zh: '在频道和私信中发送卡片，以及仅本人可见的回复。',
    },
    without: { en: 'No card and no message is sent.', zh: '无法发送任何卡片和消息。' },
  },
  {
    name: 'im:write',
    needed: true,
    why: { en: 'To open direct messages: receipts, decisions, reminders.', zh: '打开私信：回执、审批、提醒。' },
    without: { en: 'Nobody gets a direct message.', zh: '无法发送私信。' },
  },
  {
    name: 'im:history',
    needed: true,
    why: {
      en: 'To read what somebody writes to the bot, and to look up a direct message whose sending was cut off.',
      zh: '读取用户写给机器人的消息；发送中断时核对私信是否已送达。',
    },
    without: {
      en: 'The bot does not hear direct messages, and one that was cut off may come twice.',
      zh: '机器人收不到私信，中断的私信可能重复发送。',
    },
  },
  {
    name: 'users:read',
    needed: true,
    why: { en: 'Names, languages and time zones; who was deactivated.', zh: '姓名、语言、时区，以及账号是否停用。' },
    without: {
      en: 'People are shown as ids, in the language of the workspace, and those who left keep their access.',
      zh: '人员显示为 ID，只用工作区语言；离职人员的权限不会收回。',
    },
  },
  {
    name: 'users:read.email',
    needed: false,
    why: {
      en: 'To know that somebody on Slack and on Teams is one person, by an e-mail that Slack has verified.',
      zh: '通过 Slack 验证过的邮箱，识别 Slack 与 Teams 上的同一个人。',
    },
    without: {
      en: 'ADMINS and MANAGERS can only be Slack ids, and nobody is linked across platforms.',
      zh: 'ADMINS 和 MANAGERS 只能填写 Slack ID；无法跨平台识别同一人。',
    },
  },
  {
    name: 'app_mentions:read',
    needed: false,
    why: {
      en: 'To answer help when somebody mentions the bot in a channel.',
      zh: '有人在频道中提及机器人时，私下回复帮助。',
    },
    without: { en: 'A mention of the bot is not answered.', zh: '提及机器人时没有回应。' },
  },
  {
    name: 'channels:read',
    needed: false,
    why: {
      en: 'To check that a public channel exists and who is in it, and to notice when the bot is invited.',
      zh: '检查公开频道是否存在、有哪些成员，并得知机器人被邀请加入。',
    },
    without: {
      en: 'The doctor cannot check public channels, and an invitation is noticed only at the next change of a case.',
      zh: '自检无法检查公开频道；受邀加入后，要等个案下次变化才会发送。',
    },
  },
  {
    name: 'groups:read',
    needed: false,
    why: { en: 'The same for private channels.', zh: '私有频道同上。' },
    without: { en: 'The doctor cannot check private channels.', zh: '自检无法检查私有频道。' },
  },
  {
    name: 'usergroups:read',
    needed: false,
    why: {
      en: 'To know who is in the user group whose members respond, where you choose one in “/desk setup”.',
      zh: '在“/desk setup”中选择由某个用户组处理个案时，读取该组成员。',
    },
    without: { en: 'Responders cannot come from a user group.', zh: '无法由用户组担任处理人。' },
  },
  {
    name: 'channels:history',
    needed: false,
    why: {
      en: 'Only to look up, by its hidden key, a card whose sending to a public channel was cut off.',
      zh: '仅用于按隐藏键核对中断的卡片是否已送达公开频道。',
    },
    without: {
      en: 'A card whose sending to a public channel was cut off may come twice.',
      zh: '发往公开频道时中断的卡片可能重复发送。',
    },
  },
  {
    name: 'groups:history',
    needed: false,
    why: { en: 'The same for private channels.', zh: '私有频道同上。' },
    without: {
      en: 'A card whose sending to a private channel was cut off may come twice.',
      zh: '发往私有频道时中断的卡片可能重复发送。',
    },
  },
  {
    name: 'files:write',
    needed: false,
    why: {
      en: 'To show pictures in cards, and to hand out reports and exports as files.',
      zh: '在卡片中显示图片，并以文件形式提供报告和导出内容。',
    },
    without: {
      en: 'Pictures are described in words, and files cannot be opened.',
      zh: '图片只能以文字描述，文件无法打开。',
    },
  },
  {
    name: 'files:read',
    needed: false,
    why: {
      en: 'To fetch the screenshots that people add to a report; no other file is read.',
      zh: '读取随上报提交的截图；不读取其他文件。',
    },
    without: { en: 'Screenshots of reports are lost.', zh: '上报时提交的截图无法保存。' },
  },
];
