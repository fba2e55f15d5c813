/** Words of `policy`: the list, reading clause by clause, searching and asking. */
const clauses = (count: number) => `${count} ${count === 1 ? 'clause' : 'clauses'}`;

export const policy = {
  usage: 'the company’s rules: read them, search them, ask a question',
  title: 'Policies',
  intro: 'The rules for what we say online, and for what is said about us. Type “policy” and some words to search.',
  line: (version: string, count: number) => `Version ${version} · ${clauses(count)}`,
  undecided: (names: string) => `Still to be decided by the company: ${names}.`,
  /** For whoever can do something about it. */
  whereDecided: 'What is still to be decided goes under “blanks” in policies/desk.yaml.',
  none: 'There are no policies here yet. Whoever runs the Goodword server puts them in the policies folder.',
  search: 'Search…',
  ask: 'Ask…',
  all: 'All policies',
  read: 'Read',
  back: '◀ Back',
  next: 'Next ▶',
  contents: 'Contents',
  /** Below a clause: where it stands. */
  place: (policy: string, version: string, section: string) => `${policy} · version ${version} · ${section}`,
  position: (at: number, count: number, id: string) => `Clause ${at} of ${count} · cite it as ${id}`,
  section: (number: string, title: string) => `${number} ${title}`,
  chooseSection: 'Which part would you like to read?',
  noClause: (wanted: string) =>
    `There is no policy or clause “${wanted}”. Type “policy” to see them all, or “policy” and some words to search.`,
  /** Above a clause that was changed in the files. */
  waiting: {
    notYet: 'This wording is new and not in force yet: whoever answers for the policy has not decided on it.',
    inForce: 'In force until then',
  },
  searchForm: {
    title: 'Search the policies',
    question: 'What are you looking for?',
    hint: 'A few words, in English or Chinese: “journalist calls”, “lost phone”, “fake review”.',
    submit: 'Search',
  },
  askForm: {
    title: 'Ask the policies',
    question: 'Your question',
    hint: 'As you would ask a colleague: “Can I answer a bad review?”',
    submit: 'Ask',
  },
  found: 'Found in the policies',
  foundFor: (count: number, question: string) => `${clauses(count)} for “${question}”`,
  answered: 'What the policies say',
  answeredFor: (question: string) => `To your question “${question}”, these clauses come closest:`,
  judge: 'These are the company’s own words, found by the words of your question.',
  whole: 'Show in full',
  /** What a model makes of the clauses, where the company has one. */
  inquiry: {
    follows: 'These are the company’s own words. If they hold a short answer, it follows as a message to you.',
    title: 'Your question to the policies',
    unanswered: 'The clauses that I found do not answer this. Please ask the reputation desk.',
    read: (number: string) => `Read ${number}`,
    byModel:
      'Put together by a language model from these clauses and nothing else. What counts is what the clauses say.',
  },
  more: 'More results',
  again: 'Search again…',
  nothing: (question: string) => `I found nothing about “${question}”.`,
  tryOther: 'Try other words, or open a policy. The reputation desk answers what the policies leave open.',
};
