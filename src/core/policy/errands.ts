/** A material change demands new signatures: a campaign of its own, for those who signed what is no longer in force. */
import type { CampaignCommand } from '../campaign/campaign.ts';
import type { Happened } from '../event.ts';
import type { Rules } from '../rules.ts';
import type { PolicyCommand, PolicyEvent, PolicyState } from './policy.ts';

type Errand = {
  readonly event: { readonly id: string };
  readonly to: string;
  readonly command: CampaignCommand;
  readonly done: PolicyCommand;
};
type Whole = { readonly id: string; readonly state: PolicyState; readonly history: readonly Happened<PolicyEvent>[] };

/** The campaign that follows a version. */
const campaignAfter = (policy: string, number: number): string => `${policy}-${number}`;

export const signatureErrands =
  (rules: () => Pick<Rules, 'signing'>) =>
  ({ id, state, history }: Whole): readonly Errand[] =>
    state.unasked.flatMap((number) => {
      const published = history.find(({ event }) => event.type === 'published' && event.number === number);
      if (!published) return [];
      const audience = { to: 'signers', policy: id, before: number } as const;
      const term = { days: rules().signing.days };
      return {
        event: published.meta,
        to: campaignAfter(id, number),
        command: { type: 'open', policies: [id], audience, term, why: 'changed', note: '' },
        done: { type: 'asked', number },
      };
    });
