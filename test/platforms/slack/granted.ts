/** What the token of the tests may do, and what each call needs of it. */

export const SCOPES =
  'files:read,files:write,usergroups:read,commands,chat:write,im:write,im:history,users:read,users:read.email,channels:read,groups:read,app_mentions:read,channels:history,groups:history';

/** What a call needs of the token; of several, one is enough. */
const NEEDS: { readonly [method: string]: readonly string[] } = {
  'chat.postMessage': ['chat:write'],
  'chat.update': ['chat:write'],
  'chat.postEphemeral': ['chat:write'],
  'conversations.open': ['im:write'],
  'conversations.info': ['channels:read', 'groups:read'],
  'conversations.members': ['channels:read', 'groups:read'],
  'conversations.history': ['channels:history', 'groups:history', 'im:history'],
  'usergroups.list': ['usergroups:read'],
  'usergroups.users.list': ['usergroups:read'],
  'users.info': ['users:read'],
  'users.list': ['users:read'],
  'files.getUploadURLExternal': ['files:write'],
  'files.completeUploadExternal': ['files:write'],
  'files.info': ['files:read'],
};

/** Nothing is, where Slack, or a gateway before it, does not say what is granted. */
export function isWithheld(scopes: string, method: string): boolean {
  const granted = scopes.split(',');
  const needs = NEEDS[method];
  return scopes !== '' && needs !== undefined && !needs.some((scope) => granted.includes(scope));
}
