/** What administrators set in the chat, at hand without waiting; and the one time that somebody becomes the first of them. */
import { DESK, type Happened, type Instant, type PersonId } from '#src/core/event.ts';
import type { Locale } from '#src/core/rules.ts';
import { SETTINGS, type Settings, type SettingsCommand, type SettingsEvent } from '#src/core/settings/settings.ts';
import type { People } from './people.ts';
import type { Records, Who } from './records.ts';

export class DeskSettings {
  readonly #records: Records<Settings, SettingsCommand, SettingsEvent>;
  readonly #people: People;
  readonly #moved = new Set<() => void>();
  readonly #regrouped = new Set<() => void>();
  #since: Instant | undefined;
  /** Since when each platform has the bot. */
  #platforms: ReadonlyMap<string, Instant> = new Map();
  #now: Settings = { channels: {}, locales: {}, seeded: [] };

  constructor(records: Records<Settings, SettingsCommand, SettingsEvent>, people: People) {
    this.#records = records;
    this.#people = people;
    records.onChange(({ state, history }) => {
      this.#since ??= history[0]?.meta.at;
      this.#platforms = platformsIn(history);
      const moved = state.channels !== this.#now.channels || state.locales !== this.#now.locales;
      const regrouped = state.responders !== this.#now.responders || state.channels !== this.#now.channels;
      this.#now = state;
      if (regrouped) for (const listener of this.#regrouped) listener();
      if (moved) for (const listener of this.#moved) listener();
    });
  }

  /** Told when a channel was set or speaks another language. */
  onChannelsChanged(listener: () => void): void {
    this.#moved.add(listener);
  }

  /** Told when others may respond: another way to tell who, or another channel. */
  onRespondersChanged(listener: () => void): void {
    this.#regrouped.add(listener);
  }

  async start(): Promise<void> {
    const { state, history } = await this.#records.read(SETTINGS);
    this.#now = state;
    this.#since = history[0]?.meta.at;
    this.#platforms = platformsIn(history);
  }

  /** When the desk was first set up; undefined before that. */
  since(): Instant | undefined {
    return this.#since;
  }

  /** When a platform first had the bot; undefined before that. */
  sinceOn(platform: string): Instant | undefined {
    return this.#platforms.get(platform);
  }

  /** Notes the day on which a platform first has the bot. */
  opened(platform: string, when: Pick<Who, 'at' | 'cause'>): Promise<void> {
    return this.once(`${PLATFORM}${platform}`, async () => undefined, when);
  }

  /** The settings as they are. */
  now(): Settings {
    return this.#now;
  }

  /** The id of a named channel on a platform. */
  channel(name: string, platform: string): string | undefined {
    return this.#now.channels[name]?.[platform];
  }

  /** The language of a named channel, where it differs from the company's. */
  locale(name: string): Locale | undefined {
    return this.#now.locales[name];
  }

  /** Several commands in one interaction are told apart by their place in it. */
  async change(commands: readonly SettingsCommand[], who: Who): Promise<void> {
    for (const [index, command] of commands.entries())
      await this.#records.act(SETTINGS, command, { ...who, cause: index === 0 ? who.cause : `${who.cause}/${index}` });
  }

  /**
   * Whoever is first becomes administrator; refused from then on. The settings decide who was first, then the person
   * gets the role: after a crash between the two, the same person asks again and gets it.
   */
  async becomeAdmin(me: PersonId, who: Who): Promise<void> {
    const team = this.#people.team();
    await this.change([{ type: 'becomeAdmin', admins: team.holding('admin') }], who);
    const change = { by: DESK, roles: [], at: who.at, cause: `${who.cause}/admin` };
    await this.#people.change(me, { roles: (now) => [...now, 'admin'] }, change);
  }

  /** Does something once in the life of this desk. A crash in the middle means that it is done again: it must not mind. */
  async once(what: string, task: () => Promise<void>, when: Pick<Who, 'at' | 'cause'>): Promise<void> {
    if (this.#now.seeded.includes(what)) return;
    await task();
    await this.change([{ type: 'seeded', what }], {
      ...when,
      by: DESK,
      roles: [],
      cause: `${when.cause}/seeded/${what}`,
    });
  }
}

const PLATFORM = 'platform/';

const platformsIn = (history: readonly Happened<SettingsEvent>[]): ReadonlyMap<string, Instant> =>
  new Map(
    history.flatMap(({ event, meta }) =>
      event.type === 'seeded' && event.what.startsWith(PLATFORM) ? [[event.what.slice(PLATFORM.length), meta.at]] : [],
    ),
  );
