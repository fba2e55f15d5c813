/** Forms in a modal dialog: the browser keeps the keyboard inside, Esc closes, an error keeps what was typed. */
import type { AdaptiveCard } from '#src/view/adaptive/types.ts';
import type { Pressed } from '../../../view/adaptive/pressed.ts';
import { cardElement } from './cards.ts';
import { button, byId, el, ICONS, icon } from './dom.ts';
import { returnToLeft } from './keyboard.ts';
import { words } from './state.ts';

/** What the server made of a form: the form again with its errors, all well, or nothing because it did not answer. */
export type Sent = AdaptiveCard | 'close' | 'stay';

export function showForm(title: string, card: AdaptiveCard, send: (does: Pressed) => Promise<Sent>): void {
  const dialog = byId('dialog', HTMLDialogElement);
  const body = el('div', { class: 'dialog-body' });
  const show = (shown: AdaptiveCard): void => {
    const form = cardElement(shown, async (does) => {
      const sent = await send(does);
      if (sent === 'close') dialog.close();
      else if (sent !== 'stay') show(sent);
    });
    sendByEnter(form);
    body.replaceChildren(form);
    const wrong = form.querySelector<HTMLElement>('[aria-invalid="true"]');
    (wrong ?? form.querySelector<HTMLElement>('input, textarea, select'))?.focus();
    if (!wrong) body.scrollTop = 0;
    // What is wrong with files stands at no input that could take the keyboard.
    form.querySelector('.field-error')?.scrollIntoView({ block: 'center' });
  };
  dialog.replaceChildren(
    el(
      'header',
      { class: 'dialog-head' },
      el('h2', { text: title, attributes: { id: 'dialog-title' } }),
      button(
        {
          class: 'quiet round',
          testid: 'dialog-close',
          attributes: { 'aria-label': words().close },
          onclick: () => dialog.close(),
        },
        icon(ICONS.close),
      ),
    ),
    body,
  );
  dialog.onclose = () => {
    // For a moment the keyboard still stands on an input that is gone.
    const { activeElement: active } = document;
    if (active instanceof HTMLElement && dialog.contains(active)) active.blur();
    returnToLeft();
  };
  if (!dialog.open) dialog.showModal();
  show(card);
}

/** As in any form; not while a Chinese word is being composed. */
function sendByEnter(form: HTMLElement): void {
  form.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing || !(event.target instanceof HTMLInputElement)) return;
    if (event.target.type !== 'text' && event.target.type !== 'date') return;
    event.preventDefault();
    form.querySelector<HTMLButtonElement>('.ac-pushButton.style-positive')?.click();
  });
}
