/** Makes elements without HTML text, so that nothing a person typed can become markup. */

type Props = {
  readonly class?: string;
  readonly text?: string;
  readonly testid?: string;
  readonly attributes?: { readonly [name: string]: string | undefined };
  readonly onclick?: () => void;
};
type Child = Node | string | false | undefined;

export function el<T extends keyof HTMLElementTagNameMap>(
  tag: T,
  props: Props = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[T] {
  const made = document.createElement(tag);
  if (props.class) made.className = props.class;
  if (props.text !== undefined) made.textContent = props.text;
  if (props.testid) made.dataset['testid'] = props.testid;
  for (const [name, value] of Object.entries(props.attributes ?? {}))
    if (value !== undefined) made.setAttribute(name, value);
  const { onclick } = props;
  if (onclick) made.addEventListener('click', onclick);
  made.append(...children.filter((child) => child !== undefined && child !== false));
  return made;
}

/** A button that does not send a form. */
export const button = (props: Props, ...children: readonly Child[]): HTMLButtonElement =>
  el('button', { ...props, attributes: { type: 'button', ...props.attributes } }, ...children);

/** The element that index.html has under this id. */
export function byId<T extends HTMLElement>(id: string, kind: new () => T): T {
  const found = document.getElementById(id);
  if (found instanceof kind) return found;
  throw new Error(`the page has no ${kind.name} #${id}`);
}

const filled = new WeakMap<HTMLElement, string>();

/** Builds the content anew only when what it shows has changed, and leaves the keyboard where it was. */
export function fill(container: HTMLElement, shows: unknown, build: () => readonly Child[]): void {
  const mark = JSON.stringify(shows);
  if (filled.get(container) === mark) return;
  filled.set(container, mark);
  const active = container.contains(document.activeElement) ? document.activeElement : null;
  const testid = active instanceof HTMLElement ? active.dataset['testid'] : undefined;
  container.replaceChildren(...build().filter((child) => child !== undefined && child !== false));
  if (testid) container.querySelector<HTMLElement>(`[data-testid="${CSS.escape(testid)}"]`)?.focus();
}

const SVG = 'http://www.w3.org/2000/svg';

/** A line drawing in the colour of the text around it. */
export function icon(path: string): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  for (const [name, value] of Object.entries({ viewBox: '0 0 20 20', class: 'icon', 'aria-hidden': 'true' }))
    svg.setAttribute(name, value);
  const line = document.createElementNS(SVG, 'path');
  line.setAttribute('d', path);
  svg.append(line);
  return svg;
}

export const ICONS = {
  home: 'M3.5 9 10 3.5 16.5 9v7a.8.8 0 0 1-.8.8H12V12H8v4.800H4.300a.8.8 0 0 1-.8-.8z',
  hash: 'M7.8 3.5 6.2 16.500M13.8 3.500l-1.6 13M4 7.500h12.500M3.5 12.500H16',
  direct:
    'M3.5 5.500A1.5 1.5 0 0 1 5 4h10a1.5 1.5 0 0 1 1.5 1.500v7A1.5 1.5 0 0 1 15 14H9.500L6 17v-3H5a1.5 1.5 0 0 1-1.5-1.500z',
  send: 'M4 10h11M10.5 5 15.5 10l-5 5',
  clip: 'M14.5 8.500 9 14a3 3 0 0 1-4.200-4.200l6-6a2 2 0 0 1 2.800 2.800l-6 6a1 1 0 0 1-1.400-1.400L11.500 6',
  close: 'M5.5 5.500l9 9M14.5 5.500l-9 9',
  menu: 'M3.5 6h13M3.5 10h13M3.5 14h13',
  check: 'M5 10.500l3.5 3.500L15 7',
  down: 'M6 8l4 4 4-4',
  guide: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM12.8 7.200l-1.5 4.1-4.1 1.5 1.5-4.100z',
  eye: 'M2.5 10S5.5 5 10 5s7.5 5 7.5 5-3 5-7.5 5-7.5-5-7.5-5zM10 12a2 2 0 1 0 0-4 2 2 0 0 0 0 4z',
};
