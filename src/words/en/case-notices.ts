/** Direct messages of the main road: to reporters, drafters, approvers and leaders. */
export const caseNotice = {
  received: {
    title: (number: string) => `Thank you. Your report is ${number}.`,
    joined: (number: string) =>
      `Thank you. This post is already being handled as ${number}; your report has joined it.`,
    doNotReply: 'Please do not comment on the post or answer it yourself, and do not forward it.',
    next: 'The desk checks the facts and answers where that helps. You will hear from me when it is over.',
    nextFollow: 'The desk checks the facts and answers where that helps. I will tell you about each step.',
    said: (number: string) => `Received as ${number}. Please do not answer the post yourself.`,
  },
  ended: {
    answered: (number: string) => `Your report ${number} is done: the company has answered.`,
    praised: (number: string) => `Your report ${number} is done: the author was thanked.`,
    dismissed: (number: string, why: string) =>
      `Your report ${number} was looked at and needs no answer from us: ${why.toLowerCase()}.`,
    quiet: (number: string) => `Your report ${number} has been dealt with.`,
    thanks: 'Thank you for telling us.',
  },
  step: {
    claimed: (number: string) => `${number}: somebody is working on your report.`,
    published: (number: string) => `${number}: the company has answered.`,
  },
  decision: {
    title: (number: string) => `${number}: a reply is waiting for your decision`,
    from: 'Submitted by',
    approved: (number: string) => `${number}: you approved the reply.`,
    rejected: (number: string) => `${number}: you sent the reply back.`,
    /** To those who were asked as well. */
    decided: (number: string) => `${number}: decided already. Nothing more to do here.`,
    withdrawn: (number: string) => `${number}: the reply was taken back. Nothing more to do here.`,
    spared: (number: string) => `${number}: your approval is not needed any more. Nothing more to do here.`,
  },
  undecided: {
    title: (number: string) => `${number}: nobody is there who may approve the reply`,
    nobody: 'Everybody who may approve this reply had a part in it. ',
    away: (names: string) => `Whoever else may approve this reply is away: ${names}. `,
    ask: (admins: string, role: string) =>
      `${admins === '' ? 'An administrator' : admins} can give somebody the role of ${role} with “desk team”; whoever gets it is asked at once.`,
  },
  approved: (number: string) => `${number}: your reply is approved. Publish exactly this text, then record it.`,
  rejected: (number: string, name: string) => `${number}: ${name} sent your reply back.`,
  submitted: (number: string) => `${number}: the reply is with the approvers. You will hear how they decide.`,
  withdrawnFact: (number: string) =>
    `${number}: a fact was revoked, so the reply was withdrawn. Check the facts and submit again.`,
  lapsed: {
    facts: (number: string) =>
      `${number}: the facts changed, so the approval has lapsed. The reply is being decided on again.`,
    severity: (number: string) => `${number} has become more serious, so the reply needs further approval.`,
  },
  critical: (number: string) => `Critical: ${number} needs an answer soon.`,
  planToConfirm: (number: string) => `${number}: a response plan is waiting for your confirmation`,
  deviation: (number: string) => `${number}: what was published differs from what was approved. Please settle this.`,
  handedOver: (name: string, number: string) => `${name} handed ${number} over to you.`,
};
