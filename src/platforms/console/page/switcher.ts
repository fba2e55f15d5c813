/** The list of people that one visitor can act as. */
import type { ShownPerson } from '../protocol.ts';
import { avatar } from './avatar.ts';
import { button, byId, el, fill, ICONS, icon } from './dom.ts';
import { locale, state, words } from './state.ts';

export function renderSwitcher(become: (account: string) => void): void {
  const { sync, as } = state;
  const menu = byId('people', HTMLElement);
  menu.setAttribute('role', 'menu');
  menu.setAttribute('aria-label', words().switchPerson);
  fill(menu, [sync?.people, as, locale()], () =>
    (sync?.people ?? []).map((person) =>
      choice(person, person.account === as, () => {
        menu.hidePopover();
        become(person.account);
      }),
    ),
  );
}

function choice(person: ShownPerson, chosen: boolean, onclick: () => void): HTMLElement {
  return button(
    {
      class: 'person',
      testid: `person-${person.account}`,
      attributes: { role: 'menuitemradio', 'aria-checked': String(chosen) },
      onclick,
    },
    avatar(person.account, person.name),
    el('span', { class: 'who' }, el('strong', { text: person.name }), el('span', { text: person.title[locale()] })),
    el('small', { class: 'language', text: words().language[person.locale] }),
    chosen && icon(ICONS.check),
  );
}

/** Up and down walk the list, as in any menu. */
export function walkSwitcher(): void {
  const menu = byId('people', HTMLElement);
  menu.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const all = [...menu.querySelectorAll('button')];
    const at = all.findIndex((one) => one.matches(':focus'));
    all[(at + step + all.length) % all.length]?.focus();
  });
  menu.addEventListener('beforetoggle', () => {
    const below = document.querySelector('[data-testid="person-switcher"]')?.getBoundingClientRect();
    if (!below) return;
    menu.style.left = `${below.left}px`;
    menu.style.top = `${below.bottom + 6}px`;
  });
  menu.addEventListener('toggle', () => {
    if (menu.matches(':popover-open')) menu.querySelector<HTMLElement>('[aria-checked="true"]')?.focus();
  });
}
