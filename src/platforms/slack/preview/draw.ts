/** Draws the Block Kit that we send, closely enough to judge a card by; a block it does not know is shown as such. */
import { el, isPart, type Part, parts, textOf, words } from './dom.ts';
import { markdown, optional, rich } from './rich.ts';

export const blocks = (all: unknown): readonly HTMLElement[] => parts(all).map(block);

function block(part: Part): HTMLElement {
  switch (part['type']) {
    case 'header':
      return el('h3', '', textOf(part['text']));
    case 'divider':
      return el('hr');
    case 'rich_text':
      return rich(part);
    case 'context':
      return el('div', 'context', ...parts(part['elements']).flatMap(textObject));
    case 'section':
      return el('div', 'rich', ...parts(part['fields']).map((field) => el('p', '', ...textObject(field))));
    case 'image':
      return el('div', 'picture', words(part['alt_text']));
    case 'actions':
      return el('div', 'row', ...parts(part['elements']).map(button));
    case 'input':
      return input(part);
    default:
      return el('p', 'context', `(${words(part['type'])} is not drawn here)`);
  }
}

const textObject = (part: Part): readonly (Node | string)[] =>
  part['type'] === 'mrkdwn' ? markdown(words(part['text'])) : [words(part['text'])];

function button(part: Part): HTMLElement {
  const made = el('span', `button ${words(part['style'])}`, textOf(part['text']));
  const { confirm } = part;
  made.title = isPart(confirm) ? `${textOf(confirm['title'])}: ${textOf(confirm['text'])}` : words(part['value']);
  return made;
}

function input(part: Part): HTMLElement {
  const element = isPart(part['element']) ? part['element'] : {};
  const label = el('label', '', textOf(part['label']), part['optional'] === true ? el('small', '', optional()) : '');
  const hint = part['hint'] === undefined ? [] : [el('div', 'hint', textOf(part['hint']))];
  return el('div', '', label, ...control(element), ...hint);
}

function control(element: Part): readonly HTMLElement[] {
  const initial = isPart(element['initial_option']) ? element['initial_option'] : undefined;
  switch (element['type']) {
    case 'plain_text_input': {
      const value = words(element['initial_value']);
      const tall = element['multiline'] === true ? ' tall' : '';
      return [el('div', `field${tall}${value ? '' : ' empty'}`, value || textOf(element['placeholder']))];
    }
    case 'radio_buttons':
      return parts(element['options']).map((option) =>
        tick(option, option['value'] === initial?.['value'] ? '◉' : '○'),
      );
    case 'checkboxes': {
      const ticked = parts(element['initial_options']).map(({ value }) => value);
      return parts(element['options']).map((option) => tick(option, ticked.includes(option['value']) ? '☑' : '☐'));
    }
    case 'file_input':
      return [el('div', 'field empty', `⇪ ${list(element['filetypes'])}`)];
    default: {
      const value = textOf(initial?.['text']) || words(element['initial_date']) || words(element['initial_user']);
      const made = el('div', `field choice${value ? '' : ' empty'}`, value || '…');
      made.title = parts(element['options'])
        .map(({ text }) => textOf(text))
        .join('\n');
      return [made];
    }
  }
}

const list = (all: unknown): string => (Array.isArray(all) ? all.map(words).join(', ') : '');

const tick = (option: Part, mark: string): HTMLElement =>
  el('span', 'tick', `${mark} ${textOf(option['text'])}`, el('small', 'hint', textOf(option['description'])));
