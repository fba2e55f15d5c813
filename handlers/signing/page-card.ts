/** One page of something that is read from beginning to end, with the way on; on the last one, what comes after it. */
import { type Args, act, type Button, buttons, type Card, heading, note } from '#src/view/card.ts';
import { cardFor } from '#src/view/card-for.ts';
import type { Reader } from '#src/view/reader.ts';
import type { Page } from './reading.ts';

/** `at` counts from 0; whatever a button says, some page is shown. */
export function pageCard(
  pages: readonly Page[],
  at: number,
  action: string,
  args: Args,
  reader: Reader,
  last: { readonly note?: string; readonly button?: Button } = {},
): Card {
  const words = reader.t.signing;
  const index = Math.min(Math.max(0, at), pages.length - 1);
  const page = pages[index] ?? { title: '', blocks: [] };
  const turn = (label: string, to: number, look?: 'primary') =>
    act(label, action, { ...args, page: String(to), own: '1' }, look && { look });
  const isLast = index === pages.length - 1;
  return cardFor(reader, words.page(page.title, index + 1, pages.length), [
    heading(page.title),
    note(words.page(page.title, index + 1, pages.length)),
    ...page.blocks,
    ...(isLast && last.note ? [note(last.note)] : []),
    buttons(
      index > 0 && turn(words.back, index - 1),
      !isLast && turn(words.next, index + 1, 'primary'),
      isLast && last.button,
    ),
  ]);
}
