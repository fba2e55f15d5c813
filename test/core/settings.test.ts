/** Where the desk lives in the chat, who may say so, and how the first administrator comes to be. */
import { describe, expect, test } from 'vitest';
import { DESK } from '#src/core/event.ts';
import { type SettingsEvent, settings } from '#src/core/settings/settings.ts';
import { givenFor } from '#test/given.ts';

const given = givenFor(settings, { ann: ['admin'], bob: ['leader'] });
const channelSet: SettingsEvent = { type: 'channelSet', name: 'response', platform: 'slack', channel: 'C1' };
const firstAdminCame: SettingsEvent = { type: 'firstAdminCame', person: 'eve' };

describe('a channel', () => {
  const setChannel = { type: 'setChannel', name: 'response', platform: 'slack', channel: 'C1' } as const;

  test('is set by an administrator', () => {
    given().when('ann', setChannel).yields(channelSet);
  });

  test('is set by a seed', () => {
    given().when(DESK, setChannel).yields(channelSet);
  });

  test('is not set by a leader', () => {
    given()
      .when('bob', setChannel)
      .isRefused({ code: 'settings_need_admin', need: ['admin'] });
  });

  test('set to what it is yields nothing', () => {
    given(channelSet).when('ann', setChannel).yields();
  });

  test('may exist on several platforms at once', () => {
    const story = given(channelSet).when('ann', { ...setChannel, platform: 'teams', channel: 'T1' });
    expect(story.state.channels).toEqual({ response: { slack: 'C1', teams: 'T1' } });
  });

  test('is more than spaces', () => {
    given()
      .when('ann', { ...setChannel, channel: '  ' })
      .isRefused({ code: 'settings_not_a_channel' });
  });

  test('has a language of its own', () => {
    const story = given().when('ann', { type: 'setChannelLocale', name: 'response', locale: 'en' });
    expect(story.state.locales).toEqual({ response: 'en' });
    story.when('ann', { type: 'setChannelLocale', name: 'response', locale: 'en' }).yields();
  });
});

describe('seeding', () => {
  test('is noted once', () => {
    given()
      .when(DESK, { type: 'seeded', what: 'admins' })
      .yieldsTypes('seeded')
      .when(DESK, { type: 'seeded', what: 'admins' })
      .yields();
  });

  test('is not for people', () => {
    given().when('ann', { type: 'seeded', what: 'admins' }).isRefused({ code: 'settings_need_admin' });
  });
});

describe('the first administrator', () => {
  test('is whoever comes while there is none', () => {
    given().when('eve', { type: 'becomeAdmin', admins: [] }).yields(firstAdminCame);
  });

  test('cannot be somebody while there is one', () => {
    given()
      .when('eve', { type: 'becomeAdmin', admins: ['ann'] })
      .isRefused({ code: 'settings_admin_exists', holders: ['ann'] });
  });

  test('is one person when two come at once', () => {
    given(firstAdminCame).when('bob', { type: 'becomeAdmin', admins: [] }).isRefused({ code: 'settings_admin_exists' });
  });

  test('may try again when the roles were not given yet', () => {
    given(firstAdminCame).when('eve', { type: 'becomeAdmin', admins: [] }).yields();
  });

  test('leaves no gap to slip into once they are gone', () => {
    given(firstAdminCame)
      .when('bob', { type: 'becomeAdmin', admins: [] })
      .isRefused({ code: 'settings_admin_exists', holders: [] });
  });
});
