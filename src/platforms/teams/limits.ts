/** How much Teams takes, and how often. The one place where such numbers stand. */

export const LIMITS = {
  /** What one request to us may weigh: an activity is below 100 KB, a message action with a long body a little more. */
  body: 256 * 1024,
  /** Characters in a short message that answers a button. */
  toast: 300,
  /** People that a form offers to choose from; a card of more would outgrow its limit. */
  people: 100,
  dialog: { title: 60, width: 'large', height: 'large' },
  /** People whose view of a shared card may differ; beyond, Teams fetches none. */
  views: 60,
  /** How long an address of a picture or a file works, and to what it is rounded up; milliseconds. */
  links: {
    picture: { lasts: 90 * 86_400_000, step: 86_400_000 },
    file: { lasts: 86_400_000, step: 3_600_000 },
  },
  /** What stands in a message that becomes a report: a form's input takes so much. */
  said: 3000,
  manifest: { commands: 12, command: 32, usage: 128, short: 80, long: 4000 },
} as const;

/** Messages a bot may send to one thread: so many in so many milliseconds. */
export const RATES: readonly { readonly most: number; readonly within: number }[] = [
  { most: 7, within: 1_000 },
  { most: 8, within: 2_000 },
  { most: 60, within: 30_000 },
  { most: 1_800, within: 3_600_000 },
];

/** A call to Teams is given up after this; milliseconds. */
export const TIMEOUT = 15_000;
