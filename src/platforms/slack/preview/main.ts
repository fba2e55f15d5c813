/** The preview's page: every sample, in the language that was chosen. */
import { el, textOf } from './dom.ts';
import { blocks } from './draw.ts';
import { speak } from './rich.ts';
import type { Shown } from './shown.ts';

const all: readonly Shown[] = await (await fetch('/samples.json')).json();
const place = document.getElementById('all');
const languages = document.getElementById('languages');
const chosen = new URL(location.href).searchParams.get('lang');

for (const language of ['en', 'zh']) {
  const made = el('a', 'button', language);
  made.setAttribute('href', `?lang=${language}`);
  languages?.append(made);
}
place?.append(...all.filter(({ locale }) => !chosen || locale === chosen).map(shown));

function shown({ title, kind, text, json, locale }: Shown): HTMLElement {
  speak(locale);
  const made = el('section', '', el('h2', '', title), drawn(kind, json, text));
  made.lang = locale === 'zh' ? 'zh-CN' : 'en';
  return made;
}

function drawn(kind: Shown['kind'], json: Shown['json'], text = ''): HTMLElement {
  const inside = blocks(json['blocks']);
  switch (kind) {
    case 'message':
      return el(
        'div',
        '',
        el('div', 'message', el('div', 'face', '善'), el('div', '', who(), ...inside)),
        el('p', 'spoken', `🔔 ${text}`),
      );
    case 'modal': {
      const submit = textOf(json['submit']);
      const buttons = [
        el('span', 'button', textOf(json['close'])),
        ...(submit ? [el('span', 'button primary', submit)] : []),
      ];
      return el(
        'div',
        'modal',
        el('div', 'bar', textOf(json['title'])),
        el('div', 'inside', ...inside),
        el('div', 'foot', ...buttons),
      );
    }
    case 'home':
      return el('div', 'home', ...inside);
  }
}

function who(): HTMLElement {
  return el('div', 'who', 'Goodword ', el('small', 'app', 'APP'));
}
