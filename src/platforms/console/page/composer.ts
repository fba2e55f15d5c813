/** Where a person types: Enter sends, Shift+Enter breaks the line, a slash or the word itself offers commands. */
import { perform } from './actions.ts';
import { byId, el, ICONS, icon } from './dom.ts';
import { addLocal, state, words } from './state.ts';
import { fitting, meaning, suggestionElements } from './suggestions.ts';

const list = el('div', {
  class: 'suggestions',
  testid: 'suggestions',
  attributes: { role: 'listbox', id: 'suggestions' },
});
const field = el('textarea', {
  testid: 'composer',
  attributes: { rows: '1', role: 'combobox', 'aria-controls': 'suggestions', 'aria-autocomplete': 'list' },
});
const send = el('button', { class: 'send', testid: 'send', attributes: { type: 'submit' } }, icon(ICONS.send));
/** -1: none is chosen, so Enter sends what stands there. */
let active = -1;
let closed = false;

export function prepareComposer(): void {
  const form = byId('composer', HTMLElement);
  form.append(list, el('div', { class: 'field' }, field, send));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void submit();
  });
  field.addEventListener('input', () => {
    closed = false;
    active = field.value.startsWith('/') ? 0 : -1;
    renderComposer();
  });
  field.addEventListener('keydown', (event) => {
    if (key(event)) event.preventDefault();
  });
  field.addEventListener('blur', () => {
    closed = true;
    renderComposer();
  });
}

export function renderComposer(): void {
  const t = words();
  const { view } = state;
  byId('composer', HTMLElement).hidden = view.kind === 'home';
  field.placeholder = `${t.composer} · ${t.composerHint}`;
  field.setAttribute('aria-label', t.composer);
  send.setAttribute('aria-label', t.send);
  send.disabled = field.value.trim() === '';
  const commands = closed ? [] : fitting(field.value);
  active = Math.min(active, commands.length - 1);
  list.hidden = commands.length === 0;
  list.setAttribute('aria-label', t.commands);
  list.replaceChildren(...suggestionElements(commands, active, complete));
  field.setAttribute('aria-expanded', String(commands.length > 0));
  if (active >= 0) field.setAttribute('aria-activedescendant', `command-${active}`);
  else field.removeAttribute('aria-activedescendant');
  field.style.height = 'auto';
  field.style.height = `${Math.min(field.scrollHeight, 180)}px`;
}

function complete(name: string): void {
  field.value = `${field.value.startsWith('/') ? '/' : ''}${name} `;
  active = -1;
  field.focus();
  renderComposer();
}

/** Whether the key was for us. While a Chinese word is being composed, every key belongs to the input method. */
function key(event: KeyboardEvent): boolean {
  if (event.isComposing) return false;
  const commands = closed ? [] : fitting(field.value);
  const chosen = commands[active];
  switch (event.key) {
    case 'ArrowDown':
    case 'ArrowUp': {
      if (commands.length === 0) return false;
      const step = event.key === 'ArrowDown' ? 1 : -1;
      active = (Math.max(active, step < 0 ? 0 : -1) + step + commands.length) % commands.length;
      renderComposer();
      return true;
    }
    case 'Tab': {
      const first = chosen ?? commands[0];
      if (first) complete(first.name);
      return first !== undefined;
    }
    case 'Escape':
      closed = true;
      renderComposer();
      return commands.length > 0;
    case 'Enter':
      if (event.shiftKey) return false;
      if (chosen && field.value.replace('/', '') !== chosen.name) complete(chosen.name);
      else void submit();
      return true;
    default:
      return false;
  }
}

async function submit(): Promise<void> {
  const text = field.value;
  const { view } = state;
  if (text.trim() === '' || view.kind === 'home') return;
  field.value = '';
  renderComposer();
  addLocal(view, { type: 'said', text: text.trim() });
  const arrived = await perform(meaning(text), { place: view });
  // What did not arrive is not lost.
  if (!arrived && field.value === '') field.value = text;
  renderComposer();
}
