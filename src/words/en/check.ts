/** Words of `check`: what somebody means to post, looked through before they do. */
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
  official: 'This reads as if the company were speaking. Such a text is reviewed by somebody else before it appears.',
  askDesk: (desk: string) => `Please ask ${desk} before you post it.`,
  askDeskAt: (desk: string, contact: string) => `Please ask ${desk} (${contact}) before you post it.`,
  /** Between a clause and what it says about the sentence. */
  because: ': ',
  more: (count: number) => (count === 1 ? 'There is one more remark.' : `There are ${count} more remarks.`),
  moreNext: 'Mend these first, then check again.',
  again: 'Check another…',
  readClause: (number: string, title: string) => `Read ${number} ${title}`,
  kept: 'Your text was not kept. Only the number of checks is counted, without names.',
  count: 'Texts checked this month',
};
