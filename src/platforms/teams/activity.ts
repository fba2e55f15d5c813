/** The part of an activity that we read. Teams signs it, yet its shape is checked before anything is believed. */
import { z } from 'zod';
import { enclosure } from './carded.ts';

const text = z.string();
const account = z.object({
  id: text,
  name: text.optional(),
  aadObjectId: text.optional(),
  tenantId: text.nullish(),
});
const entity = z.looseObject({
  type: text.optional(),
  text: text.optional(),
  platform: text.nullish(),
  mentioned: z.looseObject({ id: text.optional(), name: text.optional() }).optional(),
});

/** Fields that are null as if they were not there, as deep as we read: a name that is missing must not lose a message. */
const filled = (value: unknown, depth = 4): unknown => {
  if (depth === 0 || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((one) => filled(one, depth - 1));
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, one]) => (one === null ? [] : [[key, filled(one, depth - 1)]])),
  );
};

const shape = z.object({
  type: text,
  name: text.optional(),
  action: text.optional(),
  id: text.optional(),
  channelId: text,
  // Without it the vendor's library would not compare it with the token.
  serviceUrl: z.url({ protocol: /^https?$/ }),
  from: account.optional(),
  recipient: account.extend({ isTargeted: z.boolean().nullish() }).optional(),
  conversation: z.object({
    id: text.min(1),
    conversationType: text.optional(),
    tenantId: text.optional(),
    isGroup: z.boolean().optional(),
  }),
  channelData: z
    .looseObject({
      tenant: z.looseObject({ id: text.optional() }).optional(),
      channel: z.looseObject({ id: text.optional(), type: text.nullish() }).optional(),
      team: z.looseObject({ id: text.optional() }).optional(),
      eventType: text.optional(),
    })
    .nullish(),
  text: text.nullish(),
  value: z.unknown().optional(),
  entities: z.array(entity).nullish(),
  attachments: z
    .array(
      z.looseObject({
        contentType: text.nullish(),
        contentUrl: text.nullish(),
        name: text.nullish(),
        content: z.unknown().optional(),
      }),
    )
    .nullish(),
  membersAdded: z.array(account).nullish(),
  membersRemoved: z.array(account).nullish(),
  locale: text.nullish(),
  localTimezone: text.nullish(),
  replyToId: text.nullish(),
  deliveryMode: text.nullish(),
});
export type Incoming = z.output<typeof shape>;
export const activity = z.preprocess((body) => filled(body), shape);

/** What `adaptiveCard/action` carries. */
export const executed = z.looseObject({
  action: z.looseObject({ verb: z.unknown().optional(), data: z.unknown().optional() }),
});
/** What a dialog asks for or sends. */
export const tasked = z.looseObject({ data: z.unknown().optional() });
/** A message action: which, and on what message. */
export const extended = z.looseObject({
  commandId: text,
  messagePayload: z
    .looseObject({
      body: z.looseObject({ content: text.nullish(), contentType: text.nullish() }).nullish(),
      attachments: z.array(enclosure).nullish(),
      linkToMessage: text.nullish(),
      from: z.looseObject({ user: z.looseObject({ displayName: text.nullish() }).nullish() }).nullish(),
    })
    .nullish(),
});

/** The vendor's kinds of conversation; whatever else there may be is a place that others read, too. */
export const isPersonal = ({ conversation: { conversationType, isGroup } }: Incoming): boolean =>
  conversationType === 'personal' || (conversationType === undefined && isGroup !== true);

/** A message action comes from wherever the message stands, also from chats of people among themselves, where we are not. */
export const isMessageAction = ({ name }: Incoming): boolean => name?.startsWith('composeExtension/') === true;

/** Written where others talk, for us alone: as a command with a slash is. */
export const isWhispered = ({ recipient }: Incoming): boolean => recipient?.isTargeted === true;

/** By what the client says of itself. */
export const isOnPhone = ({ entities }: Incoming): boolean =>
  (entities ?? []).some(({ type, platform }) => type === 'clientInfo' && /^(?:ios|android)$/i.test(platform ?? ''));

/** The id by which a channel is known, whichever thread of it somebody wrote in. */
export const channelOf = ({ conversation, channelData }: Incoming): string =>
  conversation.conversationType === 'channel' && channelData?.channel?.id
    ? channelData.channel.id
    : (conversation.id.split(';')[0] ?? conversation.id);

/** The conversation whose roster has whoever wrote: no thread has one, and a common channel none that is whole. */
export const rosterOf = (incoming: Incoming): string => {
  const { channel, team } = incoming.channelData ?? {};
  const isApart = channel?.type === 'private' || channel?.type === 'shared';
  return (!isApart && team?.id) || channelOf(incoming);
};

/** Every company that an activity names. In a channel shared with another one, that of the place and that of the person differ. */
export const tenantsOf = ({ conversation, channelData, from }: Incoming): readonly string[] =>
  [conversation.tenantId, channelData?.tenant?.id, from?.tenantId].flatMap((id) => id?.toLowerCase() ?? []);

export const tenantOf = ({ conversation, channelData }: Incoming): string | undefined =>
  conversation.tenantId ?? channelData?.tenant?.id;
