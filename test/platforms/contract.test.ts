/** The console, Slack and Teams keep one contract. */

import { ask } from '#test/server/ask.ts';
import { eventsAs } from './console/events.ts';
import { channel, opened as consoleOpened, direct } from './console/place.ts';
import { platformContract } from './contract.ts';
import { wordsOf } from './slack/hands.ts';
import { command } from './slack/payloads.ts';
import * as slackPlace from './slack/place.ts';
import { activityOf } from './teams/activities.ts';
import { wordsOf as wordsInTeams } from './teams/hands.ts';
import * as teamsPlace from './teams/place.ts';

platformContract('the console', async () => {
  let minute = 0;
  // Each message a minute after the one before: two within a millisecond have no order.
  const place = await consoleOpened(undefined, {
    now: () => new Date(Date.UTC(2026, 0, 1, 8, minute++)).toISOString(),
  });
  const places = { channel: channel('general'), direct: direct('emma') };
  return {
    ...{ platform: place.platform, seen: place.seen, nowhere: channel('nowhere') },
    ...places,
    async reads(at) {
      const { messages } = await eventsAs(place.url, 'emma').sync();
      return messages
        .filter((one) => one.place.kind === at.kind && one.place.id === at.id)
        .map((one) => JSON.stringify(one.card));
    },
    types: (name, text, id = 'x') =>
      ask(`${place.url}/console/interact`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ as: 'emma', does: { type: 'command', name, text }, cause: `cause-${id}` }),
      }),
  };
});

platformContract('Slack', async () => {
  const place = await slackPlace.opened();
  const { chat, platform, seen } = place;
  chat.users.set('U0EMMA', { id: 'U0EMMA', name: 'Emma', locale: 'en-GB' });
  return {
    ...{ platform, seen, nowhere: slackPlace.channel('C0NOWHERE') },
    channel: slackPlace.channel(),
    direct: slackPlace.direct('U0EMMA'),
    reads: async ({ kind, id }) =>
      chat.at(kind === 'direct' ? `D${id.slice(1)}` : id).map(({ blocks }) => wordsOf(blocks)),
    types: (name, text, id = 'x') =>
      place.post(command('U0EMMA', `/${name}`, text.replaceAll('&', '&amp;'), { ...place, trigger: `1.2.${id}` })),
  };
});

platformContract('Teams', async () => {
  const place = await teamsPlace.opened();
  const { chat, platform, seen, emma } = place;
  const nowhere = teamsPlace.channel('19:nowhere@thread.tacv2');
  chat.fails = ({ conversation }) =>
    conversation === nowhere.id ? { status: 404, code: 'ConversationNotFound' } : undefined;
  return {
    ...{ platform, seen, nowhere },
    channel: teamsPlace.channel('19:general@thread.tacv2'),
    direct: teamsPlace.direct(emma.aad),
    reads: async ({ kind, id }) =>
      chat.at(kind === 'direct' ? `a:${id}` : id).map(({ card, summary }) => `${summary} ${wordsInTeams(card)}`),
    types: (name, text, id = 'x') =>
      place.post(activityOf(emma, { type: 'message', text: `/${name} ${text.replaceAll('&', '&amp;')}`, id })),
  };
});
