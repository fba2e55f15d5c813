import { describe, expect, it } from 'vitest';
import { secrets } from '#src/core/check/secrets.ts';

const found = (text: string) => secrets(text).map(({ kind, at }) => [kind, text.slice(...at)]);
const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';

describe('a secret', () => {
  it.each([
    ['密码：Abc123', 'password', 'Abc123'],
    ['密码是abc12345哦', 'password', 'abc12345'],
    ['password: hunter', 'password', 'hunter'],
    ['PASSWORD = "p@ss"', 'password', 'p@ss"'],
    ['api_key=0123456789', 'password', '0123456789'],
    ['验证码：482913', 'password', '482913'],
    [`key sk-${letters}`, 'key', `sk-${letters}`],
    [`AKIA${'A'.repeat(16)}`, 'key', `AKIA${'A'.repeat(16)}`],
    [`xoxb-${'1'.repeat(12)}`, 'key', `xoxb-${'1'.repeat(12)}`],
    [
      '-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----',
      'key',
      '-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----',
    ],
    [`eyJ${letters}.eyJ${letters}.${letters}`, 'key', `eyJ${letters}.eyJ${letters}.${letters}`],
    ['https://bob:hunter2@example.com/', 'key', 'bob:hunter2'],
    ['【内部】会议安排', 'internal', '【内部】'],
    ['以上内容严禁外传', 'internal', '严禁外传'],
    ['For internal use only', 'internal', 'For internal use only'],
    ['see wiki.team.corp or not', 'internal', 'wiki.team.corp'],
    ['the server 192.168.1.20 is down', 'internal', '192.168.1.20'],
  ])('in “%s” is found', (text, kind, quote) => expect(found(text)).toEqual([[kind, quote]]));

  it.each([
    '密码请通过官网重置',
    '密码：请通过官网重置',
    '密码是8位以上',
    'password: please reset it on our site',
    'the password is wrong.',
    'a secret is 2 cups of sugar',
    'Your token of thanks arrived',
    'version 1.2.3.4 and 8.8.8.8',
    'internally we are glad',
  ])('is not seen in “%s”', (text) => expect(found(text)).toEqual([]));
});
