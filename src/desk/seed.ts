/** Takes over, once, what the environment says about people and channels; later changes in the chat are never undone. */
import { DESK } from '#src/core/event.ts';
import type { Role } from '#src/core/role.ts';
import type { Locale } from '#src/core/rules.ts';
import type { DeskSettings } from './desk-settings.ts';
import type { Named, People } from './people.ts';
import type { Who } from './records.ts';
import { isEmail } from './team-list.ts';

/** Ids of accounts or e-mails, as ADMINS and MANAGERS list them; and the response channel's id on each platform. */
export type Seeds = {
  readonly platform: string;
  readonly admins: readonly string[];
  readonly managers: readonly string[];
  readonly responseChannel?: string;
};

type When = Pick<Who, 'at' | 'cause'>;

/**
 * ADMINS counts again when nobody is administrator any more: it is how whoever runs the server lets people back in,
 * since nobody can become administrator from the chat a second time.
 */
export async function seed(people: People, settings: DeskSettings, seeds: Seeds, when: When): Promise<void> {
  const give = (texts: readonly string[], role: Role) => async () => {
    for (const text of texts) await enrolWith(people, named(text, seeds.platform), role, when);
  };
  const nobody = people.team().holding('admin').length === 0;
  if (nobody) await give(seeds.admins, 'admin')();
  if (seeds.admins.length > 0) await settings.once('admins', give(seeds.admins, 'admin'), when);
  if (seeds.managers.length > 0) await settings.once('managers', give(seeds.managers, 'manager'), when);
  const { platform, responseChannel: channel } = seeds;
  if (!channel || platformOf(channel, platform) !== platform) return;
  const who = { ...when, by: DESK, roles: [], cause: `${when.cause}/response/${platform}` };
  const set = () => settings.change([{ type: 'setChannel', name: 'response', platform, channel }], who);
  await settings.once(`response/${platform}`, set, when);
}

/** Somebody named by account or e-mail holds this role from now on, beside those they have. */
async function enrolWith(people: People, who: Named, role: Role, when: When): Promise<void> {
  const person = await people.enrol(who, { ...when, cause: `${when.cause}/${who.name}` });
  const change = { ...when, by: DESK, roles: [], cause: `${when.cause}/${who.name}/${role}` };
  await people.change(person.id, { roles: (now) => [...now, role], active: true }, change);
}

/** What a seed or a typed command names: an e-mail, or else an account of the platform. The name comes when they write. */
export function named(text: string, platform: string): Named {
  if (isEmail(text)) return { name: text, email: text };
  const home = platformOf(text, platform);
  return { name: text, account: { platform: home, id: home === TEAMS ? text.toLowerCase() : text } };
}

const TEAMS = 'teams';
const SLACK = 'slack';

/** Where an id is at home when two platforms run: Entra ids, channels of Teams and ids of Slack cannot be mistaken. */
function platformOf(id: string, platform: string): string {
  if (/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id) || /^19:.+@thread\./.test(id)) return TEAMS;
  return platform === TEAMS && /^[CGUW][\dA-Z]{5,}$/.test(id) ? SLACK : platform;
}

/** Somebody of a made-up company, as the console plays it. */
export type Colleague = {
  readonly account: string;
  readonly name: string;
  readonly locale: Locale;
  readonly timeZone: string;
  readonly roles: readonly Role[];
  /** The account of who they work for. */
  readonly manager?: string;
  readonly team: string;
};

/** Brings a whole company in, once; what its visitors change later stays. */
export function seedCompany(
  people: People,
  settings: DeskSettings,
  platform: string,
  company: readonly Colleague[],
  when: When,
): Promise<void> {
  const bring = async () => {
    const who = (step: string) => ({ ...when, by: DESK, roles: [], cause: `${when.cause}/${step}` });
    for (const { account, roles, manager: _, team, ...profile } of company) {
      const { id } = await people.who({ platform, account, profile, ...when });
      await people.change(id, { roles, team }, who('company'));
    }
    for (const { account, manager } of company) {
      const [person, above] = [people.ofAccount(platform, account), manager && people.ofAccount(platform, manager)];
      if (person && above) await people.change(person.id, { manager: above.id }, who('manager'));
    }
  };
  return settings.once(`company/${platform}`, bring, when);
}
