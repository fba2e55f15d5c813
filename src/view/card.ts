/** The neutral card. A block exists only if every platform can show it; limits are each platform's own business. */
import type { PictureMedia } from '#src/core/file/file.ts';
import type { Locale } from '#src/core/rules.ts';
import type { Text } from './span.ts';

/** What a button carries back: never identity, role or state, which are read anew. */
export type Args = { readonly [key: string]: string };

/** Teams must know before the click whether a button acts, opens a form or goes to a link; so it is said here. */
export type Button = {
  readonly label: string;
  readonly does:
    | { readonly type: 'act'; readonly action: string; readonly args: Args }
    | { readonly type: 'open'; readonly form: string; readonly args: Args }
    | { readonly type: 'link'; readonly url: string };
  readonly look?: 'primary' | 'danger';
  /** Asked before the button acts. */
  readonly confirm?: { readonly title: string; readonly text: string; readonly yes: string; readonly no: string };
};

export type Tone = 'neutral' | 'good' | 'warning' | 'alarm';

export type Block =
  | { readonly type: 'heading'; readonly text: string }
  | { readonly type: 'text'; readonly text: Text }
  /** Something that was posted or typed, set apart and shown verbatim. */
  | { readonly type: 'quote'; readonly text: string; readonly from?: string }
  | { readonly type: 'facts'; readonly rows: readonly { readonly label: string; readonly value: Text }[] }
  | { readonly type: 'list'; readonly items: readonly Text[] }
  | { readonly type: 'note'; readonly text: Text }
  | { readonly type: 'status'; readonly tone: Tone; readonly text: Text }
  | { readonly type: 'divider' }
  | PictureBlock
  | FileBlock
  | { readonly type: 'buttons'; readonly buttons: readonly Button[] };

/** A picture in the store. Its digest is its content, so that a card is compared and kept without the bytes. */
export type PictureBlock = {
  readonly type: 'picture';
  readonly digest: string;
  readonly media: PictureMedia;
  /** What it shows, for whoever cannot see it, and where a platform cannot show it. */
  readonly alt: string;
  /** Pixels; 0 when unknown. */
  readonly width: number;
  readonly height: number;
};
/** A file in the store, to be downloaded. `size` in bytes. */
export type FileBlock = {
  readonly type: 'file';
  readonly digest: string;
  readonly name: string;
  readonly media: string;
  readonly size: number;
};

export type Card = {
  /** One or two sentences that a screen reader or a notification can live on. */
  readonly summary: string;
  readonly blocks: readonly Block[];
  readonly locale: Locale;
  /** IANA zone in which instants are shown where the platform does not localise them itself. */
  readonly timeZone: string;
  /**
   * Whoever works at the desk may read this shared card in a view of their own: the action answers with it by `replace`.
   * Where a platform knows no such views, or where too many would have one, everybody reads the card as it is.
   */
  readonly ownView?: { readonly action: string; readonly args: Args };
};

export const heading = (text: string): Block => ({ type: 'heading', text });
export const text = (value: Text): Block => ({ type: 'text', text: value });
export const quote = (value: string, from?: string): Block => ({ type: 'quote', text: value, ...(from && { from }) });
export const facts = (rows: readonly { label: string; value: Text }[]): Block => ({ type: 'facts', rows });
export const list = (items: readonly Text[]): Block => ({ type: 'list', items });
export const note = (value: Text): Block => ({ type: 'note', text: value });
export const status = (tone: Tone, value: Text): Block => ({ type: 'status', tone, text: value });
export const divider: Block = { type: 'divider' };
export const picture = (shown: Omit<PictureBlock, 'type'>): Block => ({ type: 'picture', ...shown });
export const file = (offered: Omit<FileBlock, 'type'>): Block => ({ type: 'file', ...offered });
/** The pictures and files of a card: what a platform has to bring along. */
export const attached = ({ blocks }: Card): readonly (PictureBlock | FileBlock)[] =>
  blocks.filter((block) => block.type === 'picture' || block.type === 'file');
export const buttons = (...all: readonly (Button | false | undefined)[]): Block => ({
  type: 'buttons',
  buttons: all.filter((button) => button !== false && button !== undefined),
});

/** A button that acts at once. */
export const act = (label: string, action: string, args: Args, more?: Pick<Button, 'look' | 'confirm'>): Button => ({
  label,
  does: { type: 'act', action, args },
  ...more,
});
/** A button that opens a form; its label ends in "…". */
export const opens = (label: string, form: string, args: Args, more?: Pick<Button, 'look'>): Button => ({
  label,
  does: { type: 'open', form, args },
  ...more,
});
/** A button that goes to a web address. */
export const goes = (label: string, url: string): Button => ({ label, does: { type: 'link', url } });
