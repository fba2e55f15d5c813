/** Where cards go: a channel on each platform that has it, a person once, everybody in their language. */
import { describe, expect, test } from 'vitest';
import { DESK } from '#src/core/event.ts';
import type { Locale } from '#src/core/rules.ts';
import { resolver } from '#src/desk/resolve.ts';
import type { PlatformName } from '#src/platforms/platform.ts';
import { deskOf } from '#test/desk/desk.fixture.ts';
import { START } from '#test/given.ts';

async function places(...running: readonly PlatformName[]) {
  const desk = await deskOf();
  const resolve = resolver(desk, running);
  let causes = 0;
  const who = () => {
    causes += 1;
    return { by: DESK, roles: [], at: START, cause: `cause-${causes}` };
  };
  const set = (name: string, platform: string, channel: string) =>
    desk.settings.change([{ type: 'setChannel', name, platform, channel }], who());
  const speaks = (name: string, locale: Locale) =>
    desk.settings.change([{ type: 'setChannelLocale', name, locale }], who());
  const meet = async (account: string, platform: string, locale: Locale, email?: string) => {
    const profile = { name: account, locale, timeZone: 'Europe/London', ...(email && { email }) };
    return (await desk.people.who({ ...who(), platform, account, profile })).id;
  };
  const to = (destination: Parameters<typeof resolve>[0]) =>
    resolve(destination).map(({ address: { platform, kind, id }, reader }) => [
      `${platform} ${kind} ${id}`,
      reader.locale,
    ]);
  return { desk, set, speaks, meet, to, who };
}

describe('a channel', () => {
  test('is found on each platform that runs and has it', async () => {
    const { set, to } = await places('slack', 'teams');
    await set('response', 'slack', 'C1');
    await set('response', 'teams', '19:x');
    await set('response', 'console', 'response');
    expect(to({ channel: 'response' })).toEqual([
      ['slack channel C1', 'zh'],
      ['teams channel 19:x', 'zh'],
    ]);
  });

  test('nobody has set up is nowhere', async () => {
    const { to } = await places('slack');
    expect(to({ channel: 'response' })).toEqual([]);
  });

  test('that is set up on one platform only is stood in for on the others, each in its language', async () => {
    const { set, speaks, to } = await places('slack', 'teams');
    await set('response', 'slack', 'C1');
    await set('response', 'teams', '19:x');
    await set('legal', 'slack', 'C2');
    await speaks('legal', 'en');
    expect(to({ channel: 'legal' })).toEqual([
      ['slack channel C2', 'en'],
      ['teams channel 19:x', 'zh'],
    ]);
  });
});

describe('a person', () => {
  test('is reached once, on the first of their platforms that runs, in their language', async () => {
    const { meet, to } = await places('slack', 'teams');
    const mei = await meet('U1', 'slack', 'en', 'mei@example.com');
    expect(await meet('29:mei', 'teams', 'zh', 'mei@example.com')).toBe(mei);
    expect(to({ person: mei })).toEqual([['slack direct U1', 'en']]);
  });

  test('is reached on the other one while the first does not run', async () => {
    const { meet, to } = await places('teams');
    const mei = await meet('U1', 'slack', 'en', 'mei@example.com');
    await meet('29:mei', 'teams', 'en', 'mei@example.com');
    expect(to({ person: mei })).toEqual([['teams direct 29:mei', 'en']]);
  });

  test('who is switched off, or whom nobody knows, is nowhere', async () => {
    const { desk, meet, to, who } = await places('slack');
    const gone = await meet('U1', 'slack', 'en');
    await desk.people.change(gone, { active: false }, who());
    expect(to({ person: gone })).toEqual([]);
    expect(to({ person: 'nobody' })).toEqual([]);
  });
});
