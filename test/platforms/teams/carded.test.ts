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
