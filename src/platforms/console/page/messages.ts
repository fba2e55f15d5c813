/** The conversation: cards of the desk, answers for this person alone, and their own words, in order of time. */
import type { Place, ShownMessage } from '../protocol.ts';
import { perform } from './actions.ts';
import { avatar, deskAvatar } from './avatar.ts';
import { cardElement } from './cards.ts';
import { button, byId, el, ICONS, icon } from './dom.ts';
import { returnTo, spotOf } from './keyboard.ts';
import { changeLocal, type Local, locale, me, state, words } from './state.ts';
import { setRead } from './unread.ts';
import { languageTag } from './words.ts';

type Item = { readonly id: string; readonly at: string; readonly mark: string; readonly make: () => HTMLElement };

/** Elements that are there already, by what they show: an edit touches only the message it changes. */
let shown = new Map<string, { readonly mark: string; readonly element: HTMLElement }>();
let last = '';

export function renderMessages(): void {
  const list = byId('messages', HTMLElement);
  const { view } = state;
  list.hidden = view.kind === 'home';
  if (view.kind === 'home') return;
  list.setAttribute('aria-label', words().messages);
  const items = [...stored(view), ...local(view)].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const here = `${state.as} ${view.kind} ${view.id}`;
  const scroll = byId('scroll', HTMLElement);
  const follow = here !== last || scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 160;
  const newest = items.at(-1)?.id;
  const grew = newest !== undefined && !shown.has(newest);
  arrange(list, items);
  last = here;
  setRead(
    state.as,
    view,
    [...state.messages.values()]
      .map(({ at }) => at)
      .sort()
      .at(-1) ?? '',
  );
  if (follow || (grew && items.at(-1)?.mark.startsWith('local'))) toEnd(list, scroll);
}

/** To the newest, also when its pictures have come: only then is it known how tall it is. */
function toEnd(list: HTMLElement, scroll: HTMLElement): void {
  scroll.scrollTop = scroll.scrollHeight;
  for (const picture of list.lastElementChild?.querySelectorAll('img') ?? [])
    if (!picture.complete)
      picture.addEventListener('load', () => list.lastElementChild?.scrollIntoView({ block: 'nearest' }), {
        once: true,
      });
}

function arrange(list: HTMLElement, items: readonly Item[]): void {
  const next: typeof shown = new Map();
  const children: HTMLElement[] = [];
  let day = '';
  for (const item of items) {
    const itsDay = new Date(item.at).toDateString();
    if (itsDay !== day) children.push(el('li', { class: 'day' }, el('span', { text: dayName(item.at) })));
    day = itsDay;
    const known = shown.get(item.id);
    const element = known?.mark === item.mark ? known.element : item.make();
    element.dataset['item'] = item.id;
    next.set(item.id, { mark: item.mark, element });
    children.push(element);
  }
  shown = next;
  if (children.length === 0) children.push(empty());
  const spot = list.contains(document.activeElement) ? spotOf(document.activeElement) : undefined;
  // Touching a node that stays would take the keyboard out of it.
  for (const [index, child] of children.entries())
    if (list.children[index] !== child) list.insertBefore(child, list.children[index] ?? null);
  while (list.children.length > children.length) list.lastElementChild?.remove();
  returnTo(spot);
}

const stored = (place: Place): readonly Item[] =>
  [...state.messages.values()]
    .filter((message) => message.place.kind === place.kind && message.place.id === place.id)
    .map((message) => ({
      id: message.ref,
      at: message.at,
      mark: `${message.version} ${message.day} ${state.as} ${locale()}`,
      make: () => storedElement(message),
    }));

const local = (place: Place): readonly Item[] =>
  state.local
    .filter((one) => one.account === state.as && one.place.kind === place.kind && one.place.id === place.id)
    .map((one) => ({
      id: one.id,
      at: one.at,
      mark: `local ${JSON.stringify(one.shows)}`,
      make: () => localElement(one),
    }));

function storedElement(message: ShownMessage): HTMLElement {
  const { ref, key, place, card, summary, version, at } = message;
  const press = (does: Parameters<typeof perform>[0]) => perform(does, { place, ref }).then(() => {});
  const more = version > 0 ? el('span', { class: 'tag', text: words().edited }) : undefined;
  const body = el('div', { class: 'card' }, cardElement(card, press));
  return framed(deskAvatar(), words().product, at, { key, summary }, more, body);
}

function localElement({ id, at, shows, place }: Local): HTMLElement {
  const t = words();
  const person = me();
  if (shows.type === 'said') {
    const said = el('p', { class: 'said', text: shows.text });
    return framed(
      avatar(state.as, person?.name ?? ''),
      person?.name ?? '',
      at,
      { summary: shows.text },
      undefined,
      said,
    );
  }
  const only = el(
    'span',
    { class: 'tag only' },
    icon(ICONS.eye),
    el('span', { text: t.onlyYou }),
    button({ class: 'quiet', text: t.hide, onclick: () => changeLocal(id, undefined) }),
  );
  if (shows.type === 'line') {
    const line = el('p', { class: shows.bad ? 'said bad' : 'said', text: shows.text });
    return framed(deskAvatar(), t.product, at, { summary: shows.text }, only, line);
  }
  const press = (does: Parameters<typeof perform>[0]) => perform(does, { place, local: id }).then(() => {});
  const body = el('div', { class: 'card' }, cardElement(shows.card, press));
  return framed(deskAvatar(), t.product, at, { summary: shows.summary, only: true }, only, body);
}

function framed(
  face: HTMLElement,
  name: string,
  at: string,
  about: { readonly key?: string; readonly summary: string; readonly only?: true },
  more: HTMLElement | undefined,
  body: HTMLElement,
): HTMLElement {
  const date = new Date(at);
  const tag = languageTag(locale());
  const attributes = {
    tabindex: '-1',
    'data-key': about.key,
    'aria-label': about.summary,
    'data-only': about.only && 'true',
  };
  return el(
    'li',
    { class: 'message', testid: 'message', attributes },
    face,
    el(
      'div',
      { class: 'content' },
      el(
        'div',
        { class: 'meta' },
        el('strong', { text: name }),
        el('time', {
          text: date.toLocaleTimeString(tag, { hour: '2-digit', minute: '2-digit' }),
          attributes: { datetime: at, title: date.toLocaleString(tag) },
        }),
        more,
      ),
      body,
    ),
  );
}

function dayName(at: string): string {
  const t = words();
  const date = new Date(at);
  const days = Math.round((new Date().setHours(0, 0, 0, 0) - new Date(at).setHours(0, 0, 0, 0)) / 86_400_000);
  if (days === 0) return t.today;
  if (days === 1) return t.yesterday;
  return date.toLocaleDateString(languageTag(locale()), { weekday: 'long', day: 'numeric', month: 'long' });
}

function empty(): HTMLElement {
  const t = words();
  const direct = state.view.kind === 'direct';
  return el(
    'li',
    { class: 'empty', testid: 'empty' },
    el('span', { class: 'empty-mark' }, icon(direct ? ICONS.direct : ICONS.hash)),
    el('strong', { text: direct ? t.emptyDirect : t.emptyChannel }),
    el('span', { text: direct ? t.emptyDirectHint : t.emptyChannelHint }),
  );
}
