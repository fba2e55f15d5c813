/** A button was pressed: answered at once, by one line or by the person's own view of the card. */
import type { AdaptiveCard } from '#src/view/adaptive/types.ts';
import type { Interaction, Reply } from '../platform.ts';
import { isOnPhone } from './activity.ts';
import type { Content } from './connector.ts';
import { CARD } from './content.ts';
import { formFor, formInstead } from './door.ts';
import { cardOf, line, sentence, wrongIn } from './said.ts';
import { again } from './submitted.ts';
import { inert } from './text.ts';
import type { Asked, Tools } from './tools.ts';
import { teamsWords } from './words.ts';

const LINE = 'application/vnd.microsoft.activity.message';

/**
 * What `adaptiveCard/action` is answered. Never as an error: Teams would show “Something went wrong” on the card, and for a
 * view ask no more.
 */
export type ClickAnswer = { readonly statusCode: 200; readonly type: string; readonly value: string | AdaptiveCard };

const own = (value: AdaptiveCard): ClickAnswer => ({ statusCode: 200, type: CARD, value });
export const toast = (value: string): ClickAnswer => ({ statusCode: 200, type: LINE, value: inert(value) });

export async function clicked(asked: Asked, tools: Tools): Promise<ClickAnswer> {
  const reply = await tools.receive(asked.interaction);
  const reader = tools.reader(asked);
  const words = teamsWords[reader.locale];
  const { does } = asked.interaction;
  if (does.type === 'submit') return sent(asked, does, reply, tools);
  switch (reply.type) {
    case 'done':
      return toast(reply.say ?? words.done);
    case 'errors':
      return toast(wrongIn(reply));
    case 'open':
      // A dialog opens only by a button that says so; this one did not know that it would need one.
      return asked.personal
        ? below(formFor(asked, reply.form, reader, tools.draw))
        : own(formInstead(asked, reply.form, reader, tools.draw));
    case 'replace':
      rewritten(asked, tools.draw.posted(reply.card), tools);
      return own(tools.draw.cardIn(reply.card, 'chat'));
    case 'show':
    case 'home': {
      const said = line(reply.card);
      if (said !== undefined) return toast(said);
      // A notice in somebody's chat stays as it is; a shared card changes for whoever clicked, until it is edited.
      return asked.personal ? below(tools.draw.posted(reply.card)) : own(tools.draw.cardIn(reply.card, 'chat'));
    }
  }

  function below(content: Content): ClickAnswer {
    tools.say(content);
    return toast(words.below);
  }
}

/** Somebody's client fetches their own view of a shared card. Where there is none the card stays, and a line says why. */
export async function viewed(asked: Asked, tools: Tools): Promise<ClickAnswer> {
  const reply = await tools.receive(asked.interaction);
  if (reply.type === 'replace') return own(tools.draw.sharedIn(reply.card, tools.viewers()));
  const reader = tools.reader(asked);
  const why = cardOf(reply, reader);
  return toast((why && line(why)) ?? teamsWords[reader.locale].unknown);
}

type Submit = Extract<Interaction['does'], { type: 'submit' }>;

/** A form that stood in the chat: with what is wrong in it, or gone for what came of it. */
async function sent(asked: Asked, does: Submit, reply: Reply, tools: Tools): Promise<ClickAnswer> {
  const reader = tools.reader(asked);
  if (reply.type === 'errors') {
    // A phone shows no answer that has inputs again; the form stands as it was sent.
    if (isOnPhone(asked.incoming)) return toast(wrongIn(reply));
    const back = await again(asked, does, reply, tools);
    return back ? own(tools.draw.formIn(back.form, reader, back.state)) : toast(wrongIn(reply));
  }
  if (reply.type === 'open') {
    rewritten(asked, formFor(asked, reply.form, reader, tools.draw), tools);
    return own(formInstead(asked, reply.form, reader, tools.draw));
  }
  const card = cardOf(reply, reader) ?? sentence(reader, 'good', teamsWords[reader.locale].done);
  rewritten(asked, tools.draw.posted(card), tools);
  return own(tools.draw.cardIn(card, 'chat'));
}

/** Only in somebody's own chat: elsewhere others look at the same message. */
function rewritten({ incoming, personal }: Asked, content: Content, tools: Tools): void {
  const { serviceUrl, conversation, replyToId } = incoming;
  if (personal && replyToId) tools.rewrite({ serviceUrl, conversation: conversation.id }, replyToId, content);
}
