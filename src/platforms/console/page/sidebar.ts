/** The left side: who we act as, where we can go, and what this console is. */
import type { Place } from '../protocol.ts';
import { avatar } from './avatar.ts';
import { button, byId, el, fill, ICONS, icon } from './dom.ts';
import { closeDrawers } from './panels.ts';
import { changed, locale, me, samePlace, state, type View, words } from './state.ts';
import { isUnread } from './unread.ts';

export function renderSidebar(): void {
  const { sync, as, view } = state;
  const places: Place[] = (sync?.channels ?? []).map(({ id }) => ({ kind: 'channel', id }));
  const direct: Place = { kind: 'direct', id: as };
  const unread = [...places, direct].map((place) => isUnread(as, place, state.messages.values()));
  fill(byId('side', HTMLElement), [as, locale(), view, sync?.channels, unread], () => {
    const t = words();
    return [
      el(
        'div',
        { class: 'brand' },
        el('img', { attributes: { src: '/icon.svg', alt: '', width: '32', height: '32' } }),
        el('div', {}, el('strong', { text: t.product }), el('span', { text: t.tagline })),
      ),
      acting(),
      el(
        'div',
        { class: 'places', testid: 'channel-list' },
        place({ kind: 'home' }, t.home, ICONS.home, false),
        el('h2', { text: t.channels }),
        ...(sync?.channels ?? []).map(({ id, name }, index) =>
          place({ kind: 'channel', id }, name[locale()], ICONS.hash, unread[index] === true),
        ),
        el('h2', { text: t.direct }),
        place(direct, t.product, ICONS.direct, unread.at(-1) === true),
      ),
      el('p', { class: 'local', text: t.local, testid: 'local' }),
    ];
  });
}

function acting(): HTMLElement {
  const t = words();
  const person = me();
  return button(
    {
      class: 'acting',
      testid: 'person-switcher',
      attributes: { popovertarget: 'people', 'aria-haspopup': 'menu', title: t.switchPerson },
    },
    person && avatar(person.account, person.name),
    el(
      'span',
      { class: 'who' },
      el('small', { text: person ? `${t.actingAs} · ${t.language[person.locale]}` : t.actingAs }),
      el('strong', { text: person?.name ?? '…' }),
      person && el('span', { text: person.title[locale()], testid: 'acting-title' }),
    ),
    icon(ICONS.down),
  );
}

function place(to: View, name: string, drawing: string, unread: boolean): HTMLElement {
  const here = samePlace(state.view, to);
  const testid = to.kind === 'home' ? 'place-home' : `place-${to.kind === 'direct' ? 'direct' : to.id}`;
  return button(
    {
      class: `place${unread && !here ? ' unread' : ''}`,
      testid,
      attributes: { 'aria-current': here ? 'page' : undefined },
      onclick: () => go(to),
    },
    icon(drawing),
    el('span', { class: 'name', text: name }),
    unread && !here && el('span', { class: 'dot', attributes: { role: 'img', 'aria-label': words().unread } }),
  );
}

function go(to: View): void {
  state.view = to;
  closeDrawers();
  changed();
}
