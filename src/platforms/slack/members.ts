/** Who is in a channel or a user group of Slack: colleagues alone, without guests, bots and whoever left. */
import type { WebClient } from '@slack/web-api';
import { DeliveryFault, type Member, type Membership } from '../platform.ts';
import { called } from './called.ts';
import type { Directory } from './directory.ts';
import type { Pace } from './pace.ts';

export type MembersOptions = {
  readonly client: WebClient;
  readonly directory: Pick<Directory, 'colleague'>;
  /** For lists, which may be asked 20 times a minute. */
  readonly lists: Pace;
};

/** `changed` is called when Slack tells that somebody came or went. */
export type Members = Membership & { changed(): void };

const PAGE = 200;
/** Nobody's team is larger; the rest of a channel of all need not be asked for. */
const MOST = 1000;

export function members({ client, directory, lists }: MembersOptions): Members {
  const listeners = new Set<() => void>();

  async function inChannel(channel: string): Promise<readonly string[]> {
    const found: string[] = [];
    let cursor: string | undefined;
    do {
      const asked = { channel, limit: PAGE, ...(cursor && { cursor }) };
      const page = await called(lists, 'conversations.members', 'harmless', () => client.conversations.members(asked));
      found.push(...(page.members ?? []));
      cursor = page.response_metadata?.next_cursor || undefined;
    } while (cursor && found.length < MOST);
    return found;
  }

  async function inGroup(typed: string): Promise<readonly string[]> {
    const { usergroups = [] } = await called(lists, 'usergroups.list', 'harmless', () => client.usergroups.list({}));
    const handle = typed.trim().replace(/^@/, '').toLowerCase();
    const group = usergroups.find(
      ({ id, handle: name }) => id?.toLowerCase() === handle || name?.toLowerCase() === handle,
    );
    const usergroup = group?.id;
    if (usergroup === undefined) throw new DeliveryFault('gone', 'There is no such user group.');
    const { users = [] } = await called(lists, 'usergroups.users.list', 'harmless', () =>
      client.usergroups.users.list({ usergroup }),
    );
    return users;
  }

  return {
    async members({ kind, id }) {
      const accounts = kind === 'channel' ? await inChannel(id) : await inGroup(id);
      const found: Member[] = [];
      for (const account of accounts) {
        const profile = await directory.colleague(account);
        if (profile) found.push({ account, profile });
      }
      return found;
    },
    onChange: (listener) => void listeners.add(listener),
    changed() {
      for (const listener of listeners) listener();
    },
  };
}
