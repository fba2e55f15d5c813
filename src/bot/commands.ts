/** All commands of all handlers in one table: by any of their words, with what follows them, and for the help. */
import { near } from '#src/core/near.ts';
import type { Locale } from '#src/core/rules.ts';
import type { Command, Handler, MenuLine } from '#src/handler.ts';

/** The command whose words may be followed by a further word of its own. */
const DESK = 'desk';

export type Found = { readonly name: string; readonly command: Command; readonly rest: string };
export type NotFound = { readonly word: string; readonly nearest: Entry | undefined };

export type Entry = { readonly name: string; readonly command: Command };

/** First word and the rest. Chinese is often typed with its wide space, or with a wide colon and no space at all. */
function split(text: string): readonly [word: string, rest: string] {
  const [, word = '', rest = ''] = /^[\s\u3000]*([^\s\u3000：]*)[\s\u3000：]*([\s\S]*)$/.exec(text) ?? [];
  return [word, rest.trimEnd()];
}

export class Commands {
  readonly #first = new Map<string, Entry>();
  readonly #desk = new Map<string, Entry>();
  readonly menu: readonly MenuLine[];

  /** Throws when two handlers claim one word: a mistake of ours, found at start. */
  constructor(handlers: readonly Handler[]) {
    const entries = (key: 'commands' | 'desk', prefix: string) =>
      handlers.flatMap((handler) =>
        Object.entries(handler[key] ?? {}).map(([word, command]) => ({ word, name: prefix + word, command })),
      );
    const commands = entries('commands', '');
    const words = entries(DESK, `${DESK} `);
    for (const { word, ...entry } of commands) add(this.#first, word, entry);
    for (const { word, ...entry } of words) add(this.#desk, word, entry);
    this.menu = [...commands, ...words].map(({ name, command }) => ({
      name,
      also: command.also ?? [],
      usage: command.usage,
      group: command.group,
      ...(command.for && { for: command.for }),
    }));
  }

  /** The command that a platform named, or that a name from a button (`desk team`) means. */
  find(name: string, text: string): Found | NotFound {
    const [word, more] = split(`${name} ${text}`);
    const entry = this.#first.get(plain(word));
    if (!entry) return { word, nearest: this.#near(word, this.#first) };
    if (entry.name !== DESK || more === '') return { ...entry, rest: more };
    const [next, rest] = split(more);
    const under = this.#desk.get(plain(next));
    if (under) return { ...under, rest };
    return { word: `${word} ${next}`, nearest: this.#near(next, this.#desk) };
  }

  /**
   * The command that a plain message begins with, slash or not; undefined when it is just talk. A word of `desk` needs
   * no `desk` before it when it stands alone, or when it is Chinese: nobody begins a sentence with 周报 and a space.
   */
  spoken(message: string): Found | NotFound | undefined {
    const [word, rest] = split(message);
    if (this.#first.has(plain(word))) return this.find(word, rest);
    const under = this.#desk.get(plain(word));
    return under && (rest === '' || /\P{ASCII}/u.test(word)) ? { ...under, rest } : undefined;
  }

  /** The command that somebody meant who typed one word, and slipped; a shorter one is said more often than mistyped. */
  guess(message: string): Entry | undefined {
    const word = message.trim();
    if (/\s/.test(word) || word.length < (/\P{ASCII}/u.test(word) ? 2 : 4)) return undefined;
    return this.#near(word, new Map([...this.#desk, ...this.#first]));
  }

  #near(word: string, table: ReadonlyMap<string, Entry>): Entry | undefined {
    const typed = plain(word);
    // Letters in the wrong order are the commonest slip, and count double in a distance.
    const nearest = [...table.keys()].find((key) => letters(key) === letters(typed)) ?? near(typed, [...table.keys()]);
    return nearest === undefined ? undefined : table.get(nearest);
  }
}

/** A command of those who work here, which may be about people. */
export const isOfDesk = ({ name }: Found): boolean => name === DESK || name.startsWith(`${DESK} `);

/** A command as its reader would type it: `desk report`, or desk 周报. */
export function typedAs({ name, command }: Entry, locale: Locale): string {
  const chinese = locale === 'zh' ? command.also?.find((word) => /\p{Script=Han}/u.test(word)) : undefined;
  if (chinese === undefined) return name;
  return name.startsWith(`${DESK} `) ? `${DESK} ${chinese}` : chinese;
}

const plain = (word: string): string =>
  word
    .replace(/^[/／]/, '')
    .replace(/:$/, '')
    .toLowerCase();
const letters = (word: string): string => [...word].sort().join('');

function add(table: Map<string, Entry>, word: string, entry: Entry): void {
  for (const name of [word, ...(entry.command.also ?? [])]) {
    if (table.has(name)) throw new Error(`Two handlers claim the command ${name}.`);
    table.set(name, entry);
  }
}
