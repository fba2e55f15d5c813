/** Who may reach the port when nobody has to show credentials. */
import type { Mistake } from '../mistake.ts';
import { clash, type Given } from './found.ts';

const LOOPBACK: readonly string[] = ['127.0.0.1', 'localhost', '::1'];
const isLoopback = (host: string): boolean => LOOPBACK.includes(host);

/** Without credentials anybody who reaches the port may act as anybody, so only this machine may reach it. */
export function exposure(given: Given): readonly Mistake[] {
  const host = given.HOST;
  const open = given.TEAMS_ANONYMOUS === '1' || !(given.SLACK_BOT_TOKEN || given.MicrosoftAppId);
  if (!open || host === undefined || isLoopback(host)) return [];
  return [
    clash(
      given,
      'HOST',
      {
        en: 'Without credentials Goodword would let in everybody who reaches this address.',
        zh: '未配置凭据时，任何能访问该地址的人都可进入。',
      },
      {
        en: 'Set HOST to 127.0.0.1 or unset it, or configure Slack or Teams.',
        zh: '请将 HOST 设为 127.0.0.1 或取消此项；或先配置 Slack 或 Teams。',
      },
    ),
  ];
}
