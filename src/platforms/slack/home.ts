/** Somebody's home tab. */
import type { WebClient } from '@slack/web-api';
import type { Card } from '#src/view/card.ts';
import type { Interaction } from '../platform.ts';
import { homeView } from './modal.ts';
import { cardIn } from './say.ts';
import type { Tools } from './tools.ts';

/** The home once more, after something was done there. */
export async function homeOf(interaction: Interaction, { receive, reader, client }: Tools): Promise<void> {
  const { account, cause, profile: _, channel: __, ...rest } = interaction;
  const reply = await receive({ ...rest, account, cause: `${cause}/home`, does: { type: 'home' } });
  await publish(account, cardIn(reply, reader(account)), client);
}

export async function publish(user: string, card: Card | undefined, client: WebClient): Promise<void> {
  if (card) await client.views.publish({ user_id: user, view: homeView(card) });
}
