/** What a modal needs to know besides its form: who reads it, and what was typed before. */
import type { PersonId } from '#src/core/event.ts';
import type { Locale } from '#src/core/rules.ts';
import type { RawValues } from '../platform.ts';
import type { From } from './metadata.ts';

/** Who reads a form, and how a person of the desk is called on Slack. */
export type FormReader = {
  readonly locale: Locale;
  readonly timeZone: string;
  readonly accountOf: (person: PersonId) => string | undefined;
  /** Without the permission to read files, Slack would refuse a form that asks for some. */
  readonly noFiles?: true;
};

/** A form that came back: what was typed, and what is wrong with it. */
export type FormState = {
  readonly values: RawValues;
  readonly errors: { readonly [name: string]: string };
  readonly formError?: string;
};

export type FormOptions = {
  readonly from: From;
  /**
   * Part of the ids of the inputs. Slack keeps what was typed under the same id, whatever the new view says: so a form
   * that comes back keeps its nonce, and another one must have its own.
   */
  readonly nonce: string;
  readonly state?: FormState;
};
