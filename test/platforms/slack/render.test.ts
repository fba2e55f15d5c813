/** Cards and forms as Block Kit: what each part becomes, and that all of it fits. */
import { describe, expect, test } from 'vitest';
import { message } from '#src/platforms/slack/card.ts';
import { formModal } from '#src/platforms/slack/modal.ts';
import {
  act,
  type Block,
  buttons,
  type Card,
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
import { input, type OpenForm } from '#src/view/form.ts';
import { caseCard, reportForm } from '#test/view/adaptive/samples.ts';
import { buttonsIn, wordsOf } from './hands.ts';
import { wrongBlocks, wrongView } from './valid.ts';

const AT = '2026-11-21T12:00:00.000Z';
const card = (...blocks: readonly Block[]): Card => ({ summary: 'S', locale: 'en', timeZone: 'Europe/London', blocks });
const only = (block: Block) => message(card(block)).blocks[0];
const run = (words: string, style?: object) => ({ type: 'text', text: words, ...(style && { style }) });
const section = (...elements: readonly object[]) => ({ type: 'rich_text_section', elements });

describe('a block becomes', () => {
  test.each<[Block, object]>([
    [heading('Title'), { type: 'header', text: { type: 'plain_text', text: 'Title', emoji: false } }],
    [text('a *b*'), { type: 'rich_text', elements: [section(run('a *b*'))] }],
    [
      quote('said', '@x'),
      {
        type: 'rich_text',
        elements: [section(run('@x', { italic: true })), { type: 'rich_text_quote', elements: [run('said')] }],
      },
    ],
    [
      facts([
        { label: 'Reach', value: 'low' },
        { label: 'Due', value: [{ at: AT, show: 'both' }] },
      ]),
      {
        type: 'rich_text',
        elements: [
          section(run('Reach: ', { bold: true }), run('low'), run('\nDue: ', { bold: true }), {
            type: 'date',
            timestamp: 1795262400,
            format: '{date_short_pretty} {time}',
            fallback: '21 Nov 2026, 12:00',
          }),
        ],
      },
    ],
    [
      list(['a', [{ b: 'b' }, { person: 'p', name: 'Emma' }]]),
      {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_list',
            style: 'bullet',
            elements: [section(run('a')), section(run('b', { bold: true }), run('Emma', { bold: true }))],
          },
        ],
      },
    ],
    [
      status('alarm', 'Late'),
      { type: 'rich_text', elements: [section({ type: 'emoji', name: 'rotating_light' }, run('  '), run('Late'))] },
    ],
    [note('small'), { type: 'context', elements: [{ type: 'plain_text', text: 'small', emoji: false }] }],
    [
      note(['seen ', { at: AT, show: 'date' }, ' ', { link: 'https://x.example/a?b&c', text: 'a < b' }]),
      {
        type: 'context',
        elements: [
          {
            type: 'mrkdwn',
            text: 'seen <!date^1795262400^{date_short_pretty}|21 Nov 2026> <https://x.example/a?b&amp;c|a &lt; b>',
            verbatim: true,
          },
        ],
      },
    ],
    [
      note(['*bold* ', { at: AT, show: 'date' }]),
      {
        type: 'rich_text',
        elements: [
          section(run('*bold* '), {
            type: 'date',
            timestamp: 1795262400,
            format: '{date_short_pretty}',
            fallback: '21 Nov 2026',
          }),
        ],
      },
    ],
    [
      buttons(
        act('Go', 'a.b', { c: '1' }, { look: 'danger', confirm: { title: 'T', text: 'X', yes: 'Y', no: 'N' } }),
        opens('Form…', 'f', {}),
        goes('Web', 'https://x.example/'),
        goes('Bad', 'javascript:alert(1)'),
      ),
      {
        type: 'actions',
        elements: [
          expect.objectContaining({
            action_id: 'act a.b 0.0',
            value: '{"c":"1"}',
            style: 'danger',
            confirm: expect.anything(),
          }),
          expect.objectContaining({ action_id: 'open f 0.1', value: '{}' }),
          expect.objectContaining({ action_id: 'link 0.2', url: 'https://x.example/' }),
        ],
      },
    ],
  ])('%j', (block, expected) => {
    expect(only(block)).toEqual(expected);
  });
});

test('a link to what is no web page is text', () => {
  expect(only(text([{ link: 'javascript:alert(1)', text: 'x' }]))).toEqual({
    type: 'rich_text',
    elements: [section(run('x'))],
  });
});

test('a button that carries more than fits is left out, and that is said', () => {
  const made = message(card(buttons(act('Go', 'a', { text: 'x'.repeat(2100) }), act('Stay', 'b', {})))).blocks;
  expect(buttonsIn(made)).toHaveLength(1);
  expect(wordsOf(made)).toContain('1 more not shown here');
});

test.each(['en', 'zh'] as const)('the sample card and form fit, in %s', (locale) => {
  expect(wrongBlocks(message(caseCard(locale)).blocks)).toEqual([]);
  const reader = { locale, timeZone: 'Asia/Shanghai', accountOf: () => 'U0ONE' };
  expect(wrongView(formModal(reportForm(locale), reader, { from: {}, nonce: 'n' }))).toEqual([]);
});

test('forty buttons in a row, sixty blocks, long labels: all of it fits', () => {
  const many = Array.from(
    { length: 60 },
    (_, index): Block =>
      index % 2 ? note('x'.repeat(5000)) : buttons(...Array.from({ length: 40 }, () => act('长'.repeat(100), 'a', {}))),
  );
  expect(wrongBlocks(message(card(...many)).blocks)).toEqual([]);
});

describe('a form', () => {
  const reader = { locale: 'zh', timeZone: 'Asia/Shanghai', accountOf: () => undefined } as const;
  const open = (inputs: OpenForm['view']['inputs'], args = {}): OpenForm => ({
    form: 'f',
    args,
    view: { title: '标题'.repeat(20), submit: '提交'.repeat(20), inputs },
  });

  test('with everything too long fits, its title whole above it', () => {
    const options = Array.from({ length: 140 }, (_, index) => ({ value: `v${index}`, label: '选'.repeat(100) }));
    const view = formModal(
      open({
        a: input.area('长'.repeat(2500), {
          max: 3000,
          hint: 'h'.repeat(2500),
          placeholder: 'p'.repeat(200),
          initial: 'x'.repeat(3000),
        }),
        b: input.select('B', options, { initial: 'v139' }),
        c: input.select('C', []),
        d: input.check('勾'.repeat(100), { hint: '示'.repeat(100) }),
        e: input.date('E', { initial: '2026-11-21', optional: true }),
        f: input.person('F', { initial: 'p9' }),
      }),
      reader,
      { from: {}, nonce: 'n' },
    );
    expect(wrongView(view)).toEqual([]);
    expect(JSON.stringify(view)).toContain('标题'.repeat(20));
  });

  test('does not carry what its inputs carry, when that would not fit', () => {
    const said = '长'.repeat(2990);
    const inputs = { said: input.area('Said', { max: 3000, initial: said }) };
    const view = formModal(open(inputs, { said, case: 'c1' }), reader, { from: {}, nonce: 'n' });
    expect(view?.private_metadata).toBe('{"form":"f","args":{"case":"c1"}}');
  });

  test('is refused when what it was opened with does not fit', () => {
    expect(formModal(open({}, { more: '长'.repeat(3000) }), reader, { from: {}, nonce: 'n' })).toBeUndefined();
  });
});
