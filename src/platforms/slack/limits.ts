/** How much Slack takes. The one place where such numbers stand; what is shortened says so. */

/** Characters (UTF-16 units) per part. */
export type TextLimits = {
  readonly text: number;
  readonly quote: number;
  /** A value in a row of facts, an item of a list, a note, a status. */
  readonly line: number;
  /** Items of one list, rows of one table of facts. */
  readonly rows: number;
};

export const LIMITS = {
  blocks: { message: 50, view: 100 },
  /** All text of a message or view; a little more is refused as `msg_blocks_too_long` without saying why. */
  allText: 12_000,
  card: { text: 3000, quote: 1500, line: 600, rows: 40 },
  /** A form shows a draft whole: nobody approves what they could not read. */
  form: { text: 6000, quote: 6000, line: 2000, rows: 80 },
  header: 150,
  contextText: 2000,
  altText: 2000,
  summary: 1500,
  buttons: { perBlock: 25, label: 75, value: 2000, url: 3000 },
  confirm: { title: 100, text: 300, yes: 30, no: 30 },
  modal: { title: 24, submit: 24, close: 24, metadata: 3000, stack: 3 },
  input: { label: 2000, hint: 2000, placeholder: 150, text: 3000, files: 10 },
  options: { most: 100, label: 75, value: 75, checks: 10, description: 75 },
  /** So few options are shown at once; more become a drop-down. */
  radios: 4,
  manifest: { command: 32, shortcut: 24, shortcuts: 10, usage: 100, description: 2000 },
} as const;

/** The same limits on a smaller scale; a line stays readable. */
export const scaled = (limits: TextLimits, scale: number): TextLimits => ({
  text: Math.max(80, Math.floor(limits.text * scale)),
  quote: Math.max(80, Math.floor(limits.quote * scale)),
  line: Math.max(80, Math.floor(limits.line * scale)),
  rows: limits.rows,
});
