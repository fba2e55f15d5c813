/** What Teams knows of people: name and language come with each activity, the e-mail is asked for afterwards. */
import { LRUCache } from 'lru-cache';
import type { Locale } from '#src/core/rules.ts';
import type { Profile } from '../platform.ts';
import { type Incoming, isMessageAction, rosterOf } from './activity.ts';
import type { Connector, Thread } from './connector.ts';

export type Directory = {
  /** What an activity says of whoever sent it, unless that was told before. */
  news(account: string, incoming: Incoming): Profile | undefined;
  /** Asks Teams about somebody's e-mail, unless it did so not long ago. Resolves when that is over; never rejects. */
  look(account: string, incoming: Incoming): Promise<void>;
  /**
   * Somebody can be written to from now on. Whom the desk awaits by their e-mail is known at once, before they ever
   * write: what waits for them comes to them. Never rejects.
   */
  met(account: string, incoming: Incoming): Promise<void>;
};

export type DirectoryOptions = {
  readonly connector: Connector;
  /** Somebody's own chat with us, where it is known. */
  readonly chatOf: (account: string) => Thread | undefined;
  readonly clock: () => number;
  /**
   * The tenant whose word for an e-mail counts: in one of their own, anybody can give themselves any address. Undefined
   * where nobody proves anything, or every company may write; then no e-mail is vouched for.
   */
  readonly tenant: string | undefined;
  readonly refresh: (account: string, profile: Profile) => Promise<void>;
  /** Whether there is work for somebody with this account or e-mail; a company's whole staff need not be on record. */
  readonly awaits: (account: string, email: string) => boolean;
  readonly onFault: (what: string, error: unknown) => void;
};

/** An e-mail is asked for again after this; milliseconds. */
const STALE = 24 * 3_600_000;
const PEOPLE = 50_000;

export function directory(options: DirectoryOptions): Directory {
  const { connector, chatOf, clock, tenant, refresh, awaits, onFault } = options;
  const told = new LRUCache<string, string>({ max: PEOPLE });
  const asked = new LRUCache<string, number>({ max: PEOPLE });
  /** Installing it for everybody brings everybody in the same minutes; they are asked about one after the other. */
  let asking = Promise.resolve();

  async function lookUp(account: string, incoming: Incoming, wanted: (email: string) => boolean): Promise<void> {
    const user = incoming.from?.id;
    if (tenant === undefined || user === undefined || clock() - (asked.get(account) ?? -STALE) < STALE) return;
    const where = chatOf(account) ?? rosterFor(incoming);
    if (!where) return;
    asked.set(account, clock());
    try {
      const found = await connector.member(where, user);
      // The address of a guest, or of somebody in a channel shared with us, belongs to another company, which we do not ask.
      const foreign = found.userRole === 'guest' || !isIn(tenant, found.tenantId);
      const email = foreign ? undefined : found.email || found.userPrincipalName;
      const profile = profileOf(incoming) ?? (found.name ? { name: found.name } : undefined);
      if (profile && email && /^[^\s@]+@[^\s@]+$/.test(email) && wanted(email))
        await refresh(account, { ...profile, email });
    } catch (error) {
      asked.delete(account);
      onFault(`the e-mail of ${account}`, error);
    }
  }

  return {
    news(account, incoming) {
      const profile = profileOf(incoming);
      if (!profile) return undefined;
      const said = JSON.stringify(profile);
      if (told.get(account) === said) return undefined;
      told.set(account, said);
      return profile;
    },
    async look(account, incoming) {
      if (profileOf(incoming)) await lookUp(account, incoming, () => true);
    },
    async met(account, incoming) {
      asking = asking.then(() => lookUp(account, incoming, (email) => awaits(account, email)));
      await asking;
    },
  };
}

/** Undefined where we are not among those who talk: Teams tells a stranger nothing. */
const rosterFor = (incoming: Incoming): Thread | undefined =>
  isMessageAction(incoming) ? undefined : { serviceUrl: incoming.serviceUrl, conversation: rosterOf(incoming) };

/** Teams need not name the tenant of somebody in our own. */
const isIn = (tenant: string, theirs: string | null | undefined): boolean =>
  !theirs || theirs.toLowerCase() === tenant.toLowerCase();

function profileOf({ from, locale, localTimezone }: Incoming): Profile | undefined {
  const spoken = localeOf(locale);
  if (!from?.name) return undefined;
  return { name: from.name, ...(spoken && { locale: spoken }), ...(localTimezone && { timeZone: localTimezone }) };
}

/** Undefined for a language that we do not speak: then the company's own counts. */
export function localeOf(tag: string | null | undefined): Locale | undefined {
  if (tag?.toLowerCase().startsWith('zh')) return 'zh';
  return tag?.toLowerCase().startsWith('en') ? 'en' : undefined;
}
