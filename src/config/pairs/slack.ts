/** Slack needs a bot token and one way of receiving: Socket Mode or HTTP. */
import type { Mistake } from '../mistake.ts';
import { clash, type Given, lacking, orUnset } from './found.ts';

export function slack(given: Given): readonly Mistake[] {
  const { SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app, SLACK_SIGNING_SECRET: secret } = given;
  const receivers = ['SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET'];
  const mistakes: Mistake[] = [];
  if (bot && !app && !secret) {
    mistakes.push(
      lacking(given, 'SLACK_BOT_TOKEN', receivers, {
        en: 'Set SLACK_APP_TOKEN for Socket Mode, or SLACK_SIGNING_SECRET for HTTP.',
        zh: '使用 Socket Mode 请设置 SLACK_APP_TOKEN；使用 HTTP 请设置 SLACK_SIGNING_SECRET。',
      }),
    );
  }
  for (const key of receivers.filter((name) => given[name] && !bot)) {
    mistakes.push(lacking(given, key, ['SLACK_BOT_TOKEN'], orUnset('SLACK_BOT_TOKEN', [key])));
  }
  // A stand-in for Slack (SLACK_API_URL) may give out tokens of any form.
  if (!given.SLACK_API_URL) mistakes.push(...tokens(given));
  return mistakes;
}

function tokens(given: Given): readonly Mistake[] {
  const forms = { SLACK_BOT_TOKEN: 'xoxb-', SLACK_APP_TOKEN: 'xapp-' };
  return Object.entries(forms).flatMap(([key, start]) => {
    const value = given[key];
    if (value === undefined || value.startsWith(start)) return [];
    return clash(
      given,
      key,
      { en: `A token of this kind begins with ${start}.`, zh: `这类令牌以 ${start} 开头。` },
      {
        en: 'Copy it again from the settings of your Slack app; the bot token and the app token are easily swapped.',
        zh: '请到 Slack 应用设置中重新复制；注意不要把 bot token 与 app token 弄反。',
      },
    );
  });
}
