/** Dialogs: opened by a button, sent, sent back with what is wrong at the field, closed. */
import type { FormState } from '#src/view/adaptive/form.ts';
import type { Tone } from '#src/view/card.ts';
import type { OpenForm } from '#src/view/form.ts';
import type { Interaction, Reply } from '../platform.ts';
import { isMessageAction } from './activity.ts';
import { dialog } from './content.ts';
import { cardOf, sentence, wrongIn } from './said.ts';
import { inert } from './text.ts';
import type { Asked, Tools } from './tools.ts';
import { teamsWords } from './words.ts';

/** What a dialog is answered: it goes on, it says a line and is over, or it just closes. */
export type DialogAnswer =
  | ReturnType<typeof dialog>
  | { readonly task: { readonly type: 'message'; readonly value: string } }
  | undefined;

type Submit = Extract<Interaction['does'], { type: 'submit' }>;
type Errors = Extract<Reply, { type: 'errors' }>;

export async function inDialog(asked: Asked, tools: Tools): Promise<DialogAnswer> {
  const reply = await tools.receive(asked.interaction);
  const reader = tools.reader(asked);
  const { does } = asked.interaction;
  if (reply.type === 'open') return tools.draw.formDialog(reply.form, reader);
  if (reply.type === 'done') return reply.say === undefined ? undefined : closing(asked, tools, 'good', reply.say);
  if (reply.type === 'errors' && does.type === 'submit') {
    const back = await again(asked, does, reply, tools);
    return back
      ? tools.draw.formDialog(back.form, reader, back.state)
      : closing(asked, tools, 'warning', wrongIn(reply));
  }
  const card = cardOf(reply, reader);
  return card && dialog(teamsWords[reader.locale].app, tools.draw.cardIn(card, 'dialog'));
}

/** The last word of a dialog: a line, or a card where a message action opened it, since Teams answers that by dialogs alone. */
export function closing(asked: Asked, { reader, draw }: Tools, tone: Tone, said: string): DialogAnswer {
  if (!isMessageAction(asked.incoming)) return { task: { type: 'message', value: inert(said) } };
  const who = reader(asked);
  return dialog(teamsWords[who.locale].app, draw.cardIn(sentence(who, tone, said), 'dialog'), 'small');
}

/** The form as it is now, with what was typed and what is wrong; undefined when it does not open any more. */
export async function again(
  { interaction }: Asked,
  does: Submit,
  errors: Errors,
  { receive }: Tools,
): Promise<{ readonly form: OpenForm; readonly state: FormState } | undefined> {
  const { form, args, values } = does;
  const cause = `${interaction.cause}/again`;
  const opened = await receive({ ...interaction, cause, does: { type: 'open', form, args } });
  if (opened.type !== 'open') return undefined;
  const { inputs } = opened.form.view;
  // An error at an input that is not there would go unseen.
  const stray = Object.entries(errors.fields).flatMap(([name, error]) => (name in inputs ? [] : [error]));
  const formError = [errors.form, ...stray].filter(Boolean).join(' ');
  return { form: opened.form, state: { values, errors: errors.fields, ...(formError && { formError }) } };
}
