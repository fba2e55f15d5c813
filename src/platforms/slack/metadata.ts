/** What a modal carries until it is sent: which form, its arguments, and the channel in which it was opened. */
import type { Args } from '#src/view/card.ts';
import type { OpenForm } from '#src/view/form.ts';
import { argsIn, isArgs } from './buttons.ts';
import { LIMITS } from './limits.ts';

/** Where a form was opened: in a channel, or on somebody's home, which will show something else once it is sent. */
export type From = { readonly channel?: string | undefined; readonly home?: true | undefined };
export type Carried = { readonly form: string; readonly args: Args } & From;

/**
 * Undefined when it does not fit. An argument that only preset an input is left out when room is needed: the input
 * itself brings it back.
 */
export function metadataOf({ form, args, view }: OpenForm, { channel, home }: From): string | undefined {
  const write = (kept: Args) => JSON.stringify({ form, args: kept, channel, home });
  const whole = write(args);
  if (whole.length <= LIMITS.modal.metadata) return whole;
  const presets = (name: string, value: string) => {
    const input = view.inputs[name];
    return input !== undefined && 'initial' in input && input.initial === value;
  };
  const less = write(Object.fromEntries(Object.entries(args).filter(([name, value]) => !presets(name, value))));
  return less.length <= LIMITS.modal.metadata ? less : undefined;
}

/** Undefined when it is not of one of our forms. */
export function carried(metadata: string): Carried | undefined {
  try {
    const value: unknown = JSON.parse(metadata);
    if (typeof value !== 'object' || value === null || !('form' in value) || !('args' in value)) return undefined;
    const { form, args } = value;
    if (typeof form !== 'string' || !isArgs(args)) return undefined;
    const channel = 'channel' in value && typeof value.channel === 'string' ? { channel: value.channel } : {};
    return { form, args, ...channel, ...('home' in value && value.home === true && { home: true }) };
  } catch {
    return undefined;
  }
}

/** The channel of a modal that shows a card. */
export const channelIn = (metadata: string): string | undefined => argsIn(metadata)?.['channel'];
