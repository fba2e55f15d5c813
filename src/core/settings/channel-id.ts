/** A channel's id out of what an administrator typed or pasted: each chat has its own shape, and its own links. */

/** Channels of Slack begin with C, private ones of older workspaces with G; people and direct messages are no place for cases. */
const ON_SLACK = /^[CG][A-Z0-9]{7,20}$/;
const ON_TEAMS = /^19:[\w-]{1,200}@thread\.(?:tacv2|skype)$/;

const READ: { readonly [platform: string]: (text: string) => string | undefined } = {
  slack: (text) => fits(ON_SLACK, mentioned(text) ?? slackLink(text) ?? text),
  teams: (text) => fits(ON_TEAMS, teamsLink(text) ?? text),
};

/** Undefined when it is no channel's id, no mention of a channel, and no link to one. */
export function channelIdIn(typed: string, platform: string): string | undefined {
  const text = typed.trim();
  const read = READ[platform];
  return read ? read(text) : text || undefined;
}

const fits = (shape: RegExp, id: string): string | undefined => (shape.test(id) ? id : undefined);

/** `<#C0123ABCD|general>` */
const mentioned = (text: string): string | undefined => /^<#([^|>]*)(?:\|[^>]*)?>$/.exec(text)?.[1];

/** `https://acme.slack.com/archives/C0123ABCD`, perhaps with a message after it, and the address bar's `…/client/T0123/C0123ABCD`. */
function slackLink(text: string): string | undefined {
  const url = linkTo(text, /\.slack(?:-gov)?\.com$/);
  return url && /^\/(?:archives|client\/[^/]+)\/([^/]+)/.exec(url.pathname)?.[1];
}

/** `https://teams.microsoft.com/l/channel/19%3A…%40thread.tacv2/General?groupId=…`, as “Get link to channel” gives it. */
function teamsLink(text: string): string | undefined {
  const url = linkTo(text, /^teams\.(?:microsoft\.com|cloud\.microsoft|microsoft\.us)$/);
  const id = url && /^\/l\/channel\/([^/]+)/.exec(url.pathname)?.[1];
  return id?.replace(/%3a/gi, ':').replace(/%40/gi, '@');
}

/** An address with such a host, read and never followed. */
function linkTo(text: string, host: RegExp): URL | undefined {
  const url = URL.parse(/^<([^<>|]*)(?:\|[^<>]*)?>$/.exec(text)?.[1] ?? text);
  return url?.protocol === 'https:' && host.test(url.hostname) ? url : undefined;
}
