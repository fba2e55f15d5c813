/** What a click on one of our cards asks for. The data passed through somebody's hands, so nothing of it is believed unchecked. */

/** Before the name of an input for files, here and among the values that are sent. */
export const FILES = 'files.';

type Args = { readonly [key: string]: string };
/** The part of an interaction that a card's button can make. */
export type Pressed =
  | { readonly type: 'act'; readonly action: string; readonly args: Args }
  | { readonly type: 'open'; readonly form: string; readonly args: Args }
  | {
      readonly type: 'submit';
      readonly form: string;
      readonly args: Args;
      readonly values: { readonly [name: string]: string | boolean };
    };

/** Undefined when it is none of ours. `verb` stands in the data where the host carries none of its own. */
export function pressed(verb: unknown, data: unknown): Pressed | undefined {
  if (!isRecord(data) || !isArgs(data.args)) return undefined;
  const { action, form, args } = data;
  switch (verb ?? data.verb) {
    case 'act':
      return typeof action === 'string' ? { type: 'act', action, args } : undefined;
    case 'open':
      return typeof form === 'string' ? { type: 'open', form, args } : undefined;
    case 'submit':
      return typeof form === 'string' ? { type: 'submit', form, args, values: values(data) } : undefined;
    default:
      return undefined;
  }
}

function values(data: { readonly [key: string]: unknown }): { readonly [name: string]: string | boolean } {
  return Object.fromEntries(
    Object.entries(data).flatMap(([key, value]): [string, string | boolean][] => {
      if (typeof value !== 'string') return [];
      if (key.startsWith('is.')) return [[key.slice(3), value === 'true']];
      // Whoever draws inputs for files knows what their text means; the name says that it is no other text.
      if (key.startsWith(FILES)) return [[key, value]];
      return key.startsWith('in.') ? [[key.slice(3), value]] : [];
    }),
  );
}

const isRecord = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isArgs = (value: unknown): value is Args =>
  isRecord(value) && Object.values(value).every((part) => typeof part === 'string');
