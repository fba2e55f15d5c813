/** An alert that a monitoring tool posted as a card is reported with its words and the post that it leads to. */
import { expect, test } from 'vitest';
import { saidByCards } from '#src/platforms/teams/carded.ts';
import { fromMessage } from '#src/platforms/teams/reported.ts';

const alert = {
  type: 'AdaptiveCard',
  body: [
    { type: 'TextBlock', text: '3 new mentions' },
    { type: 'Image', url: 'https://monitor.example/logo.png' },
    { type: 'ColumnSet', columns: [{ items: [{ type: 'TextBlock', text: 'The charger burns' }] }] },
    { type: 'Input.ChoiceSet', id: 'who', choices: [{ title: 'Ann', value: 'a' }] },
    { type: 'FactSet', facts: [{ title: 'Reach', value: '12,000' }] },
  ],
  actions: [{ type: 'Action.OpenUrl', title: 'Open', url: 'https://weibo.com/1/a' }],
};
const adaptive = { contentType: 'application/vnd.microsoft.card.adaptive', content: JSON.stringify(alert) };
const message = { linkToMessage: 'https://teams.microsoft.com/l/message/1', body: { contentType: 'html' } };

test('the words of a card, a line each, without those of its buttons; and where a button leads', () => {
  const args = fromMessage({
    commandId: 'reportPost',
    messagePayload: {
      ...message,
      body: { contentType: 'html', content: '<attachment id="1"></attachment>' },
      attachments: [adaptive],
    },
  });
  expect(args).toEqual({
    said: '3 new mentions\nThe charger burns\nReach\n12,000',
    link: 'https://weibo.com/1/a',
  });
});

test.each([
  [
    'a hero card',
    'application/vnd.microsoft.card.hero',
    { title: 'New', text: 'It burns', buttons: [{ type: 'openUrl', title: 'Go', value: 'https://a.example/1' }] },
    'New\nIt burns',
    'https://a.example/1',
  ],
  [
    'a card of a connector',
    'application/vnd.microsoft.teams.card.o365connector',
    {
      '@type': 'MessageCard',
      title: 'Alert',
      sections: [{ activityText: 'It burns', facts: [{ name: 'Reach', value: '12,000' }] }],
      potentialAction: [
        { '@type': 'ActionCard', name: 'Comment', inputs: [{ '@type': 'TextInput', title: 'Say' }] },
        { '@type': 'OpenUri', name: 'View', targets: [{ os: 'default', uri: 'https://a.example/2' }] },
      ],
    },
    'Alert\nIt burns\nReach\n12,000',
    'https://a.example/2',
  ],
  [
    'a line of several looks, and what no client shows',
    'application/vnd.microsoft.card.adaptive',
    {
      type: 'AdaptiveCard',
      body: [
        { type: 'RichTextBlock', inlines: ['It ', { type: 'TextRun', text: 'burns' }], fallback: { text: 'old' } },
      ],
      actions: [{ type: 'Action.Submit', title: 'Done', data: { text: 'hidden', url: 'https://a.example/hidden' } }],
    },
    'It burns',
    undefined,
  ],
  ['what is no card', 'reference', { name: 'plan.docx', url: 'https://a.example/plan.docx' }, '', undefined],
  ['what cannot be read', 'application/vnd.microsoft.card.adaptive', '{"type":', '', undefined],
  [
    'what has no end',
    'application/vnd.microsoft.card.adaptive',
    Array.from({ length: 99 }).reduce<object>((inner) => ({ inner }), { text: 'deep' }),
    '',
    undefined,
  ],
])('%s', (_, contentType, content, said, link) => {
  expect(saidByCards([{ contentType, content }])).toEqual({ said, link });
});

test('the post that a card names in its text alone is found; an address of a picture is no post', () => {
  const content = '<p><img src="https://asm.example/view"></p>';
  const said = { text: 'It burns: https://weibo.com/1/b，真的' };
  const attachments = [{ contentType: 'application/vnd.microsoft.card.hero', content: said }];
  const about = (more: object) =>
    fromMessage({
      commandId: 'reportPost',
      messagePayload: { ...message, body: { contentType: 'html', content }, ...more },
    }).link;
  expect(about({ attachments })).toBe('https://weibo.com/1/b');
  expect(about({})).toBe(message.linkToMessage);
});
