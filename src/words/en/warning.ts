/** Words of the early warning: that mentions rise, on what grounds, and that they are quieter again. */

import type { WarningRefusal } from '#src/core/warning/refusal.ts';
import type { Sensitivity } from '#src/core/warning/rules.ts';
import type { Reader } from '#src/view/reader.ts';

const usually = (usual: string): string => (usual === '0' ? 'usually none' : `usually ${usual}`);
const sensitivities: { readonly [S in Sensitivity]: string } = { calm: 'calm', normal: 'normal', alert: 'alert' };

export const warningWords = {
  usage: 'is more being said about us than usual?',
  rising: 'More is being said about us than usual.',
  over: 'It is quieter again.',
  dismissed: (name: string) => `${name} says that this is no surge.`,
  all: 'All mentions',
  topic: (kind: string, name: string) => `${kind} · ${name}`,
  hour: (count: string, usual: string) => `${count} in the last hour, ${usually(usual)}`,
  day: (count: string, usual: string) => `${count} in the last day, ${usually(usual)}`,
  height: { hour: (count: string) => `up to ${count} in an hour`, day: (count: string) => `up to ${count} in a day` },
  /** Between what is counted and its figures. */
  since: 'Noticed ',
  until: ' · quieter since ',
  still: ' · still up',
  /** Heading in the digest and in reports. */
  digest: 'Early warnings',
  told: ' · leaders have been told',
  cases: 'See the cases',
  notSurge: 'Not a surge…',
  quiet: 'Nothing unusual at the moment.',
  sensitivity: (sensitivity: Sensitivity) =>
    `Sensitivity: ${sensitivities[sensitivity]}. Whoever administers Goodword can change it in policies/desk.yaml.`,
  noCases: 'None of these cases is open to you any more.',
  form: {
    title: 'Not a surge',
    intro: 'I will keep quiet about these topics for a while, unless they double.',
    reason: 'Why is it none?',
    hint: 'For example: our own campaign began today.',
    submit: 'End the warning',
  },
};

export function warningRefusal(r: WarningRefusal, { t }: Reader): string {
  switch (r.code) {
    case 'warning_unknown':
      return 'There is no such warning.';
    case 'warning_over':
      return 'This warning is over already.';
    case 'warning_needs_role':
      return `Only ${t.people.or(r.need.map((role) => t.people.roles[role]))} can say that a warning is none.`;
  }
}
