/** Replies as Slack takes them: at once in the acknowledgement where it can carry one, else by a call right after it. */
import type { ModalView } from '@slack/types';
import { attached, buttons, type Card, opens, text } from '#src/view/card.ts';
import { saying } from '#src/view/card-for.ts';
import type { OpenForm } from '#src/view/form.ts';
import { DeliveryFault, type Interaction, type Reply } from '../platform.ts';
import { type Message, message } from './card.ts';
import { NotTaken } from './client.ts';
import { refilled } from './dialog.ts';
import { refusalOf } from './faults.ts';
import type { FormReader } from './form-options.ts';
import { homeOf, publish } from './home.ts';
import { LIMITS } from './limits.ts';
import { cardModal, formModal } from './modal.ts';
import { asReader, cardIn, nonce, say } from './say.ts';
import { submitted } from './submission.ts';
import type { Surface } from './surface.ts';
import type { Answering, Tools } from './tools.ts';

export async function answering(
  surface: Surface,
  interaction: Interaction,
  reply: Reply,
  tools: Tools,
): Promise<Answering> {
  const { account, channel } = interaction;
  const reader = tools.reader(account);
  const { client, respond, shelf } = tools;
  const modal = (form: OpenForm, home?: true) =>
    formModal(form, reader, { from: { channel, home }, nonce: nonce() }) ?? cardModal(say(reader, 'tooLong'), channel);

  switch (surface.type) {
    case 'form':
      return submitted(surface, interaction, reply, tools);
    case 'command': {
      if (reply.type === 'open') return { after: async () => void (await open(modal(reply.form), surface)) };
      const card = cardIn(reply, reader);
      if (!card) return {};
      if (attached(card).length === 0) return { ack: { response_type: 'ephemeral', ...message(card) } };
      const how = { response_type: 'ephemeral' };
      return { after: () => whole(card, (said) => respond(surface.responseUrl, { ...how, ...said })) };
    }
    case 'button': {
      if (reply.type === 'open') return { after: async () => void (await open(modal(reply.form), surface)) };
      const card = cardIn(reply, reader);
      const { responseUrl } = surface;
      if (!card || responseUrl === undefined) return {};
      const how = reply.type === 'replace' && surface.own ? { replace_original: true } : beside(surface);
      return { after: () => whole(card, (said) => respond(responseUrl, { ...how, ...said })) };
    }
    case 'shortcut': {
      const card = cardIn(reply, reader);
      if (reply.type === 'open') return { after: async () => void (await open(modal(reply.form), surface)) };
      return card ? { after: () => illustrated(card, (view) => open(view, surface)) } : {};
    }
    case 'home': {
      if (reply.type === 'open') return { after: async () => void (await open(modal(reply.form, true), surface)) };
      const card = reply.type === 'done' ? undefined : cardIn(reply, reader);
      const shown = card && illustrated(card, (view) => open(view, surface));
      return { after: async () => void (await Promise.all([shown, homeOf(interaction, tools)])) };
    }
    case 'dialog': {
      const card = cardIn(reply, reader);
      const push = reply.type !== 'replace' && surface.depth < LIMITS.modal.stack;
      const put = async (view: ModalView) => {
        if (push) return orTold(surface, () => client.views.push({ trigger_id: surface.trigger, view }));
        return (await client.views.update({ view_id: surface.view, view })).view;
      };
      if (reply.type === 'open') return { after: async () => void (await put(modal(reply.form))) };
      return card ? { after: () => illustrated(card, put) } : {};
    }
    case 'direct':
    case 'mention': {
      const card = reply.type === 'open' ? doorTo(reply.form, reader) : cardIn(reply, reader);
      if (!card) return {};
      const { channel: place, thread } = surface;
      const more = { channel: place, ...(thread && { thread_ts: thread }), unfurl_links: false };
      const write = async (said: Message, where = more) =>
        void (await client.chat.postMessage({ ...where, ...said, unfurl_media: false }));
      const whisper = async (said: Message) => {
        try {
          await client.chat.postEphemeral({ ...more, ...said, user: account });
        } catch (error) {
          if (!CLOSED.includes(refusalOf(error) ?? '')) throw error;
          await write(said, { channel: account, unfurl_links: false });
        }
      };
      return { after: () => whole(card, surface.type === 'direct' ? write : whisper) };
    }
    case 'tab':
      return { after: () => publish(account, cardIn(reply, reader), client) };
  }

  /**
   * A message with its pictures, or, when Slack does not take those, with words in their place. A file to download is
   * shared with the person, since what they see here is theirs alone.
   */
  async function whole(card: Card, post: (said: Message) => Promise<void>): Promise<void> {
    if (attached(card).length === 0) return post(message(card));
    try {
      await post(message(card, await shelf.bring(card, account)));
    } catch (error) {
      // What may have arrived all the same is not said twice.
      const refused = error instanceof NotTaken || error instanceof DeliveryFault || refusalOf(error) !== undefined;
      if (!refused) throw error;
      await post(message(card));
    }
  }

  /**
   * A dialog cannot wait for pictures to go up: it opens with what Slack has, and the rest follows, unless somebody has
   * gone on in it meanwhile, perhaps to a form that they are filling in.
   */
  async function illustrated(card: Card, put: (view: ModalView) => Promise<Put | undefined>): Promise<void> {
    const files = shelf.here(account);
    const { id, hash } = (await put(cardModal(card, channel, files))) ?? {};
    if (id === undefined || attached(card).every((shown) => files(shown) !== undefined)) return;
    const view = cardModal(card, channel, await shelf.bring(card, account));
    await refilled(client, { view_id: id, view, ...(hash !== undefined && { hash }) });
  }

  function open(view: ModalView, from: Triggered): Promise<Put | undefined> {
    return orTold(from, () => client.views.open({ trigger_id: from.trigger, view }));
  }

  /** A trigger lives for three seconds. When it was too late, the person is told where there is a way to. */
  async function orTold(from: Triggered, put: () => Promise<{ view?: Put }>): Promise<Put | undefined> {
    try {
      return (await put()).view;
    } catch (error) {
      const url = 'responseUrl' in from ? from.responseUrl : undefined;
      const said = message(say(reader, 'notOpened'));
      // Dialogs, the home and the shortcuts of no message have no address to answer to.
      if (url === undefined) await client.chat.postMessage({ channel: account, ...said });
      else await respond(url, { response_type: 'ephemeral', replace_original: false, ...said });
      throw error;
    }
  }
}

/** Why nothing can be said to one person in a channel: we are not in it, or they are not any more. Then we write to them. */
const CLOSED = ['channel_not_found', 'not_in_channel', 'user_not_in_channel', 'is_archived', 'no_permission'];

/** Where an answer to a button goes that does not take the place of its message. */
function beside({ direct, thread }: Extract<Surface, { type: 'button' }>): object {
  if (!direct) return { replace_original: false, response_type: 'ephemeral' };
  return { replace_original: false, response_type: 'in_channel', ...(thread !== undefined && { thread_ts: thread }) };
}

type Triggered = Extract<Surface, { trigger: string }>;

/** A dialog as Slack shows it: `hash` changes with what stands in it. */
type Put = { readonly id?: string; readonly hash?: string };

/** Where no dialog can be opened, because nobody clicked: a card with the button that opens it. */
function doorTo({ form, args, view }: OpenForm, reader: FormReader): Card {
  return {
    ...saying(asReader(reader), 'neutral', view.title),
    blocks: [text(view.title), buttons(opens(`${view.title}…`, form, args, { look: 'primary' }))],
  };
}
