/** Activities as Teams sends them. */
import { AMONG_OTHERS, BOT, TEAM, TENANT } from './teams.fixture.ts';

export type Who = { readonly name: string; readonly aad: string; readonly locale: string };

let count = 0;
const fresh = () => {
  count += 1;
  return `f:${count}`;
};

/** An activity from somebody's own chat with the bot, or, with `channel`, from a thread there. */
export function activityOf(
  who: Who,
  more: { readonly type: string; readonly [field: string]: unknown },
  channel?: string,
) {
  const tenant = { tenant: { id: TENANT } };
  // What happens to a channel happens in no thread of it.
  const thread = more.type.endsWith('Update') ? '' : ';messageid=1';
  return {
    ...{ id: fresh(), channelId: 'msteams', timestamp: '2026-03-02T01:00:00.000Z', locale: who.locale },
    from: { id: `29:${who.aad}`, name: who.name, aadObjectId: who.aad },
    recipient: { id: BOT, name: 'Goodword' },
    ...(channel
      ? {
          conversation: { id: `${channel}${thread}`, conversationType: 'channel', isGroup: true, tenantId: TENANT },
          channelData: { ...tenant, channel: { id: channel }, team: { id: TEAM } },
        }
      : {
          conversation: { id: `a:${who.aad}`, conversationType: 'personal', tenantId: TENANT },
          channelData: tenant,
        }),
    ...more,
  };
}

/** What Teams encloses with whatever somebody types: it once more, as HTML, and the client that it comes from. */
const enclosed = ({ locale }: Who, text: string, platform = 'Web') => {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const content = escaped.replace(/https?:\/\/\S+/g, (href) => `<a href="${href}" title="${href}">${href}</a>`);
  return {
    attachments: [{ contentType: 'text/html', content: `<div>\n<div>${content}</div>\n</div>` }],
    entities: [{ type: 'clientInfo', locale, country: locale.slice(3), platform, timezone: 'Europe/London' }],
  };
};

export const says = (who: Who, text: string, platform?: string) =>
  activityOf(who, { type: 'message', text, textFormat: 'plain', ...enclosed(who, text, platform) });

/** As Teams writes a mention: the tag in the text, sometimes twice, and a space that is none. */
export const mentions = (who: Who, text: string, channel: string, more: object = {}) => {
  const { attachments, entities } = enclosed(who, `Goodword ${text}`);
  const mention = { type: 'mention', text: '<at>Goodword</at>', mentioned: { id: BOT, name: 'Goodword' } };
  const written = { type: 'message', textFormat: 'plain', text: `<at>Goodword</at>&nbsp;${text}\n` };
  return activityOf(who, { ...written, attachments, entities: [mention, ...entities], ...more }, channel);
};

export const invokes = (who: Who, name: string, value: object, channel?: string, more: object = {}) =>
  activityOf(who, { type: 'invoke', name, value, ...more }, channel);

/** From the menu of a message in a chat of two colleagues: Teams calls it personal, and lists us as whom it was sent to. */
export const invokesAmongOthers = (who: Who, name: string, value: object) =>
  invokes(who, name, value, undefined, {
    conversation: { id: `${AMONG_OTHERS}${who.aad}`, conversationType: 'personal', tenantId: TENANT },
  });

/** As a command with a slash comes from a channel: nobody else there sees it. */
export const whispers = (who: Who, text: string, channel: string) => {
  const recipient = { id: BOT, name: 'Goodword', isTargeted: true };
  return activityOf(who, { type: 'message', text, textFormat: 'plain', ...enclosed(who, text), recipient }, channel);
};
