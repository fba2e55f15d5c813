/** What Slack knows of people: remembered, so that no interaction waits for it, and asked for afterwards when unknown. */
import type { WebClient } from '@slack/web-api';
import { LRUCache } from 'lru-cache';
import type { Locale } from '#src/core/rules.ts';
import { DeliveryFault, type Profile } from '../platform.ts';
import { deliveryFault } from './faults.ts';
import type { Pace } from './pace.ts';
import { type SlackUser, slackUser } from './payload.ts';

export type Directory = {
  /** What is known of an account, if it has not been told before: an interaction carries it once. */
  news(account: string): Profile | undefined;
  /** How somebody is called, as far as we know. */
  nameOf(account: string): string | undefined;
  /** Whether somebody is of another company, as far as we know. */
  isStranger(account: string): boolean;
  /** Whether somebody is certainly of our company. Slack is asked where we do not know; nobody is when it does not say. */
  isOurs(account: string): Promise<boolean>;
  /** Asks Slack about somebody, unless they are known since not too long. Resolves when that is over; never rejects. */
  look(account: string): Promise<void>;
  /**
   * What is known of a colleague, asked for when it is not; undefined for a guest, a bot, a stranger, or somebody who
   * left. Rejects when Slack did not say: whoever reads a list must not take silence for somebody's leaving.
   */
  colleague(account: string): Promise<Profile | undefined>;
  /** Slack tells by itself. */
  told(user: SlackUser): Promise<void>;
  /** Learns everybody's language before they first write. */
  warm(): Promise<void>;
};

export type DirectoryOptions = {
  readonly client: WebClient;
  /** For questions about one person, and for pages of the list of all. */
  readonly pace: Pace;
  readonly pages: Pace;
  readonly clock: () => number;
  /** Whether somebody is of our company; asks who we are the first time. */
  readonly isOurs: (user: SlackUser) => Promise<boolean>;
  /** Whether the desk knows the account already, so that a change concerns it at once. */
  readonly isKnown: (account: string) => boolean;
  readonly refresh: (account: string, profile: Profile) => Promise<void>;
  readonly deactivate: (account: string) => Promise<void>;
  readonly onFault: (what: string, error: unknown) => void;
};

type Known = {
  readonly profile: Profile;
  readonly stranger: boolean;
  /** No colleague: a guest, or a bot. */
  readonly guest: boolean;
  readonly at: number;
  told: boolean;
};

/** Somebody's profile is asked for again after this, in case an event about it was lost. Milliseconds. */
const STALE = 24 * 3_600_000;
/** Somebody of whom Slack would tell nothing is asked about again after this. Milliseconds. */
const AGAIN = 60_000;
const PEOPLE = 50_000;
/** A page of users.list, which may be asked 20 times a minute. */
const PAGE = 200;

export function directory(options: DirectoryOptions): Directory {
  const { client, pace, pages, clock, isOurs, isKnown, refresh, deactivate, onFault } = options;
  const people = new LRUCache<string, Known>({ max: PEOPLE });
  const asking = new Map<string, Promise<void>>();
  /** Of whom Slack told nothing, since when and why: not asked again with every click. */
  const unknown = new LRUCache<string, { readonly at: number; readonly why: unknown }>({ max: PEOPLE });

  async function told(user: SlackUser): Promise<void> {
    const { id } = user;
    unknown.delete(id);
    if (user.deleted) {
      people.delete(id);
      if (isKnown(id)) await deactivate(id);
      return;
    }
    const stranger = !(await isOurs(user));
    const profile = profileOf(user);
    const before = people.get(id);
    const same = before !== undefined && JSON.stringify(before.profile) === JSON.stringify(profile);
    const known = isKnown(id);
    const guest = user.is_restricted === true || user.is_ultra_restricted === true || user.is_bot === true;
    people.set(id, { profile, stranger, guest, at: clock(), told: known || (same && before.told) });
    if (known && !same) await refresh(id, profile);
  }

  async function ask(account: string): Promise<void> {
    try {
      await pace.turn('users.info');
      const { user } = await client.users.info({ user: account, include_locale: true });
      await told(slackUser.parse(user));
    } catch (error) {
      unknown.set(account, { at: clock(), why: deliveryFault(error, 'harmless') });
      onFault(`the profile of ${account}`, error);
    } finally {
      asking.delete(account);
    }
  }

  async function look(account: string): Promise<void> {
    const known = people.get(account);
    if (known && clock() - known.at < STALE) return;
    if (clock() - (unknown.get(account)?.at ?? 0) < AGAIN) return;
    const under = asking.get(account) ?? ask(account);
    asking.set(account, under);
    await under;
  }

  return {
    async colleague(account) {
      await look(account);
      const known = people.get(account);
      const silent = known ? undefined : unknown.get(account);
      if (silent && !isNobody(silent.why)) throw silent.why;
      return known && !known.stranger && !known.guest ? known.profile : undefined;
    },
    news(account) {
      const known = people.get(account);
      if (!known || known.told) return undefined;
      known.told = true;
      return known.profile;
    },
    nameOf: (account) => people.get(account)?.profile.name,
    isStranger: (account) => people.get(account)?.stranger === true,
    async isOurs(account) {
      if (!people.has(account)) await look(account);
      return people.get(account)?.stranger === false;
    },
    look,
    told,
    async warm() {
      let cursor: string | undefined;
      try {
        do {
          await pages.turn('users.list');
          const page = await client.users.list({ limit: PAGE, include_locale: true, ...(cursor && { cursor }) });
          for (const member of page.members ?? []) {
            const user = slackUser.safeParse(member);
            if (user.success && !user.data.is_bot) await told(user.data);
          }
          cursor = page.response_metadata?.next_cursor || undefined;
        } while (cursor);
      } catch (error) {
        onFault('the list of people', error);
      }
    },
  };
}

/** There is no such account, or it is not for us to see: no colleague. */
const isNobody = (why: unknown): boolean =>
  why instanceof DeliveryFault && (why.why === 'gone' || why.why === 'forbidden');

/** The e-mail counts only when Slack says that it was confirmed: it makes one person of accounts on two platforms. */
function profileOf({ name, real_name, locale, tz, profile, is_email_confirmed }: SlackUser): Profile {
  const called = profile?.display_name || profile?.real_name || real_name || name || '';
  const spoken = localeOf(locale);
  return {
    name: called,
    ...(spoken && { locale: spoken }),
    ...(tz && { timeZone: tz }),
    ...(profile?.email && is_email_confirmed === true && { email: profile.email }),
  };
}

/** Undefined for a language that we do not speak: then the workspace's own counts. */
function localeOf(tag: string | undefined): Locale | undefined {
  if (tag?.startsWith('zh')) return 'zh';
  return tag?.startsWith('en') ? 'en' : undefined;
}
