/** What this tab knows. Panels read it and are told when it changed. */
import type { AdaptiveCard } from '#src/view/adaptive/types.ts';
import type { Place, ShownMessage, ShownPerson, Sync } from '../protocol.ts';
import { type PageWords, wordsOf } from './words.ts';

export type View = Place | { readonly kind: 'home' };

/** What only this tab shows, for as long as it is open: answers to one person, and their own words. */
export type Local = {
  readonly id: string;
  readonly account: string;
  readonly place: Place;
  readonly at: string;
  readonly shows:
    | { readonly type: 'said'; readonly text: string }
    | { readonly type: 'line'; readonly text: string; readonly bad: boolean }
    | { readonly type: 'card'; readonly card: AdaptiveCard; readonly summary: string };
};

type State = {
  as: string;
  view: View;
  sync: Sync | undefined;
  readonly messages: Map<string, ShownMessage>;
  local: readonly Local[];
  home: AdaptiveCard | undefined;
  offline: boolean;
};

export const state: State = {
  as: '',
  view: { kind: 'home' },
  sync: undefined,
  messages: new Map(),
  local: [],
  home: undefined,
  offline: false,
};

const listeners: (() => void)[] = [];
let telling = false;

export const onChange = (listener: () => void): void => void listeners.push(listener);

/** Tells the panels once, however much changes at a stroke. */
export function changed(): void {
  if (telling) return;
  telling = true;
  queueMicrotask(() => {
    telling = false;
    for (const listener of listeners) listener();
  });
}

export const me = (): ShownPerson | undefined => state.sync?.people.find(({ account }) => account === state.as);
export const words = (): PageWords => wordsOf(me()?.locale ?? 'en');
export const locale = () => me()?.locale ?? 'en';

export const samePlace = (a: View, b: View): boolean =>
  a.kind === b.kind && (a.kind === 'home' || (b.kind !== 'home' && a.id === b.id));

/** The newer version wins, whichever came first; of one version, the one that was drawn later. */
export function keep(message: ShownMessage): void {
  const known = state.messages.get(message.ref);
  const isNewer = !known || known.version < message.version;
  if (isNewer || (known.version === message.version && known.day < message.day))
    state.messages.set(message.ref, message);
}

export function addLocal(place: Place, shows: Local['shows']): string {
  const id = crypto.randomUUID();
  state.local = [...state.local, { id, account: state.as, place, at: new Date().toISOString(), shows }].slice(-100);
  changed();
  return id;
}
export function changeLocal(id: string, shows: Local['shows'] | undefined): void {
  state.local = state.local.flatMap((one) => (one.id !== id ? [one] : shows ? [{ ...one, shows }] : []));
  changed();
}
