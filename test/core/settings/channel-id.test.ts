/** What an administrator may type for a channel: its id, a mention of it, a link to it; and nothing else. */
import { describe, expect, test } from 'vitest';
import { channelIdIn } from '#src/core/settings/channel-id.ts';

describe('on Slack', () => {
  test.each([
    ['C0123ABCD', 'C0123ABCD'],
    ['  G01A2B3C4D5 ', 'G01A2B3C4D5'],
    ['<#C0123ABCD|general>', 'C0123ABCD'],
    ['<#C0123ABCD>', 'C0123ABCD'],
    ['https://acme.slack.com/archives/C0123ABCD', 'C0123ABCD'],
    ['https://acme.enterprise.slack.com/archives/C0123ABCD/p1700000000000100?thread_ts=1', 'C0123ABCD'],
    ['<https://acme.slack.com/archives/C0123ABCD>', 'C0123ABCD'],
    ['https://app.slack.com/client/T0123ABCD/C0123ABCD', 'C0123ABCD'],
  ])('takes %s', (typed, id) => {
    expect(channelIdIn(typed, 'slack')).toBe(id);
  });

  test.each([
    ['a name', '#general'],
    ['a name without its sign', 'general'],
    ['an id in small letters', 'c0123abcd'],
    ['half an id', 'C01'],
    ['an id and something more', 'C0123ABCD general'],
    ['somebody’s own messages', 'D0123ABCD'],
    ['somebody', 'U0123ABCD'],
    ['a link to somebody', 'https://acme.slack.com/team/U0123ABCD'],
    ['a link to their messages', 'https://acme.slack.com/archives/D0123ABCD'],
    ['a link elsewhere', 'https://slack.com.evil.example/archives/C0123ABCD'],
    ['a link that is not safe', 'http://acme.slack.com/archives/C0123ABCD'],
    ['a channel of Teams', '19:abc@thread.tacv2'],
    ['nothing', '   '],
  ])('refuses %s', (_, typed) => {
    expect(channelIdIn(typed, 'slack')).toBeUndefined();
  });
});

describe('in Teams', () => {
  const ID = '19:aBc-123_x@thread.tacv2';
  test.each([
    [ID, ID],
    ['19:0123456789abcdef@thread.skype', '19:0123456789abcdef@thread.skype'],
    [`https://teams.microsoft.com/l/channel/${encodeURIComponent(ID)}/General?groupId=1&tenantId=2`, ID],
    [`https://teams.cloud.microsoft/l/channel/${encodeURIComponent(ID)}/General`, ID],
  ])('takes %s', (typed, id) => {
    expect(channelIdIn(typed, 'teams')).toBe(id);
  });

  test.each([
    ['a name', 'General'],
    ['a chat of several people', '19:abc@thread.v2'],
    ['a conversation of two', 'a:1xyz'],
    ['a channel of Slack', 'C0123ABCD'],
    ['a link elsewhere', `https://evil.example/l/channel/${encodeURIComponent(ID)}/General`],
    ['an id with a path in it', '19:../../x@thread.tacv2'],
  ])('refuses %s', (_, typed) => {
    expect(channelIdIn(typed, 'teams')).toBeUndefined();
  });
});
