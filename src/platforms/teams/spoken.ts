/**
 * Somebody wrote to us. In their own chat the answer follows; in a channel they alone get it, since others read along:
 * there, when nobody else saw the question either, else in their own chat.
 */
import { isWhispered } from './activity.ts';
import type { Content } from './connector.ts';
import type { TeamsReader } from './content.ts';
import { formFor } from './door.ts';
import { cardOf, sentence } from './said.ts';
import type { Asked, Tools } from './tools.ts';
import { teamsWords } from './words.ts';

export async function spoken(asked: Asked, tools: Tools): Promise<void> {
  const reply = await tools.receive(asked.interaction);
  const reader = tools.reader(asked);
  const whispered = isWhispered(asked.incoming);
  if (reply.type === 'open') {
    const form = formFor(asked, reply.form, reader, tools.draw);
    return whispered ? tools.background(back(asked, form, tools)) : tools.say(form);
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
