/** Activities as Teams sends them. */
import { AMONG_OTHERS, BOT, TEAM, TENANT } from './teams.fixture.ts';

export type Who = { readonly name: string; readonly aad: string; readonly locale: string };

let count = 0;
const fresh = () => {
  count += 1;
  return `f:${count}`;
};

/** An activity from somebody's own chat with the bot, or, with `channel`, from a thread there. */
export function activityOf(who: Who, more: object, channel?: string) {
  const tenant = { tenant: { id: TENANT } };
  return {
    ...{ id: fresh(), channelId: 'msteams', timestamp: '2026-03-02T01:00:00.000Z', locale: who.locale },
    from: { id: `29:${who.aad}`, name: who.name, aadObjectId: who.aad },
    recipient: { id: BOT, name: 'Goodword' },
    ...(channel
      ? {
          conversation: { id: `${channel};messageid=1`, conversationType: 'channel', isGroup: true, tenantId: TENANT },
          channelData: { ...tenant, channel: { id: channel }, team: { id: TEAM } },
        }
      : {
          conversation: { id: `a:${who.aad}`, conversationType: 'personal', tenantId: TENANT },
          channelData: tenant,
        }),
    ...more,
  };
}

export const says = (who: Who, text: string) => activityOf(who, { type: 'message', text });

/** As Teams writes a mention: the tag in the text, sometimes twice, and a space that is none. */
export const mentions = (who: Who, text: string, channel: string, more: object = {}) =>
  activityOf(
    who,
    {
      type: 'message',
      text: `<at>Goodword</at>&nbsp;${text}`,
      entities: [{ type: 'mention', text: '<at>Goodword</at>', mentioned: { id: BOT, name: 'Goodword' } }],
      ...more,
    },
    channel,
  );

export const invokes = (who: Who, name: string, value: object, channel?: string, more: object = {}) =>
  activityOf(who, { type: 'invoke', name, value, ...more }, channel);

/** From the menu of a message in a chat of two colleagues: Teams calls it personal, and lists us as whom it was sent to. */
export const invokesAmongOthers = (who: Who, name: string, value: object) =>
  invokes(who, name, value, undefined, {
    conversation: { id: `${AMONG_OTHERS}${who.aad}`, conversationType: 'personal', tenantId: TENANT },
  });
