/** An input for files: chosen, dropped or pasted. Each goes up at once; the text input that it stands for names them. */
import { sendFile } from './api.ts';
import { button, el, ICONS, icon } from './dom.ts';
import { words } from './state.ts';

type Rules = { readonly accept: readonly string[]; readonly most: number; readonly maxBytes: number };

/** Names of what went up from this tab, by digest, for a form that comes back. */
const names = new Map<string, string>();

/** Puts the input in the place of `control`. `busy` is told when something goes up, and when nothing does any more. */
export function takeFiles(control: HTMLInputElement, rules: Rules, busy: (is: boolean) => void): void {
  const { accept, most, maxBytes } = rules;
  const digests = control.value === '' ? [] : control.value.split(',');
  const list = el('ul', { class: 'files' });
  const said = el('p', { class: 'files-said', attributes: { role: 'status' } });
  const chooser = el('input', {
    class: 'hidden-input',
    testid: 'files',
    attributes: { type: 'file', accept: accept.join(','), multiple: most > 1 ? '' : undefined, tabindex: '-1' },
  });
  const add = button({ class: 'files-add', onclick: () => chooser.click() }, icon(ICONS.clip), words().addFiles);
  const area = el('div', { class: 'files-area', attributes: { role: 'group' } }, list, add, chooser, said);
  const label = control.getAttribute('aria-label') ?? control.getAttribute('aria-labelledby');
  if (label) area.setAttribute(control.hasAttribute('aria-label') ? 'aria-label' : 'aria-labelledby', label);

  function show(): void {
    control.value = digests.join(',');
    add.hidden = digests.length >= most;
    list.replaceChildren(...digests.map(line));
  }

  function line(digest: string): HTMLElement {
    const name = names.get(digest) ?? digest.slice(0, 8);
    const remove = button(
      {
        class: 'quiet round',
        attributes: { 'aria-label': words().removeFile(name) },
        onclick: () => {
          digests.splice(digests.indexOf(digest), 1);
          show();
          add.focus();
        },
      },
      icon(ICONS.close),
    );
    return el('li', { testid: 'file' }, icon(ICONS.clip), el('span', { text: name }), remove);
  }

  async function take(files: readonly File[]): Promise<void> {
    said.textContent = '';
    busy(true);
    try {
      for (const file of files) {
        if (digests.length >= most) said.textContent = words().tooManyFiles(most);
        else if (file.size > maxBytes) said.textContent = words().fileTooLarge(file.name, maxBytes / 1024 / 1024);
        else await send(file);
      }
    } finally {
      busy(false);
    }
  }

  async function send(file: File): Promise<void> {
    try {
      const digest = await sendFile(file);
      names.set(digest, file.name);
      if (!digests.includes(digest)) digests.push(digest);
    } catch {
      said.textContent = words().fileNotSent(file.name);
    }
    show();
  }

  chooser.addEventListener('change', () => {
    const files = [...(chooser.files ?? [])];
    // So that the same file, chosen again, is a change again.
    chooser.value = '';
    void take(files);
  });
  area.addEventListener('dragover', (event) => event.preventDefault());
  area.addEventListener('drop', (event) => {
    event.preventDefault();
    void take([...(event.dataTransfer?.files ?? [])]);
  });
  show();
  control.hidden = true;
  control.after(area);
  // A screenshot is in the clipboard more often than on the disk.
  area.closest('.ac-adaptiveCard')?.addEventListener('paste', (event) => {
    const files = event instanceof ClipboardEvent ? [...(event.clipboardData?.files ?? [])] : [];
    if (files.length > 0) void take(files);
  });
}
