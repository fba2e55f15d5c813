/** What somebody typed leaves as text, wherever it stands in what leaves. */
import { expect, test } from 'vitest';
import { hands } from './hands.ts';
import { CHANNEL, office } from './office.ts';
import { homeOpened } from './payloads.ts';
import { each } from './valid.ts';

const LIVE = [
  '<!channel> <!here> <!everyone>',
  '@here @channel @everyone',
  '#general <#C0GENERAL|general>',
  '<@U0MAX> @max',
  '<https://evil.example|Northwind>',
  'https://evil.example/a?b=1&c=2',
  '```\ncode\n``` `x` *bold* _it_ ~no~',
  '> quoted\n&gt; quoted',
  ':rotating_light: :smile:',
  '<!date^1392734382^{date}|soon> &amp;',
  '[Northwind](https://evil.example)',
];

/** Where each string of what leaves stands: only these places are literal. */
function liveStrings(payload: unknown, typed: readonly string[]): readonly string[] {
  const found: string[] = [];
  each(payload, (key, text, within) => {
    if (!typed.some((one) => text.includes(one) || text.includes(one.split('\n')[0] ?? one))) return;
    const type = 'type' in within ? within.type : undefined;
    const literal =
      (key === 'text' && (type === 'plain_text' || type === 'text')) || key === 'initial_value' || key === 'fallback';
    const carried = key === 'value' || key === 'private_metadata' || key === 'url';
    if (!literal && !carried) found.push(`${key} of ${String(type)}: ${text}`);
  });
  return found;
}

/** Characters that Slack would read as its own, anywhere outside of literal places. */
function markup(payload: unknown): readonly string[] {
  const found: string[] = [];
  each(payload, (key, text, within) => {
    const type = 'type' in within ? within.type : undefined;
    const isMessageText = key === 'text' && type === undefined;
    const isMarkdown = key === 'text' && type === 'mrkdwn';
    if (!isMessageText && !isMarkdown) return;
    const ours = text.replace(/<!date\^\d+\^[^|<>]*\|[^<>]*>/g, '').replace(/<https?:[^|<>]+\|[^<>]*>/g, '');
    if (/[<>]/.test(ours)) found.push(text);
    if (isMarkdown && !('verbatim' in within && within.verbatim === true)) found.push(`not verbatim: ${text}`);
  });
  return found;
}

test.each(LIVE)('%j stays text in every field of a case', async (typed) => {
  const place = await office();
  const { chat, house } = place;
  const { types, presses, opens, sends, shows, told } = hands(place);
  const escaped = typed.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  await types('U0EMMA', '/report', escaped);
  await house.outbox.idle();
  const card = () => chat.at(CHANNEL)[0]?.blocks;
  await presses('U0RITA', card(), 'act case.claim');
  await house.outbox.idle();
  const facts = await opens('U0RITA', card(), 'open case.facts');
  await sends('U0RITA', facts, { claim: typed, verdict: 'true', evidence: typed });
  await house.outbox.idle();
  const draft = await opens('U0RITA', card(), 'open case.draft');
  await sends('U0RITA', draft, { account: typed.replaceAll('\n', ' '), text: typed });
  await house.outbox.idle();
  await presses('U0RITA', card(), 'act case.submit');
  await house.outbox.idle();
  const more = await told(() => presses('U0RITA', card(), 'act case.more'));
  await told(() => presses('U0RITA', more?.['blocks'], 'act case.timeline'));
  const reported = await shows(() => types('U0EMMA', '/report', ''));
  const failed = await sends('U0EMMA', reported, { author: typed.replaceAll('\n', ' ') });
  const published = chat.next(({ method }) => method === 'views.publish');
  await place.post(homeOpened('U0RITA'));
  await published;

  const left = [
    ...chat.calls.filter(({ method }) => /^(?:chat|views)\./.test(method)).map(({ args }) => args),
    ...chat.responses,
    failed.said,
  ];
  expect(JSON.stringify(left)).toContain(JSON.stringify(typed.split('\n').at(0)).slice(1, -1));
  expect(
    left.flatMap((payload) => liveStrings(payload, [typed]).filter((where) => !where.startsWith('text of undefined'))),
  ).toEqual([]);
  expect(left.flatMap(markup)).toEqual([]);
  const text = JSON.stringify(left);
  expect(text).not.toContain('link_names');
  expect(text).not.toMatch(/"type":"(?:user|usergroup|channel|broadcast)"/);
});
