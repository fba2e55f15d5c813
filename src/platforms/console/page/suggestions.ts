/** Which commands fit what is being typed; shown above the composer and walked with the arrows. */
import type { ShownCommand } from '../protocol.ts';
import { el } from './dom.ts';
import { locale, state } from './state.ts';

/** A slash asks for all; a bare word for those it begins. Once there is a space the command is chosen. */
export function fitting(text: string): readonly ShownCommand[] {
  const typed = /^(\/?)(\S*)$/.exec(text);
  if (!typed || text === '') return [];
  const [, slash, word = ''] = typed;
  const all = (state.sync?.commands ?? []).filter(({ name }) => name.startsWith(word.toLowerCase()));
  return slash || word.length > 0 ? all : [];
}

/** What a line means: `report x` and `/report x` are the command; anything else is a message. */
export function meaning(text: string) {
  const [, slash, word = '', rest = ''] = /^(\/?)(\S*)\s*([\s\S]*)$/.exec(text.trim()) ?? [];
  const name = word.toLowerCase();
  const known = state.sync?.commands.some((command) => command.name === name);
  return known || slash
    ? ({ type: 'command', name: name || 'help', text: rest } as const)
    : ({ type: 'message', text: text.trim() } as const);
}

export const suggestionElements = (
  commands: readonly ShownCommand[],
  active: number,
  choose: (name: string) => void,
): readonly HTMLElement[] =>
  commands.map(({ name, usage }, index) => {
    const option = el(
      'div',
      {
        class: 'suggestion',
        testid: `command-${name}`,
        attributes: { role: 'option', id: `command-${index}`, 'aria-selected': String(index === active) },
      },
      el('strong', { text: `/${name}` }),
      el('span', { text: usage[locale()] }),
    );
    // Before the click, so that the composer keeps the keyboard.
    option.addEventListener('pointerdown', (event) => {
      event.preventDefault();
      choose(name);
    });
    return option;
  });
