/** Text as a person typed it, out of the way Slack writes it down: escapes undone, links and names in plain words. */
import { areAddress } from '../linked-words.ts';

/** How somebody is called; a message names people by their accounts alone. */
export type NameOf = (account: string) => string | undefined;

/**
 * `'keep'` leaves `<@U123|wei>` as it is, for commands that take a person; else it becomes `@Wei`, since what is reported
 * should read as it did.
 */
export function typed(text: string, mentions: 'keep' | NameOf): string {
  return unescaped(text.replace(/<([^<>]*)>/g, (whole, inside: string) => part(whole, inside, mentions)));
}

function part(whole: string, inside: string, mentions: 'keep' | NameOf): string {
  const bar = inside.indexOf('|');
  const [target, label] = bar < 0 ? [inside, ''] : [inside.slice(0, bar), inside.slice(bar + 1)];
  switch (target.charAt(0)) {
    case '@':
      if (mentions === 'keep') return whole;
      return `@${(mentions(target.slice(1)) || label || target.slice(1)).replace(/^@/, '')}`;
    case '#':
      return `#${label || target.slice(1)}`;
    case '!':
      return label || `@${target.slice(1).split('^')[0] ?? ''}`;
    default: {
      const address = target.replace(/^(?:mailto|tel):/, '');
      return areAddress(unescaped(label), unescaped(address)) ? address : `${label} ${address}`;
    }
  }
}

/** The first web address in a text that Slack wrote down. */
export const firstLink = (text: string): string | undefined => {
  const found = /<(https?:\/\/[^<>|]+)(?:\|[^<>]*)?>/.exec(text)?.[1];
  return found === undefined ? undefined : unescaped(found);
};

const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
