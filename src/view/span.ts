/** Text as typed parts. A plain string is literal: what a person typed is data, and no renderer may bring it alive. */
import type { Instant, PersonId } from '#src/core/event.ts';

export type Span =
  | string
  | { readonly b: string }
  | { readonly i: string }
  /** A live link. Only for addresses that passed `isWebLink`; renderers show `text`. */
  | { readonly link: string; readonly text: string }
  /** A person, by the name the reader knows; a platform may turn it into its own mention without notifying. */
  | { readonly person: PersonId; readonly name: string }
  /** An instant, shown in the reader's zone and language. */
  | { readonly at: Instant; readonly show: 'date' | 'time' | 'both' };

export type Text = string | readonly Span[];

/** The spans of a text, whichever way it was given. */
export const spans = (text: Text): readonly Span[] => (typeof text === 'string' ? [text] : text);
