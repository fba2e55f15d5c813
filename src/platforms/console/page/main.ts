/** Starts the page: who this tab acts as, the live feed, and the panels that show it all. */
import { listen } from './api.ts';
import { prepareRenderer } from './cards.ts';
import { prepareComposer, renderComposer } from './composer.ts';
import { button, byId, el, fill, ICONS, icon } from './dom.ts';
import { renderGuide } from './guide.ts';
import { refreshHome, renderHome } from './home.ts';
import { renderMessages } from './messages.ts';
import { closeDrawers, drawer } from './panels.ts';
import { renderSidebar } from './sidebar.ts';
import { changed, keep, locale, onChange, state, words } from './state.ts';
import { renderSwitcher, walkSwitcher } from './switcher.ts';
import { languageTag } from './words.ts';

let stop = () => {};
let viewed = '';

/** From now on this tab is somebody else; others keep who they are. '' is whoever the server names first. */
function become(account: string): void {
  stop();
  state.home = undefined;
  state.messages.clear();
  isNow(account);
  closeDrawers();
  stop = listen(account, {
    connected(is) {
      if (is === 'refused' && account !== '') become('');
      state.offline = is !== 'open';
      changed();
    },
    sync(sync) {
      state.sync = sync;
      isNow(sync.me);
      state.messages.clear();
      sync.messages.forEach(keep);
      const { view } = state;
      if (view.kind === 'channel' && !sync.channels.some(({ id }) => id === view.id)) state.view = { kind: 'home' };
      changed();
      void refreshHome();
    },
    message(message) {
      keep(message);
      changed();
    },
    guide(guide) {
      if (state.sync) state.sync = { ...state.sync, guide };
      changed();
    },
    changed: () => void refreshHome(),
  });
  changed();
}

function isNow(account: string): void {
  state.as = account;
  if (state.view.kind === 'direct') state.view = { kind: 'direct', id: account };
  if (account === '') return;
  sessionStorage.setItem('as', account);
  history.replaceState(null, '', `/?as=${encodeURIComponent(account)}`);
}

function renderBar(): void {
  const { view, sync } = state;
  const t = words();
  const channel = view.kind === 'channel' ? sync?.channels.find(({ id }) => id === view.id) : undefined;
  const title = view.kind === 'home' ? t.home : (channel?.name[locale()] ?? t.product);
  fill(byId('bar', HTMLElement), [title, channel, locale()], () => [
    button(
      { class: 'quiet round to-side', attributes: { 'aria-label': t.menu }, onclick: () => drawer('side') },
      icon(ICONS.menu),
    ),
    icon(view.kind === 'home' ? ICONS.home : view.kind === 'channel' ? ICONS.hash : ICONS.direct),
    el('h1', { text: title, testid: 'title' }),
    el('span', { class: 'about', text: channel?.about?.[locale()] ?? '' }),
    button(
      { class: 'quiet round to-guide', attributes: { 'aria-label': t.guide }, onclick: () => drawer('guide') },
      icon(ICONS.guide),
    ),
  ]);
}

function render(): void {
  document.documentElement.lang = languageTag(locale());
  const offline = byId('offline', HTMLElement);
  offline.hidden = !state.offline;
  offline.textContent = words().reconnecting;
  const view = `${state.as} ${JSON.stringify(state.view)}`;
  if (view !== viewed && state.view.kind === 'home' && state.sync) void refreshHome();
  viewed = view;
  // Before the messages, because its height decides how far they scroll.
  renderComposer();
  renderMessages();
  renderSidebar();
  renderSwitcher(become);
  renderBar();
  renderHome();
  renderGuide(become);
}

prepareRenderer();
prepareComposer();
walkSwitcher();
byId('veil', HTMLElement).addEventListener('click', closeDrawers);
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') closeDrawers();
});
onChange(render);
become(new URLSearchParams(location.search).get('as') ?? sessionStorage.getItem('as') ?? '');
