/** Text as a person typed it, out of the way Slack writes it down: escapes undone, links and names in plain words. */

/**
 * `mentions: 'keep'` leaves `<@U123|wei>` as it is, for commands that take a person; else it becomes `@wei`, since what
 * is reported should read as it did.
 */
export function typed(text: string, mentions: 'keep' | 'name' = 'name'): string {
  return unescaped(text.replace(/<([^<>]*)>/g, (whole, inside: string) => part(whole, inside, mentions)));
}

function part(whole: string, inside: string, mentions: 'keep' | 'name'): string {
  const bar = inside.indexOf('|');
  const [target, label] = bar < 0 ? [inside, ''] : [inside.slice(0, bar), inside.slice(bar + 1)];
  switch (target.charAt(0)) {
    case '@':
      return mentions === 'keep' ? whole : `@${(label || target.slice(1)).replace(/^@/, '')}`;
    case '#':
      return `#${label || target.slice(1)}`;
    case '!':
      return label || `@${target.slice(1).split('^')[0] ?? ''}`;
    default:
      return target.replace(/^(?:mailto|tel):/, '');
  }
}

/** The first web address in a text that Slack wrote down. */
export const firstLink = (text: string): string | undefined => {
  const found = /<(https?:\/\/[^<>|]+)(?:\|[^<>]*)?>/.exec(text)?.[1];
  return found === undefined ? undefined : unescaped(found);
};

const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
