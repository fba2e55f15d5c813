/** What somebody links in a message is reported with its address, whatever words Teams shows for it. */
import { expect, test } from 'vitest';
import { readHtml } from '#src/platforms/teams/html.ts';
import { linked } from '#src/platforms/teams/linked.ts';
import { effort } from '#test/effort.ts';
import { says } from './activities.ts';
import { wordsOf } from './hands.ts';
import { CHANNEL, emma, office } from './office.ts';

const html = (content: string) => ({ attachments: [{ contentType: 'text/html', content }] });
const a = (href: string, words: string) => `<a rel="noreferrer noopener" title="${href}" href="${href}">${words}</a>`;
const POST = 'https://weibo.com/1234567/Nabcdef';

test.each([
  [
    'the title of its page',
    'report The charger burns',
    a(POST, 'The charger burns'),
    `report The charger burns ${POST}`,
  ],
  ['its shortened self', 'report weibo.com/1234…', a(POST, 'weibo.com/1234…'), `report ${POST}`],
  ['itself', `report ${POST} hot`, a(POST, POST), `report ${POST} hot`],
  [
    'itself but for a slash',
    'see https://weibo.com now',
    a('https://weibo.com/', 'https://weibo.com'),
    'see https://weibo.com now',
  ],
  ['another address', 'see https://a.example', a(POST, 'https://a.example'), `see https://a.example ${POST}`],
  ['a picture', 'report hot', a(POST, '<img alt="">'), `report hot\n${POST}`],
  ['words with signs', 'A & B', a(`${POST}?a=1&amp;b=2`, 'A &amp; B'), `A & B ${POST}?a=1&b=2`],
  ['a mailbox', 'Bob', a('mailto:bob@a.example', 'Bob'), 'Bob'],
  ['nothing, for there is none', 'report hot', '<div>report hot</div>', 'report hot'],
])('an address behind %s', (_, typed, content, read) => {
  expect(linked(typed, html(content))).toBe(read);
});

test('two links that are called alike keep their own addresses', () => {
  const content = `${a(POST, 'here')} and ${a('https://a.example/1', 'here')}`;
  expect(linked('here and here', html(content))).toBe(`here ${POST} and here https://a.example/1`);
});

test('words, paragraphs and signs are read; markup, scripts and comments are not kept', () => {
  const { words, links } = readHtml(
    '<div>It<p title="a > b">burns &hellip; <emoji alt="🔥"></emoji></p><script>run()</script><!-- c --><style>x</style></div>' +
      `<ul><li>a &amp;lt;</li><li><a href='${POST}?a&amp;b'>b</a><a href="javascript:run()">c</a></li></ul>`,
  );
  expect(words).toBe('It\nburns … 🔥\na &lt;\nbc');
  expect(links).toEqual([{ words: 'b', address: `${POST}?a&b` }]);
});

test.each([
  '<a ',
  '<a href="http://a"',
  '<a href="http://a">',
  '<a href="http://a">x</a>',
  '<img alt="',
  '<!--',
  '<b>',
])('a message of nothing but %s is read as quickly as any', (part) => {
  const message = html(part.repeat(100_000 / part.length));
  expect(effort(() => void linked('report', message))).toBeLessThan(2_000);
});

test('a pasted link that Teams shows by its title is a report of the post it leads to', async () => {
  const place = await office();
  const { chat } = place;
  await place.installed(emma);
  const words = 'The charger got too hot';
  await place.post({ ...says(emma, `report ${words}`), ...html(`<div>report ${a(POST, words)}</div>`) });
  await chat.reaches(CHANNEL, 1);
  expect(JSON.stringify(chat.newest(CHANNEL).card)).toContain(`"url":"${POST}"`);
  expect(wordsOf(chat.newest(CHANNEL).card)).toContain(words);
});
