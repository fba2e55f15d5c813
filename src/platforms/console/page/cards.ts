/** Shows an Adaptive Card with Microsoft's renderer, and says what was pressed on it. */
import type { AdaptiveCard } from '#src/view/adaptive/types.ts';
import { type Pressed, pressed } from '../../../view/adaptive/pressed.ts';
import { takeFiles } from './files.ts';
import { hostConfig } from './host-config.ts';
import { leave, returnTo } from './keyboard.ts';

/** `busy` ends when the returned promise does; until then the card's buttons rest. */
export type OnPress = (does: Pressed) => Promise<void>;

/** Once, before the first card: our cards carry no Markdown for guests, and what there were would be sanitised. */
export function prepareRenderer(): void {
  const markdown = markdownit('zero').enable(['emphasis', 'list', 'link']);
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = DOMPurify.sanitize(markdown.render(text));
    result.didProcess = true;
  };
  AdaptiveCards.GlobalSettings.useMarkdownInRadioButtonAndCheckbox = false;
}

export function cardElement(json: AdaptiveCard, onPress: OnPress): HTMLElement {
  const card = new AdaptiveCards.AdaptiveCard();
  card.hostConfig = new AdaptiveCards.HostConfig(hostConfig);
  card.parse(json);
  const element = card.render() ?? document.createElement('div');
  card.onExecuteAction = (action) => {
    if (action instanceof AdaptiveCards.OpenUrlAction) {
      if (action.url) window.open(action.url, '_blank', 'noopener,noreferrer');
    } else if (action instanceof AdaptiveCards.ToggleVisibilityAction) {
      showQuestion(element, Object.keys(action.targetElements));
    } else if (action instanceof AdaptiveCards.ExecuteAction) {
      const does = pressed(action.verb, action.data);
      if (does) void resting(element, () => onPress(does));
    }
  };
  drawFileInputs(card, json, element);
  element.lang = json.lang;
  describeErrors(element);
  return element;
}

/** Where a form takes files, the renderer has drawn a text: the input for files stands for it. */
function drawFileInputs(
  card: InstanceType<typeof AdaptiveCards.AdaptiveCard>,
  json: AdaptiveCard,
  element: HTMLElement,
) {
  const busy = (is: boolean) => {
    for (const send of element.querySelectorAll<HTMLButtonElement>('.ac-pushButton')) send.disabled = is;
  };
  for (const part of json.body) {
    if (part.type !== 'Input.Text' || !part.files) continue;
    const drawn = card.getAllInputs().find(({ id }) => id === part.id)?.renderedElement;
    const control = drawn?.querySelector('input') ?? (drawn instanceof HTMLInputElement ? drawn : undefined);
    if (control) takeFiles(control, part.files, busy);
  }
}

/** A second click on what is under way would be a second wish. */
async function resting(element: HTMLElement, task: () => Promise<void>): Promise<void> {
  const all = [...element.querySelectorAll('button')];
  const spot = leave();
  element.setAttribute('aria-busy', 'true');
  for (const button of all) button.disabled = true;
  try {
    await task();
  } finally {
    element.removeAttribute('aria-busy');
    for (const button of all) button.disabled = false;
    returnTo(spot);
  }
}

/** The keyboard follows to the question that unfolds; the renderer toggles it right after telling us. */
function showQuestion(element: HTMLElement, ids: readonly string[]): void {
  queueMicrotask(() => {
    for (const id of ids) {
      const question = element.querySelector<HTMLElement>(`[id="${CSS.escape(id)}"]`);
      if (!question || question.style.display === 'none') continue;
      question.scrollIntoView({ block: 'nearest' });
      question.querySelector('button')?.focus();
    }
  });
}

/** The renderer knows no link between an input and the error that we put under it; a screen reader needs one. */
function describeErrors(element: HTMLElement): void {
  for (const error of element.querySelectorAll<HTMLElement>('[id^="error."]')) {
    error.classList.add('field-error');
    const input = error.parentElement && inputBefore(error);
    input?.setAttribute('aria-invalid', 'true');
    input?.setAttribute('aria-describedby', error.id);
  }
}

function inputBefore(error: HTMLElement): HTMLElement | undefined {
  for (let before = error.previousElementSibling; before; before = before.previousElementSibling) {
    const input = before.querySelector<HTMLElement>('input, textarea, select');
    if (input) return input;
  }
  return undefined;
}
