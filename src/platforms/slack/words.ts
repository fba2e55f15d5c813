/** What the Slack side itself says to people, in both languages. */
import type { Locale } from '#src/core/rules.ts';

type SlackWords = {
  /** Between a label and its value. */
  readonly colon: string;
  readonly app: string;
  readonly close: string;
  readonly cancel: string;
  readonly ticks: string;
  readonly nothingToChoose: string;
  /** The form's arguments do not fit into a dialog. */
  readonly tooLong: string;
  readonly notOpened: string;
  readonly saving: string;
  readonly stranger: string;
  readonly unknown: string;
  readonly joined: string;
};

export const slackWords: { readonly [L in Locale]: SlackWords } = {
  en: {
    colon: ': ',
    app: 'Goodword',
    close: 'Close',
    cancel: 'Cancel',
    ticks: 'Tick what applies',
    nothingToChoose: 'There is nothing to choose from at the moment.',
    tooLong: 'This is too long for a form in Slack. Please open it from its card, or shorten it.',
    notOpened: 'Slack did not open the form in time. Nothing is lost; please try again.',
    saving: 'Still saving; the result comes here. If you close this, it comes as a direct message.',
    stranger: 'Goodword answers only people of the company that installed it.',
    unknown: 'This button is no longer in use. Please open the card again.',
    joined: 'Goodword is in this channel now. Type “/desk here” to have cases shown here.',
  },
  zh: {
    colon: '：',
    app: '口碑台',
    close: '关闭',
    cancel: '取消',
    ticks: '可多选',
    nothingToChoose: '目前没有可选项。',
    tooLong: '内容过长，无法在 Slack 表单中打开。请从卡片打开，或缩短内容。',
    notOpened: 'Slack 未能及时打开表单。内容没有丢失，请重试。',
    saving: '仍在保存，结果会显示在这里；若您关闭此窗口，结果会以私信发给您。',
    stranger: '口碑台仅供安装本应用的公司内部人员使用。',
    unknown: '此按钮已停用，请重新打开卡片。',
    joined: '口碑台已加入此频道。输入“/desk here”，个案就会显示在这里。',
  },
};
