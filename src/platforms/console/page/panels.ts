/** Drawers on a narrow window, and the short notices at the foot. */
import { byId, el } from './dom.ts';

/** A notice goes by itself; what went wrong stays longer. Milliseconds. */
const STAYS = { good: 4_000, bad: 9_000 };
let going: ReturnType<typeof setTimeout> | undefined;

export function toast(text: string, kind: keyof typeof STAYS): void {
  const place = byId('toast', HTMLElement);
  place.replaceChildren(el('span', { text }));
  place.dataset['kind'] = kind;
  // Shown anew, so that it stands above a dialog too.
  place.hidePopover();
  place.showPopover();
  clearTimeout(going);
  going = setTimeout(() => {
    place.hidePopover();
  }, STAYS[kind]);
}

/** Opens one drawer, or closes both. */
export function drawer(which: 'side' | 'guide' | ''): void {
  const app = byId('app', HTMLElement);
  app.dataset['drawer'] = app.dataset['drawer'] === which ? '' : which;
}
export const closeDrawers = (): void => {
  byId('app', HTMLElement).dataset['drawer'] = '';
};
