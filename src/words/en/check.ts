/** Words of `check`: what somebody means to post, looked through before they do. */
import type { MaskedKind } from '#src/core/check/mask.ts';

const masked: { readonly [K in MaskedKind]: string } = {
  phone: '[phone number]',
  id: '[identity number]',
  card: '[card number]',
  email: '[e-mail address]',
  passport: '[passport number]',
  plate: '[number plate]',
  address: '[address]',
  iban: '[bank account]',
  key: '[key]',
  password: '[password]',
  internal: '[internal]',
};

export const check = {
  usage: 'have a text looked through before you post it; nothing of it is kept',
  form: {
    title: 'Check before posting',
    text: 'What you mean to post',
    hint: 'Nobody else sees it, and it is not kept.',
    submit: 'Check',
  },
  title: 'Before you post',
  fine: 'I see nothing that speaks against it.',
  fineNote: 'I look for words and patterns; whether it is wise, you judge best.',
  mend: 'Please look at this again before you post it.',
  blocked: 'Please don’t post this as it is.',
  /** For a text that speaks for the company. */
  askDesk: (desk: string) =>
    `What the company says is reviewed by somebody else before it appears. Please ask ${desk} before you post it.`,
  askDeskAt: (desk: string, contact: string) =>
    `What the company says is reviewed by somebody else before it appears. Please ask ${desk} (${contact}) before you post it.`,
  /** Between a clause and what it says about the sentence. */
  because: ': ',
  met: (words: string) => `“${words}” · `,
  remark: (say: string, mend: string) => `${say} ${mend}`,
  /** What stands in a shown sentence in place of what nobody should see. */
  masked,
  more: (count: number) => (count === 1 ? 'There is one more remark.' : `There are ${count} more remarks.`),
  moreNext: 'Mend these first, then check again.',
  again: 'Check another…',
  readClause: (number: string, title: string) => `Read ${number} ${title}`,
  kept: 'Your text was not kept. Only the number of checks is counted, without names.',
  count: 'Texts checked this month',
};
