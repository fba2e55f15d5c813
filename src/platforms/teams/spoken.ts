/**
 * Somebody wrote to us. In their own chat the answer follows; in a channel they alone get it, since others read along:
 * there, when nobody else saw the question either, else in their own chat.
 */
import { buttons, type Card, opens } from '#src/view/card.ts';
import type { OpenForm } from '#src/view/form.ts';
import { isWhispered } from './activity.ts';
import type { Content } from './connector.ts';
import type { TeamsReader } from './content.ts';
import { cardOf, sentence } from './said.ts';
import type { Asked, Tools } from './tools.ts';
import { teamsWords } from './words.ts';

export async function spoken(asked: Asked, tools: Tools): Promise<void> {
  const reply = await tools.receive(asked.interaction);
  const reader = tools.reader(asked);
  const whispered = isWhispered(asked.incoming);
  if (reply.type === 'open') {
    if (asked.personal) return tools.say(tools.draw.postedForm(reply.form, reader));
    // A form in a channel would be filled in before everybody: there stands a button, whose dialog is one's own.
    const door = tools.draw.posted(doorTo(reply.form, reader));
    return whispered ? tools.background(back(asked, door, tools)) : tools.say(door);
  }
  const card = cardOf(reply, reader);
  if (!card) return;
  const content = tools.draw.posted(card);
  if (asked.personal) tools.say(content);
  else tools.background(whispered ? back(asked, content, tools) : aside(asked, content, reader, tools));
}

/** Where Teams takes no whisper the person's own chat is as private. Nothing is said aloud: nobody else knows of it. */
async function back({ interaction }: Asked, content: Content, tools: Tools): Promise<void> {
  if (!(await tools.whisper(content))) await tools.tell(interaction.account, content);
}

async function aside({ interaction }: Asked, content: Content, reader: TeamsReader, tools: Tools): Promise<void> {
  const words = teamsWords[reader.locale];
  const arrived = await tools.tell(interaction.account, content);
  tools.say(
    tools.draw.posted(sentence(reader, arrived ? 'neutral' : 'warning', arrived ? words.elsewhere : words.addMe)),
  );
}

function doorTo({ form, args, view }: OpenForm, reader: TeamsReader): Card {
  const card = sentence(reader, 'neutral', view.title);
  return { ...card, blocks: [...card.blocks, buttons(opens(`${view.title}…`, form, args, { look: 'primary' }))] };
}
