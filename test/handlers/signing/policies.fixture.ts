/** Two small policies, and what they say after a change. */
import type { Clause, Policy } from '#src/content/policy.ts';

const clause = (policy: string, number: string, en: string, zh: string): Clause => ({
  ...{ id: `${policy}#${number}`, number, title: { en: `Duty ${number}`, zh: `义务 ${number}` }, text: { en, zh } },
});

const policy = (id: string, en: string, zh: string, owner: string, clauses: readonly Clause[]): Policy => ({
  ...{ id, title: { en, zh }, version: '1.0.0', owner, clauses, undecided: [] },
  sections: [{ number: '1', title: { en: 'All', zh: '总则' } }],
});

const secrets = clause('pledge', '1.1', 'I keep secrets.', '我保守秘密。');
const polite = clause('pledge', '1.2', 'I answer politely.', '我礼貌答复。');
const alone = clause('pledge', '2.1', 'I speak for myself.', '我只代表本人。');
const media = clause('media', '1.1', 'Reply within 24 hours.', '须在二十四小时内答复。');

export const pledge = policy('pledge', 'The pledge', '责任书', 'human-resources', [secrets, polite, alone]);
export const conduct = policy('media', 'Social media', '社交媒体', 'public-relations', [media]);
export const policies: readonly Policy[] = [pledge, conduct];

/** The pledge with one clause worded otherwise. */
export const changed: readonly Policy[] = [
  {
    ...pledge,
    clauses: [secrets, clause('pledge', '1.2', 'I answer politely and truthfully.', '我礼貌、如实答复。'), alone],
  },
  conduct,
];
