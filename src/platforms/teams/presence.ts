/** Where we are: learned from every activity, greeted once, forgotten when we are removed. */
import { channelOf, type Incoming, isMessageAction, isPersonal, tenantOf } from './activity.ts';
import type { TeamsReader } from './content.ts';
import type { Place, Places } from './places.ts';
import type { Tools } from './tools.ts';
import { toTeam, welcome } from './welcome.ts';

export type Presence = {
  /**
   * Resolves when the place is remembered; whoever is met where we were just installed is greeted. True when we can
   * write there and could not before.
   */
  seen(incoming: Incoming, account: string | undefined, tools: Tools): Promise<boolean>;
};

export type PresenceOptions = {
  readonly places: Places;
  /** The language of somebody who has not written yet, from what Teams says of them. */
  readonly reader: (incoming: Incoming, account: string | undefined) => TeamsReader;
  /** A place can be written to that could not. */
  readonly onReached: () => void;
  /** A place could not be kept: it is known until we stop, and whoever acts is answered all the same. */
  readonly onFault: (what: string, error: unknown) => void;
};

export function presence({ places, reader, onReached, onFault }: PresenceOptions): Presence {
  return {
    async seen(incoming, account, { say, draw }) {
      const place = placeOf(incoming, account);
      if (!place) return false;
      const kept = isRemoved(incoming) ? places.leave(place.kind, place.id) : places.learn(place);
      const isNew = await kept.catch((error: unknown) => onFault('a place on Teams', error));
      if (!isNew) return false;
      onReached();
      if (!isInstalled(incoming)) return true;
      const who = reader(incoming, account);
      say(draw.posted(place.kind === 'direct' ? welcome(who) : toTeam(who)));
      return true;
    },
  };
}

function placeOf(incoming: Incoming, account: string | undefined): Place | undefined {
  const { serviceUrl, conversation, recipient, from } = incoming;
  if (!recipient || isMessageAction(incoming)) return undefined;
  const tenant = tenantOf(incoming);
  const common = { serviceUrl, bot: recipient.id, ...(tenant !== undefined && { tenant }) };
  if (!isPersonal(incoming)) {
    const id = channelOf(incoming);
    return { ...common, kind: 'channel', id, conversation: id };
  }
  if (account === undefined || !from) return undefined;
  return { ...common, kind: 'direct', id: account, conversation: conversation.id, user: from.id };
}

const isUs = ({ recipient }: Incoming, all: Incoming['membersAdded']): boolean =>
  all?.some(({ id }) => id === recipient?.id) === true;

const isInstalled = (incoming: Incoming): boolean =>
  incoming.type === 'installationUpdate' || isUs(incoming, incoming.membersAdded);

function isRemoved(incoming: Incoming): boolean {
  const { type, action, channelData, membersRemoved } = incoming;
  if (type === 'installationUpdate') return action?.startsWith('remove') === true;
  const events = ['channelDeleted', 'teamDeleted'];
  return (
    type === 'conversationUpdate' && (isUs(incoming, membersRemoved) || events.includes(channelData?.eventType ?? ''))
  );
}
