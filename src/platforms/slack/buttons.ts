/** Buttons: what they do stands in the action_id, with what they carry as JSON in the value. */
import type { ActionsBlock, Button as SlackButton } from '@slack/types';
import type { Args, Button } from '#src/view/card.ts';
import { webAddress } from '#src/view/web-address.ts';
import { LIMITS } from './limits.ts';
import { plain } from './text.ts';

/** The rows of buttons, and how many could not be made. `row` keeps the rows of a card apart. */
export function buttonRows(
  buttons: readonly Button[],
  row: number,
): { readonly blocks: ActionsBlock[]; readonly left: number } {
  const made = buttons.flatMap((button, index) => buttonOf(button, `${row}.${index}`));
  const blocks: ActionsBlock[] = [];
  for (let from = 0; from < made.length; from += LIMITS.buttons.perBlock)
    blocks.push({ type: 'actions', elements: made.slice(from, from + LIMITS.buttons.perBlock) });
  return { blocks, left: buttons.length - made.length };
}

/** None for what does not fit into a button, or would lead to something that is no web page. */
function buttonOf(button: Button, place: string): readonly SlackButton[] {
  const { does, label, look, confirm } = button;
  const common = {
    type: 'button',
    text: plain(label, LIMITS.buttons.label),
    ...(look && { style: look }),
    ...(confirm && {
      confirm: {
        title: plain(confirm.title, LIMITS.confirm.title),
        text: plain(confirm.text, LIMITS.confirm.text),
        confirm: plain(confirm.yes, LIMITS.confirm.yes),
        deny: plain(confirm.no, LIMITS.confirm.no),
        ...(look === 'danger' && { style: look }),
      },
    }),
  } as const;
  switch (does.type) {
    case 'act':
      return carrying(common, `act ${does.action} ${place}`, does.args);
    case 'open':
      return carrying(common, `open ${does.form} ${place}`, does.args);
    case 'link': {
      const url = webAddress(does.url);
      if (!url || url.length > LIMITS.buttons.url) return [];
      return [{ type: 'button', text: plain(label, LIMITS.buttons.label), action_id: `link ${place}`, url }];
    }
  }
}

function carrying(common: SlackButton, action_id: string, args: Args): readonly SlackButton[] {
  const value = JSON.stringify(args);
  return value.length > LIMITS.buttons.value ? [] : [{ ...common, action_id, value }];
}

/** What a pressed button asks for; undefined for a link, which asks for nothing, and for what is none of ours. */
export function pressed(
  actionId: string,
  value: string | undefined,
):
  | { readonly type: 'act'; readonly action: string; readonly args: Args }
  | { readonly type: 'open'; readonly form: string; readonly args: Args }
  | undefined {
  const [verb, name] = actionId.split(' ');
  const args = argsIn(value);
  if (!name || !args) return undefined;
  if (verb === 'act') return { type: 'act', action: name, args };
  return verb === 'open' ? { type: 'open', form: name, args } : undefined;
}

/** Arguments out of JSON that passed through somebody's hands. */
export function argsIn(json: string | undefined): Args | undefined {
  if (json === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(json);
    return isArgs(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

export const isArgs = (value: unknown): value is Args =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.values(value).every((part) => typeof part === 'string');
