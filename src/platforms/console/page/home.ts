/** The person's home: asked for when it is opened, and again whenever the desk changed. */
import { perform } from './actions.ts';
import { cardElement } from './cards.ts';
import { byId, el } from './dom.ts';
import { state, words } from './state.ts';

/** What stands there; nothing yet. */
let shows: unknown = 'nothing';

export function renderHome(): void {
  const home = byId('home', HTMLElement);
  home.hidden = state.view.kind !== 'home';
  if (home.hidden || shows === state.home) return;
  shows = state.home;
  const { home: card } = state;
  const content = card
    ? el(
        'div',
        { class: 'card' },
        cardElement(card, (does) => perform(does).then(() => {})),
      )
    : el('p', { class: 'loading', text: words().loading });
  home.replaceChildren(content);
}

let asking = false;
let again = false;

/** One question at a time; changes meanwhile make one more. */
export async function refreshHome(): Promise<void> {
  if (state.view.kind !== 'home' || !state.as) return;
  if (asking) {
    again = true;
    return;
  }
  asking = true;
  await perform({ type: 'home' });
  asking = false;
  if (again) {
    again = false;
    await refreshHome();
  }
}
