/** How much fits in an Adaptive Card. The one place where such numbers stand; shortening is always visible. */

/** Characters (UTF-16 units) per part. */
export type TextLimits = {
  readonly heading: number;
  readonly text: number;
  readonly quote: number;
  /** A value in a row of facts, an item of a list, a note, a status. */
  readonly line: number;
  /** Items of one list, rows of one table of facts. */
  readonly rows: number;
  /** Pixels that a picture is drawn wide at most. */
  readonly picture: number;
};

export const LIMITS = {
  /** Bytes in UTF-16, as Teams counts; it refuses a message of about 100 KB. Texts shrink to reach the aim. */
  aim: 25 * 1024,
  /** Beyond this, trailing blocks are left out, and the card says so. */
  most: 80 * 1024,
  /** Teams hides what is beyond the sixth button of a set. */
  buttonsPerSet: 6,
  buttonLabel: 60,
  /** So few options are shown at once; more become a drop-down. */
  expandedOptions: 4,
  card: { heading: 200, text: 3000, quote: 1500, line: 600, rows: 40, picture: 480 },
  /** A form shows a draft whole: nobody approves what they could not read. */
  form: { heading: 200, text: 9000, quote: 9000, line: 3000, rows: 100, picture: 480 },
} as const;

/** The same limits on a smaller scale; a line stays readable. */
export const scaled = (limits: TextLimits, scale: number): TextLimits => ({
  heading: limits.heading,
  text: Math.max(80, Math.floor(limits.text * scale)),
  quote: Math.max(80, Math.floor(limits.quote * scale)),
  line: Math.max(80, Math.floor(limits.line * scale)),
  rows: limits.rows,
  picture: limits.picture,
});

/** What a card weighs where it counts. */
export const weight = (card: unknown): number => JSON.stringify(card).length * 2;
