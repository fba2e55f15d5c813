/**
 * A form that was asked for where no dialog opens by itself. In somebody's own chat it stands there; elsewhere there is a
 * button to its dialog: in a channel, since a form there would be filled in before everybody; on a phone, since its client
 * fails now and then at inputs in a chat, and shows no answer that has inputs again.
 */
import type { AdaptiveCard } from '#src/view/adaptive/types.ts';
import { buttons, type Card, opens } from '#src/view/card.ts';
import type { OpenForm } from '#src/view/form.ts';
import { isOnPhone } from './activity.ts';
import type { Content } from './connector.ts';
import type { Drawing, TeamsReader } from './content.ts';
import { sentence } from './said.ts';
import type { Asked } from './tools.ts';

export const formFor = ({ personal, incoming }: Asked, form: OpenForm, reader: TeamsReader, draw: Drawing): Content =>
  personal && !isOnPhone(incoming) ? draw.postedForm(form, reader) : draw.posted(doorTo(form, reader));

/** The same in the place of a card, for whoever pressed its button alone. */
export const formInstead = ({ incoming }: Asked, form: OpenForm, reader: TeamsReader, draw: Drawing): AdaptiveCard =>
  isOnPhone(incoming) ? draw.cardIn(doorTo(form, reader), 'chat') : draw.formIn(form, reader);

function doorTo({ form, args, view }: OpenForm, reader: TeamsReader): Card {
  const card = sentence(reader, 'neutral', view.title);
  return { ...card, blocks: [...card.blocks, buttons(opens(`${view.title}…`, form, args, { look: 'primary' }))] };
}
