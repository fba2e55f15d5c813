/** Keeps the keyboard where it was when what it stood on rests or is drawn anew: on the same button, else on its message. */

type Spot = { readonly item: string; readonly label: string };

/** Where the keyboard stands among the messages; undefined when it is elsewhere. */
export function spotOf(element: Element | null): Spot | undefined {
  const item = element?.closest<HTMLElement>('[data-item]')?.dataset['item'];
  return item === undefined ? undefined : { item, label: element?.getAttribute('aria-label') ?? '' };
}

let left: Spot | undefined;

/** Before a button rests, which takes the keyboard from it; where a form opens meanwhile, it returns when that closes. */
export function leave(): Spot | undefined {
  const spot = spotOf(document.activeElement);
  left = spot ?? left;
  return spot;
}

export const returnToLeft = (): void => returnTo(left);

/** Only from nowhere: whoever has moved on meanwhile is not called back. */
export function returnTo(spot: Spot | undefined): void {
  if (!spot || (document.activeElement && document.activeElement !== document.body)) return;
  const message = document.querySelector<HTMLElement>(`[data-item="${CSS.escape(spot.item)}"]`);
  const same = [...(message?.querySelectorAll<HTMLButtonElement>('button:not(:disabled)') ?? [])].find(
    (button) => button.getAttribute('aria-label') === spot.label && button.offsetParent !== null,
  );
  (same ?? message)?.focus({ preventScroll: true });
}
