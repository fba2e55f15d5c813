/** The response channel must be one of a chat that is configured, written as `desk setup` takes it. */
import type { Bilingual } from '#src/core/rules.ts';
import { channelIdIn } from '#src/core/settings/channel-id.ts';
import type { Mistake } from '../mistake.ts';
import { clash, type Given } from './found.ts';

/** The id of the channel that is meant; undefined when none is named, or none of these chats has one of that shape. */
export function responseChannel(given: Given): string | undefined {
  const { RESPONSE_CHANNEL: named, SLACK_BOT_TOKEN: slack, MicrosoftAppId: teams } = given;
  if (!named) return undefined;
  const chats = [...(slack ? ['slack'] : []), ...(teams ? ['teams'] : [])];
  const [id] = chats.map((platform) => channelIdIn(named, platform)).filter((found) => found !== undefined);
  // What stands in for Slack or Teams may call its channels as it likes.
  const standsIn = given.SLACK_API_URL || chats.length === 0;
  return id ?? (standsIn ? named : undefined);
}

export function channel(given: Given): readonly Mistake[] {
  if (!given.RESPONSE_CHANNEL || responseChannel(given) !== undefined) return [];
  const shapes = [...(given.SLACK_BOT_TOKEN ? [SLACK] : []), ...(given.MicrosoftAppId ? [TEAMS] : [])];
  const said = (locale: keyof Bilingual, between: string) => shapes.map((shape) => shape[locale]).join(between);
  return [
    clash(
      given,
      'RESPONSE_CHANNEL',
      { en: 'This does not name a channel.', zh: '这不是频道。' },
      {
        en: `Write ${said('en', ', or ')}. Or leave it out, and type “desk here” in that channel.`,
        zh: `请填写${said('zh', '，或')}。也可以不设置此项，直接在该频道中发送“desk 这里”。`,
      },
    ),
  ];
}

const SLACK: Bilingual = {
  en: 'the id of a channel on Slack, which looks like C0123ABCD, or a link to the channel',
  zh: ' Slack 频道 ID（形如 C0123ABCD）或频道链接',
};
const TEAMS: Bilingual = {
  en: 'the id of a channel in Teams, which looks like 19:…@thread.tacv2, or the link that “Get link to channel” gives',
  zh: ' Teams 频道 ID（形如 19:…@thread.tacv2）或“获取频道链接”得到的链接',
};
