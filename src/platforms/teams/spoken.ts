/** Somebody wrote to us. In their own chat the answer follows; in a channel they alone get it, since others read along. */
import { buttons, type Card, opens } from '#src/view/card.ts';
import type { OpenForm } from '#src/view/form.ts';
import type { TeamsReader } from './content.ts';
import { cardOf, sentence } from './said.ts';
import type { Asked, Tools } from './tools.ts';
import { teamsWords } from './words.ts';

export async function spoken(asked: Asked, tools: Tools): Promise<void> {
  const reply = await tools.receive(asked.interaction);
  const reader = tools.reader(asked);
  if (reply.type === 'open') {
    // A form in a channel would be filled in before everybody: there stands a button, whose dialog is one's own.
    tools.say(
      asked.personal ? tools.draw.postedForm(reply.form, reader) : tools.draw.posted(doorTo(reply.form, reader)),
    );
    return;
  }
  const card = cardOf(reply, reader);
  if (!card) return;
  if (asked.personal) tools.say(tools.draw.posted(card));
  else tools.background(aside(asked, card, reader, tools));
}

async function aside({ interaction }: Asked, card: Card, reader: TeamsReader, tools: Tools): Promise<void> {
  const words = teamsWords[reader.locale];
  const arrived = await tools.tell(interaction.account, tools.draw.posted(card));
  tools.say(
    tools.draw.posted(sentence(reader, arrived ? 'neutral' : 'warning', arrived ? words.elsewhere : words.addMe)),
  );
}

function doorTo({ form, args, view }: OpenForm, reader: TeamsReader): Card {
  const card = sentence(reader, 'neutral', view.title);
  return { ...card, blocks: [...card.blocks, buttons(opens(`${view.title}…`, form, args, { look: 'primary' }))] };
}
