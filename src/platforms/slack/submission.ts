/** The answer to a form that was sent: it is carried by the acknowledgement, so that the dialog moves on at once. */
import type { ModalView } from '@slack/types';
import { attached, type Card } from '#src/view/card.ts';
import type { Interaction, Reply } from '../platform.ts';
import { refilled } from './dialog.ts';
import type { FormState } from './form-options.ts';
import { homeOf } from './home.ts';
import { cardModal, formModal } from './modal.ts';
import { cardIn, nonce, say } from './say.ts';
import { blocksIn, nonceIn } from './submitted.ts';
import type { Surface } from './surface.ts';
import type { Answering, Tools } from './tools.ts';

type Form = Extract<Surface, { type: 'form' }>;

export async function submitted(
  surface: Form,
  interaction: Interaction,
  reply: Reply,
  tools: Tools,
): Promise<Answering> {
  const reader = tools.reader(interaction.account);
  const { channel } = interaction;
  const from = { channel, home: surface.fromHome || undefined } as const;
  const update = (view: ModalView) => ({ response_action: 'update', view }) as const;
  if (reply.type === 'errors') {
    const shown = tools.isLate?.() ? undefined : atFields(surface, reply);
    const ack = shown ?? update(await again(surface, interaction, reply, tools));
    const card = cardIn(reply, reader);
    return { ack, ...(card && { card }) };
  }
  const home: Answering = surface.fromHome ? { after: () => homeOf(interaction, tools) } : {};
  if (reply.type === 'open') {
    const next = formModal(reply.form, reader, { from, nonce: nonce() });
    return { ack: update(next ?? cardModal(say(reader, 'tooLong'), channel)), ...home };
  }
  const card = cardIn(reply, reader);
  if (!card) return home;
  const ack = update(cardModal(card, channel));
  return attached(card).length === 0 ? { ack, card, ...home } : { ack, card, after: () => illustrated(card) };

  /** The pictures follow when Slack has them; the answer itself waits for nothing. */
  async function illustrated(shown: Card): Promise<void> {
    const view = cardModal(shown, channel, await tools.shelf.bring(shown, interaction.account));
    await refilled(tools.client, { view_id: surface.view, view });
    await home.after?.();
  }
}

/** Slack shows errors at inputs by itself; undefined when one of them belongs to no input of the dialog. */
function atFields({ state }: Form, { fields, form }: Extract<Reply, { type: 'errors' }>) {
  const blocks = blocksIn(state);
  const errors = Object.entries(fields).map(([name, error]) => [blocks[name], error] as const);
  if (form !== undefined || errors.length === 0 || errors.some(([block]) => block === undefined)) return undefined;
  return { response_action: 'errors', errors: Object.fromEntries(errors) } as const;
}

/** The form as it is now, with what was typed, and above it what is wrong with the whole. */
async function again(
  { state, fromHome }: Form,
  interaction: Interaction,
  errors: Extract<Reply, { type: 'errors' }>,
  { receive, reader: readerFor }: Tools,
): Promise<ModalView> {
  const { does, cause, channel } = interaction;
  const reader = readerFor(interaction.account);
  const said = cardIn(errors, reader) ?? say(reader, 'unknown');
  if (does.type !== 'submit') return cardModal(said, channel);
  const opened = await receive({
    ...interaction,
    cause: `${cause}/again`,
    does: { type: 'open', form: does.form, args: does.args },
  });
  if (opened.type !== 'open') return cardModal(said, channel);
  const { inputs } = opened.form.view;
  const stray = Object.entries(errors.fields).filter(([name]) => !(name in inputs) || inputs[name]?.type === 'check');
  const formError = [errors.form, ...stray.map(([, error]) => error)].filter(Boolean).join(' ');
  const shown: FormState = { values: does.values, errors: errors.fields, ...(formError && { formError }) };
  const from = { channel, home: fromHome || undefined } as const;
  return formModal(opened.form, reader, { from, nonce: nonceIn(state) ?? nonce(), state: shown }) ?? cardModal(said);
}
