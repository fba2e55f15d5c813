/** Campaigns as handlers use them: few, and all of them in memory. */
import type { CampaignCommand, CampaignEvent, CampaignState } from '#src/core/campaign/campaign.ts';
import { Refused } from '#src/core/refused.ts';
import type { Records } from '../records.ts';

export type CampaignRecords = Records<CampaignState, CampaignCommand, CampaignEvent>;
export type Campaign = { readonly id: string } & Exclude<CampaignState, { status: 'none' }>;

export class Campaigns {
  readonly records: CampaignRecords;
  readonly #all = new Map<string, Campaign>();

  constructor(records: CampaignRecords) {
    this.records = records;
    records.onChange(({ id, state }) => this.#set(id, state));
  }

  async start(): Promise<void> {
    for await (const id of this.records.ids()) this.#set(id, (await this.records.read(id)).state);
  }

  get(id: string): Campaign | undefined {
    return this.#all.get(id);
  }

  must(id: string): Campaign {
    const found = this.#all.get(id);
    if (!found) throw new Refused({ code: 'campaign_unknown' });
    return found;
  }

  /** Open ones first, the newest first among them. */
  list(): readonly Campaign[] {
    const open = ({ status }: Campaign) => Number(status === 'open');
    return [...this.#all.values()].sort((a, b) => open(b) - open(a) || (a.at < b.at ? 1 : -1));
  }

  #set(id: string, state: CampaignState): void {
    if (state.status !== 'none') this.#all.set(id, { id, ...state });
  }
}
