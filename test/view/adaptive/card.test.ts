/** A neutral card becomes this Adaptive Card and no other. */
import { describe, expect, test } from 'vitest';
import { adaptiveCard } from '#src/view/adaptive/card.ts';
import { LIMITS, weight } from '#src/view/adaptive/limits.ts';
import {
  act,
  type Block,
  buttons,
  divider,
  facts,
  goes,
  heading,
  list,
  note,
  opens,
  quote,
  status,
  text,
} from '#src/view/card.ts';

const CONSOLE = { styles: true, dialogs: 'execute' } as const;
const TEAMS = { styles: false, dialogs: 'task' } as const;
const card = (locale: 'en' | 'zh', ...blocks: readonly Block[]) =>
  ({ summary: 'In short.', locale, timeZone: 'Asia/Shanghai', blocks }) as const;
const run = (words: string, more = {}) => ({ type: 'TextRun', ...more, text: words });
const rich = (...inlines: readonly object[]) => ({ type: 'RichTextBlock', inlines });
const body = (locale: 'en' | 'zh', ...blocks: readonly Block[]) => adaptiveCard(card(locale, ...blocks), CONSOLE).body;

test('the whole of a small card', () => {
  expect(adaptiveCard(card('en', heading('RM-2026-0042'), text('Hello')), CONSOLE)).toEqual({
    type: 'AdaptiveCard',
    version: '1.5',
    lang: 'en',
    fallbackText: 'In short.',
    speak: 'In short.',
    body: [rich(run('RM-2026-0042', { size: 'large', weight: 'bolder' })), rich(run('Hello'))],
  });
});

test('spans keep their kind; instants are in the language and zone of the card', () => {
  const spans = [
    'a',
    { b: 'b' },
    { i: 'i' },
    { link: 'https://example.com/评', text: 'there' },
    { person: 'p', name: 'Mei' },
    { at: '2026-11-21T08:00:00.000Z', show: 'both' },
  ] as const;
  const common = [
    run('a'),
    run('b', { weight: 'bolder' }),
    run('i', { italic: true }),
    run('there', { selectAction: { type: 'Action.OpenUrl', url: 'https://example.com/%E8%AF%84' } }),
    run('Mei', { color: 'accent' }),
  ];
  expect(body('en', text(spans))).toEqual([rich(...common, run('21 Nov 2026, 16:00'))]);
  expect(body('zh', text(spans))).toEqual([rich(...common, run('2026年11月21日 16:00'))]);
});

test('a host that says when a card is drawn has dates that say no more than they need', () => {
  const shown = [{ at: '2026-11-21T08:00:00.000Z', show: 'both' }] as const;
  const writing = { now: '2026-11-21T09:00:00.000Z', stays: false };
  const drawn = (stays: boolean) =>
    adaptiveCard(card('en', text(shown)), { ...CONSOLE, writing: { ...writing, stays } }).body;
  expect([drawn(false), drawn(true)]).toEqual([[rich(run('today 16:00'))], [rich(run('Sat 21 Nov, 16:00'))]]);
});

test('an unknown zone is UTC and an instant that is none is shown as it is', () => {
  const shown = [
    { at: '2026-11-21T08:00:00.000Z', show: 'time' },
    { at: 'soon', show: 'date' },
  ] as const;
  const made = adaptiveCard({ ...card('en', text(shown)), timeZone: 'Mars/Base' }, CONSOLE);
  expect(made.body).toEqual([rich(run('08:00'), run('soon'))]);
});

test('facts and lists are columns, a quote and a status are set apart, a divider is a line', () => {
  const columns = (width: string, left: object, right: object) => ({
    type: 'ColumnSet',
    columns: [
      { type: 'Column', width, items: [rich(left)] },
      { type: 'Column', width: 'stretch', items: [rich(right)] },
    ],
  });
  expect(
    body(
      'en',
      divider,
      facts([
        { label: 'A', value: '1' },
        { label: 'B', value: '' },
      ]),
      divider,
      list(['x']),
      quote('words', 'somebody'),
      status('good', 'fine'),
      note('small'),
      divider,
    ),
  ).toEqual([
    columns('112px', run('A', { isSubtle: true }), run('1')),
    { ...columns('112px', run('B', { isSubtle: true }), run('–')), spacing: 'small' },
    { ...columns('14px', run('•'), run('x')), separator: true, spacing: 'medium' },
    {
      type: 'Container',
      style: 'emphasis',
      items: [
        rich(run('somebody', { size: 'small', isSubtle: true, weight: 'bolder' })),
        { ...rich(run('words')), spacing: 'small' },
      ],
    },
    { type: 'Container', style: 'good', items: [rich(run('fine'))] },
    { ...rich(run('small', { size: 'small', isSubtle: true })), spacing: 'small' },
  ]);
});

