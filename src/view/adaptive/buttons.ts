/** Buttons as actions. A question before an action unfolds in the card itself, which works alike in every host. */
import type { Button, FileBlock, PictureBlock } from '#src/view/card.ts';
import { cut } from '#src/view/cut.ts';
import { webAddress } from '#src/view/web-address.ts';
import type { Writing } from '#src/view/when.ts';
import { LIMITS } from './limits.ts';
import { literal } from './literal.ts';
import { type Page, rich, runs } from './runs.ts';
import type { Action, ActionSet, Container, Data, Element } from './types.ts';

/** What differs between the hosts of Adaptive Cards. */
export type Host = {
  /** Whether the host knows 'positive' and 'destructive'; Teams does not. */
  readonly styles: boolean;
  /**
   * `task`: a form opens and is sent through the host's own dialogs (Teams), not as an Execute. `submit`: the card stands
   * in such a dialog, where everything is sent through it.
   */
  readonly dialogs: 'execute' | 'task' | 'submit';
  /** Where the bytes of a picture or file can be had; undefined where they cannot, and it is then told in words. */
  readonly fileUrl?: (shown: PictureBlock | FileBlock) => string | undefined;
  /** When it is drawn, so that dates say no more than they need; without it they are whole. */
  readonly writing?: Writing;
  /** Whether the page around the card puts an input for files in the place that `files` inputs mark. */
  readonly uploads?: true;
};

/** One row of buttons and the questions that some of them ask; `id` keeps the rows of a card apart. */
export function buttonRow(buttons: readonly Button[], id: string, page: Page, host: Host): readonly Element[] {
  const asking = buttons.flatMap((button, index) => (button.confirm ? [questionId(id, index)] : []));
  const actions = buttons.flatMap((button, index) => action(button, questionId(id, index), asking, host));
  return [...sets(actions), ...buttons.flatMap((button, index) => question(button, questionId(id, index), page, host))];
}

const questionId = (id: string, index: number) => `ask-${id}-${index}`;

function sets(actions: readonly Action[]): readonly ActionSet[] {
  const made: ActionSet[] = [];
  for (let from = 0; from < actions.length; from += LIMITS.buttonsPerSet)
    made.push({ type: 'ActionSet', actions: actions.slice(from, from + LIMITS.buttonsPerSet) });
  return made;
}

function action(button: Button, own: string, asking: readonly string[], host: Host): readonly Action[] {
  if (!button.confirm) return does(button, title(button.label), host);
  // One question at a time: opening one closes the others.
  const targetElements = asking.map((elementId) => ({ elementId, isVisible: elementId === own }));
  return [{ type: 'Action.ToggleVisibility', title: title(button.label), ...style(button.look, host), targetElements }];
}

function question(button: Button, id: string, page: Page, host: Host): readonly Container[] {
  const { confirm } = button;
  if (!confirm) return [];
  const no: Action = {
    type: 'Action.ToggleVisibility',
    title: title(confirm.no),
    targetElements: [{ elementId: id, isVisible: false }],
  };
  const items = [
    rich(runs(confirm.title, page, page.limits.line, { weight: 'bolder' })),
    rich(runs(confirm.text, page, page.limits.line), { spacing: 'small' }),
    { type: 'ActionSet' as const, actions: [...does(button, title(confirm.yes), host), no] },
  ];
  return [{ type: 'Container', id, isVisible: false, style: 'emphasis', items }];
}

function does(button: Button, label: string, host: Host): readonly Action[] {
  const look = { title: label, ...style(button.look, host) };
  switch (button.does.type) {
    case 'act': {
      const { action, args } = button.does;
      if (host.dialogs === 'submit')
        return [{ type: 'Action.Submit', ...look, data: { verb: 'act', action, args }, associatedInputs: 'none' }];
      return [{ type: 'Action.Execute', ...look, verb: 'act', data: { action, args }, associatedInputs: 'none' }];
    }
    case 'open': {
      const { form, args } = button.does;
      return [opening(look, { form, args }, host)];
    }
    case 'link': {
      const url = webAddress(button.does.url);
      return url ? [{ type: 'Action.OpenUrl', title: label, url }] : [];
    }
  }
}

function opening(look: { title: string; style?: 'positive' | 'destructive' }, data: Data, host: Host): Action {
  switch (host.dialogs) {
    case 'execute':
      return { type: 'Action.Execute', ...look, verb: 'open', data, associatedInputs: 'none' };
    case 'task': {
      const fetched = { msteams: { type: 'task/fetch' }, verb: 'open', ...data };
      return { type: 'Action.Submit', ...look, data: fetched, associatedInputs: 'none' };
    }
    case 'submit':
      return { type: 'Action.Submit', ...look, data: { verb: 'open', ...data }, associatedInputs: 'none' };
  }
}

const title = (label: string) => literal(cut(label, LIMITS.buttonLabel).kept);

function style(look: Button['look'], host: Host): { readonly style?: 'positive' | 'destructive' } {
  if (!look || !host.styles) return {};
  return { style: look === 'primary' ? 'positive' : 'destructive' };
}
