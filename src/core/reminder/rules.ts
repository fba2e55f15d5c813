/** When and where reminders of the rules are posted (policies/desk.yaml). */

/** In the order of `Date`: 0 is Sunday. */
export const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

export type ChannelReminderRules = {
  /** The channel's name in the settings (`desk here staff`); where no channel has it, nothing is posted. */
  readonly channel: string;
  readonly days: readonly Weekday[];
  /** Minutes since midnight, in the company's zone. */
  readonly at: number;
};
