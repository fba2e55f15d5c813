/** What the preview's server hands to its page. Types alone. */

/** One thing that Slack would show: a message, a dialog or a home, as the JSON that we send. */
export type Shown = {
  readonly title: string;
  readonly kind: 'message' | 'modal' | 'home';
  readonly locale: 'en' | 'zh';
  /** What a notification or a screen reader says of a message. */
  readonly text?: string;
  readonly json: Json;
};

export type Json = { readonly [key: string]: unknown };
