/** The guide of the local console: what to try next, and as whom. */
export const guide = {
  channel: 'Every case has one card here, kept up to date.',
  steps: {
    report: {
      title: 'Report a post',
      hint: 'Act as Emma. Press “Report…” on her home, or type “report” and what she saw under Direct messages.',
    },
    claim: { title: 'Claim the case', hint: 'Act as James. The card is in the response channel.' },
    verify: { title: 'Check the facts', hint: 'Press “Facts…”: what does the post claim, and is it so?' },
    draft: {
      title: 'Draft a reply',
      hint: 'Press “Draft…”. Choose a template, leave the text empty, save: it is filled in.',
    },
    submit: {
      title: 'Submit it',
      hint: 'The check has read the draft: each finding cites its clause. “Submit” sends it to the approvers.',
    },
    approve: {
      title: 'Approve it, as somebody else',
      hint: 'Act as Olivia. The decision is waiting in her direct messages.',
    },
    publish: { title: 'Record the publication', hint: 'Act as James. “Published…” asks where it went out.' },
    effect: {
      title: 'Review the effect',
      hint: 'Falls due three days later; here you can do it at once. Small cases need none.',
    },
    close: { title: 'Close the case', hint: 'Name the cause and who improves it. Emma is told how it ended.' },
  },
};
