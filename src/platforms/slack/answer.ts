/** Replies as Slack takes them: at once in the acknowledgement where it can carry one, else by a call right after it. */
import type { ModalView } from '@slack/types';
import { buttons, type Card, opens, text } from '#src/view/card.ts';
import { saying } from '#src/view/card-for.ts';
import type { OpenForm } from '#src/view/form.ts';
import type { Interaction, Reply } from '../platform.ts';
import { message } from './card.ts';
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
  const { client, respond } = tools;
  const modal = (form: OpenForm, home?: true) =>
    formModal(form, reader, { from: { channel, home }, nonce: nonce() }) ?? cardModal(say(reader, 'tooLong'), channel);

  switch (surface.type) {
    case 'form':
      return submitted(surface, interaction, reply, tools);
    case 'command': {
      if (reply.type === 'open') return { after: () => open(modal(reply.form), surface) };
      const card = cardIn(reply, reader);
      return card ? { ack: { response_type: 'ephemeral', ...message(card) } } : {};
    }
    case 'button': {
      if (reply.type === 'open') return { after: () => open(modal(reply.form), surface) };
      const card = cardIn(reply, reader);
      const { responseUrl } = surface;
      if (!card || responseUrl === undefined) return {};
      const how =
        reply.type === 'replace' && surface.own
          ? { replace_original: true }
          : { replace_original: false, response_type: surface.direct ? 'in_channel' : 'ephemeral' };
      return { after: () => respond(responseUrl, { ...how, ...message(card) }) };
    }
    case 'shortcut': {
      const card = cardIn(reply, reader);
      const view = reply.type === 'open' ? modal(reply.form) : card && cardModal(card, channel);
      return view ? { after: () => open(view, surface) } : {};
    }
    case 'home': {
      if (reply.type === 'open') return { after: () => open(modal(reply.form, true), surface) };
      const card = reply.type === 'done' ? undefined : cardIn(reply, reader);
      const shown = card && open(cardModal(card), surface);
      return { after: async () => void (await Promise.all([shown, homeOf(interaction, tools)])) };
    }
    case 'dialog': {
      const card = cardIn(reply, reader);
      const view = reply.type === 'open' ? modal(reply.form) : card && cardModal(card, channel);
      if (!view) return {};
      const push = reply.type !== 'replace' && surface.depth < LIMITS.modal.stack;
      return {
        after: async () =>
          void (await (push
            ? client.views.push({ trigger_id: surface.trigger, view })
            : client.views.update({ view_id: surface.view, view }))),
      };
    }
    case 'direct':
    case 'mention': {
      const card = reply.type === 'open' ? doorTo(reply.form, reader) : cardIn(reply, reader);
      if (!card) return {};
      const { channel: place, thread } = surface;
      const posted = { channel: place, ...message(card), ...(thread && { thread_ts: thread }), unfurl_links: false };
      return {
        after: async () =>
          void (await (surface.type === 'direct'
            ? client.chat.postMessage({ ...posted, unfurl_media: false })
            : client.chat.postEphemeral({ ...posted, user: account }))),
      };
    }
    case 'tab':
      return { after: () => publish(account, cardIn(reply, reader), client) };
  }

  /** A trigger lives for three seconds. When it was too late, the person is told where there is a way to. */
  async function open(view: ModalView, from: Extract<Surface, { trigger: string }>): Promise<void> {
    try {
      await client.views.open({ trigger_id: from.trigger, view });
    } catch (error) {
      const url = 'responseUrl' in from ? from.responseUrl : undefined;
      if (url !== undefined) {
        const how = { response_type: 'ephemeral', replace_original: false };
        await respond(url, { ...how, ...message(say(reader, 'notOpened')) });
      }
      throw error;
    }
  }
}

/** Where no dialog can be opened, because nobody clicked: a card with the button that opens it. */
function doorTo({ form, args, view }: OpenForm, reader: FormReader): Card {
  return {
    ...saying(asReader(reader), 'neutral', view.title),
    blocks: [text(view.title), buttons(opens(`${view.title}…`, form, args, { look: 'primary' }))],
  };
}