describe('buttons', () => {
  const row = buttons(
    act('Claim', 'case.claim', { case: 'c' }, { look: 'primary' }),
    opens('Draft…', 'case.draft', { case: 'c' }),
    goes('Post', 'https://example.com/'),
  );
  const claim = { verb: 'act', data: { action: 'case.claim', args: { case: 'c' } }, associatedInputs: 'none' };

  test('act, open or go', () => {
    expect(body('en', row)).toEqual([
      {
        type: 'ActionSet',
        actions: [
          { type: 'Action.Execute', title: 'Claim', style: 'positive', ...claim },
          {
            type: 'Action.Execute',
            title: 'Draft…',
            verb: 'open',
            data: { form: 'case.draft', args: { case: 'c' } },
            associatedInputs: 'none',
          },
          { type: 'Action.OpenUrl', title: 'Post', url: 'https://example.com/' },
        ],
      },
    ]);
  });

  test('in Teams they have no style, and a form is fetched', () => {
    expect(adaptiveCard(card('en', row), TEAMS).body).toEqual([
      {
        type: 'ActionSet',
        actions: [
          { type: 'Action.Execute', title: 'Claim', ...claim },
          {
            type: 'Action.Submit',
            title: 'Draft…',
            data: { msteams: { type: 'task/fetch' }, verb: 'open', form: 'case.draft', args: { case: 'c' } },
            associatedInputs: 'none',
          },
          { type: 'Action.OpenUrl', title: 'Post', url: 'https://example.com/' },
        ],
      },
    ]);
  });

  test('one that asks first unfolds its question and acts only from there', () => {
    const confirm = { title: 'Sure?', text: 'Really.', yes: 'Do it', no: 'Keep' };
    expect(body('en', buttons(act('Claim', 'case.claim', { case: 'c' }, { look: 'danger', confirm })))).toEqual([
      {
        type: 'ActionSet',
        actions: [
          {
            type: 'Action.ToggleVisibility',
            title: 'Claim',
            style: 'destructive',
            targetElements: [{ elementId: 'ask-0-0', isVisible: true }],
          },
        ],
      },
      {
        type: 'Container',
        id: 'ask-0-0',
        isVisible: false,
        style: 'emphasis',
        items: [
          rich(run('Sure?', { weight: 'bolder' })),
          { ...rich(run('Really.')), spacing: 'small' },
          {
            type: 'ActionSet',
            actions: [
              { type: 'Action.Execute', title: 'Do it', style: 'destructive', ...claim },
              {
                type: 'Action.ToggleVisibility',
                title: 'Keep',
                targetElements: [{ elementId: 'ask-0-0', isVisible: false }],
              },
            ],
          },
        ],
      },
    ]);
  });

  test('more than six go in rows', () => {
    const many = Array.from({ length: 8 }, (_, index) => act(`B${index}`, 'a', {}));
    expect(body('en', buttons(...many))).toMatchObject([{ actions: { length: 6 } }, { actions: { length: 2 } }]);
  });
});

describe('what is too long', () => {
  test('is shortened visibly, with the count in the language of the card', () => {
    const long = 'x'.repeat(LIMITS.card.quote + 1204);
    const kept = run('x'.repeat(LIMITS.card.quote));
    const quoted = (more: string) => [
      { type: 'Container', style: 'emphasis', items: [rich(kept, run(more, { isSubtle: true }))] },
    ];
    expect(body('en', quote(long))).toEqual(quoted(' … 1,204 more characters'));
    expect(body('zh', quote(long))).toEqual(quoted(' ……另有 1,204 字'));
  });

  test('never loses half a character, and counts characters as people do', () => {
    const text = `${'x'.repeat(LIMITS.card.quote - 1)}😀😀`;
    const [made] = body('en', quote(text));
    expect(made).toMatchObject({
      items: [rich(run('x'.repeat(LIMITS.card.quote - 1)), run(' … 2 more characters', { isSubtle: true }))],
    });
  });

  test('shrinks until the card reaches its aim', () => {
    const quotes = Array.from({ length: 8 }, () => quote('字'.repeat(5000)));
    expect(weight(adaptiveCard(card('zh', ...quotes), CONSOLE))).toBeLessThanOrEqual(LIMITS.aim);
  });

  test('a card beyond every measure says what it left out and keeps its last buttons', () => {
    const many = Array.from({ length: 2000 }, (_, index) => text(`part ${index} ${'x'.repeat(500)}`));
    const made = adaptiveCard(card('en', ...many, buttons(act('Claim', 'a', {}))), CONSOLE);
    expect(weight(made)).toBeLessThanOrEqual(LIMITS.most);
    expect(made.body.slice(-2)).toMatchObject([
      { type: 'ActionSet' },
      { inlines: [{ text: expect.stringMatching(/^… [\d,]+ more not shown here$/) }] },
    ]);
  });
});
