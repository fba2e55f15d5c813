/** A person's initials on a colour of their own. */
import { el } from './dom.ts';
import { state } from './state.ts';

const COLOURS = 9;

/** Two letters of a Latin name; the last two characters of a Chinese one, as people there do. */
function initials(name: string): string {
  if (/\p{Script=Han}/u.test(name)) return [...name].slice(-2).join('');
  const parts = name.split(/\s+/).filter(Boolean);
  return [parts[0], parts.length > 1 ? parts.at(-1) : undefined].map((part) => part?.charAt(0) ?? '').join('');
}

/** Colours go by the order of people, so that neighbours differ. */
export function avatar(account: string, name: string): HTMLElement {
  const seat = state.sync?.people.findIndex((person) => person.account === account) ?? 0;
  return el('span', {
    class: `avatar avatar-${Math.max(0, seat) % COLOURS}`,
    text: initials(name),
    attributes: { 'aria-hidden': 'true' },
  });
}

export const deskAvatar = (): HTMLElement =>
  el('span', { class: 'avatar desk', attributes: { 'aria-hidden': 'true' } }, el('span', { text: 'G' }));
