/** Makes elements out of text alone, so that nothing in a card can become markup of this page. */

type Child = Node | string;

export function el(tag: string, name = '', ...children: readonly Child[]): HTMLElement {
  const made = document.createElement(tag);
  if (name) made.className = name;
  made.append(...children);
  return made;
}

/** What JSON from outside may be asked for. */
export type Part = { readonly [key: string]: unknown };
export const isPart = (value: unknown): value is Part =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const parts = (value: unknown): readonly Part[] => (Array.isArray(value) ? value.filter(isPart) : []);
export const words = (value: unknown): string => (typeof value === 'string' ? value : '');
/** The text of a text object. */
export const textOf = (value: unknown): string => (isPart(value) ? words(value['text']) : '');
