/**
 * Lets the members of a channel or a group respond, where an administrator has set it so: who comes gets the role, who
 * leaves loses it, whoever was given it by hand keeps it. What cannot be read leaves everybody as they were.
 */
import { DESK, type Instant, type PersonId } from '#src/core/event.ts';
import type { Role } from '#src/core/role.ts';
import type { MembershipProblem, Responders as Setting } from '#src/core/settings/settings.ts';
import { DeliveryFault, type Member, type Platform } from '#src/platforms/platform.ts';
import { everyMinute, type Rhythm } from './clock.ts';
import type { DeskSettings } from './desk-settings.ts';
import type { OnFault } from './on-fault.ts';
import type { People } from './people.ts';

export type RespondersOptions = {
  readonly people: People;
  readonly settings: DeskSettings;
  readonly platforms: () => readonly Pick<Platform, 'name' | 'membership'>[];
  readonly now: () => Instant;
  readonly onFault: OnFault;
  readonly rhythm?: Rhythm | undefined;
};

const RESPONSE = 'response';
/** Read anew so often, in case an event about it was lost; milliseconds. */
const STALE = 3_600_000;
/** Read again so soon when the chat did not answer; milliseconds. */
const SOON = 300_000;
/** More are hardly a team, and rather the channel of all. */
const MOST = 300;

export class Responders {
  readonly #options: RespondersOptions;
  #read = 0;
  #reading: Promise<void> = Promise.resolve();
  #again = false;
  #stop: () => void = () => undefined;

  constructor(options: RespondersOptions) {
    this.#options = options;
  }

  /** Reads in the background, now and whenever somebody may have come or gone. */
  start(): void {
    const { platforms, settings, rhythm = everyMinute } = this.#options;
    const look = () => void this.look();
    for (const { membership } of platforms()) membership?.onChange(look);
    settings.onRespondersChanged(look);
    this.#stop = rhythm(() => Math.abs(Date.parse(this.#options.now()) - this.#read) >= STALE && look());
    look();
  }

  async stop(): Promise<void> {
    this.#stop();
    await this.#reading;
  }

  /** Resolves when the members have been read since this was called. Many calls meanwhile are one reading. */
  look(): Promise<void> {
    if (!this.#again) {
      this.#again = true;
      this.#reading = this.#reading.then(async () => {
        this.#again = false;
        await this.#compare().catch((error: unknown) => this.#options.onFault('who responds', error));
      });
    }
    return this.#reading;
  }

  async #compare(): Promise<void> {
    const { settings, now } = this.#options;
    this.#read = Date.parse(now());
    const { responders: setting = { by: 'roles' as const } } = settings.now();
    // Set back: whom the channel or group made a responder is none by hand.
    if (setting.by === 'roles') return this.#give([]);
    const found = await this.#membersOf(setting);
    if (found === 'unreachable') this.#read -= STALE - SOON;
    if (typeof found === 'string') return this.#note({ problem: found });
    const ids: PersonId[] = [];
    for (const member of found) ids.push(await this.#met(setting.platform, member));
    await this.#give(ids);
  }

  async #membersOf(setting: Exclude<Setting, { by: 'roles' }>): Promise<readonly Member[] | MembershipProblem> {
    const { platforms, settings, onFault } = this.#options;
    const { platform } = setting;
    const membership = platforms().find(({ name }) => name === platform)?.membership;
    if (!membership) return 'unreachable';
    const id = setting.by === 'group' ? setting.group : settings.channel(RESPONSE, platform);
    if (id === undefined) return 'noChannel';
    try {
      const members = await membership.members({ kind: setting.by, id });
      if (members.length === 0) return 'nobody';
      return members.length > MOST ? 'tooMany' : members;
    } catch (error) {
      if (error instanceof DeliveryFault && error.why === 'gone')
        return setting.by === 'group' ? 'noGroup' : 'noChannel';
      if (error instanceof DeliveryFault && error.why === 'forbidden') return 'forbidden';
      onFault('who is in a group', error);
      return 'unreachable';
    }
  }

  async #met(platform: string, { account, profile }: Member): Promise<PersonId> {
    const known = this.#options.people.ofAccount(platform, account);
    if (known) return known.id;
    const at = this.#options.now();
    const caller = { platform, account, profile, at, cause: `responders/${platform}/${account}/${at}` };
    return (await this.#options.people.who(caller)).id;
  }

  /**
   * Whoever left loses the role before that is written down, and whoever came gets it after: so a crash in between
   * leaves nobody with a role that no later reading would find.
   */
  async #give(members: readonly PersonId[]): Promise<void> {
    const { people, settings } = this.#options;
    const before = settings.now().membership?.granted ?? [];
    const responds = (id: PersonId) => people.team().person(id)?.roles.includes('responder') === true;
    for (const id of before) if (!members.includes(id) && responds(id)) await this.#change(id, false);
    const granted = members.filter((id) => before.includes(id) || !responds(id));
    await this.#note({ granted, members: members.length });
    for (const id of granted) if (!responds(id)) await this.#change(id, true);
  }

  async #change(id: PersonId, responds: boolean): Promise<void> {
    const roles = (now: readonly Role[]): readonly Role[] =>
      responds ? ['responder', ...now] : now.filter((role) => role !== 'responder');
    await this.#options.people.change(id, { roles }, this.#who());
  }

  #note(read: {
    readonly granted?: readonly PersonId[];
    readonly members?: number;
    readonly problem?: MembershipProblem;
  }): Promise<void> {
    const known = this.#options.settings.now().membership;
    const { granted = known?.granted ?? [], members = known?.members ?? 0, problem } = read;
    const command = { type: 'membersRead', granted, members, ...(problem && { problem }) } as const;
    return this.#options.settings.change([command], this.#who());
  }

  #who() {
    const at = this.#options.now();
    return { by: DESK, roles: [], at, cause: `responders/${crypto.randomUUID()}` };
  }
}
