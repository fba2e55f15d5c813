/** What a person typed stays text, in every place where a person's text can stand. */
import { describe, expect, test } from 'vitest';
import { adaptiveCard } from '#src/view/adaptive/card.ts';
import { adaptiveForm } from '#src/view/adaptive/form.ts';
import { act, type Block, buttons, facts, heading, list, note, quote, status, text } from '#src/view/card.ts';
import { input } from '#src/view/form.ts';

const HOST = { styles: true, dialogs: 'execute' } as const;
const HOSTILE = [
  '<!channel>',
  '[x](javascript:alert(1))',
  '**b**',
  '{{DATE(2020-01-01T00:00:00Z)}}',
  '{{{{DATE(2020-01-01T00:00:00Z)}}',
  '<img src=x onerror=alert(1)>',
  '- one\n- two',
];
const PLACES: { readonly [place: string]: (said: string) => Block } = {
  heading,
  text,
  bold: (said) => text([{ b: said }]),
  italic: (said) => text([{ i: said }]),
  'text of a link': (said) => text([{ link: 'https://example.com/', text: said }]),
  'name of a person': (said) => text([{ person: 'p', name: said }]),
  quote: (said) => quote(said),
  'source of a quote': (said) => quote('words', said),
  'value of a fact': (said) => facts([{ label: 'Said', value: said }]),
  'label of a fact': (said) => facts([{ label: said, value: 'x' }]),
  list: (said) => list([said]),
  note,
  status: (said) => status('alarm', said),
  button: (said) => buttons(act(said, 'a', {})),
  question: (said) => buttons(act('Go', 'a', {}, { confirm: { title: said, text: said, yes: said, no: said } })),
};

type Node = { readonly [key: string]: unknown };
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;
const nodes = (value: unknown): readonly Node[] =>
  isNode(value) ? [value, ...Object.values(value).flatMap(nodes)] : [];
const unbroken = (said: string) => said.replaceAll('\u200d', '');

describe.each(Object.entries(PLACES))('in %s', (_place, block) => {
  test.each(HOSTILE)('%s is shown and nothing more', (said) => {
    const card = adaptiveCard({ summary: 's', locale: 'en', timeZone: 'UTC', blocks: [block(said)] }, HOST);
    const holding = nodes(card).filter((node) => unbroken(String(node.text ?? node.title)) === said);
    expect(holding.length).toBeGreaterThan(0);
    // A TextRun knows no Markdown, nor does a button's title; both know {{DATE()}}, which is broken.
    for (const node of holding) expect(String(node.type)).toMatch(/^TextRun$|^Action\./);
    expect(JSON.stringify(card)).not.toContain('{{');
  });
});

describe('in a form', () => {
  test.each(HOSTILE)('%s is a literal label, hint, option and error, and an input keeps it unchanged', (said) => {
    const open = {
      form: 'f',
      args: {},
      view: {
        title: said,
        submit: said,
        inputs: {
          line: input.line(said, { max: 9, hint: said, initial: said }),
          pick: input.select(said, [{ value: 'a', label: said }]),
          tick: input.check(said),
        },
      },
    };
    const options = { ...HOST, locale: 'en', timeZone: 'UTC', people: [], heading: true } as const;
    const card = adaptiveForm(open, { values: {}, errors: { line: said }, formError: said }, options);
    const all = nodes(card);
    expect(all.find((node) => node.type === 'Input.Text')?.value).toBe(said);
    expect(all.filter((node) => node.type === 'TextBlock' || node.type === 'FactSet')).toEqual([]);
    // Where titles of options and toggles may be Markdown, a live one is not put.
    for (const node of all.filter(({ type }) => type === 'Input.ChoiceSet')) {
      if (/^[*[\-<]/.test(said)) expect(node.style).toBe('compact');
    }
    for (const node of all.filter(({ type }) => type === 'Input.Toggle')) {
      if (/^[*[\-<]/.test(said)) expect(node.title).toBe('Yes');
    }
  });
});

test.each(['javascript:alert(1)', 'file:///etc/passwd', 'data:text/html,x', 'not a link', ''])(
  'a link to "%s" is text without an action',
  (link) => {
    const blocks = [text([{ link, text: 'there' }]), buttons({ label: 'Go', does: { type: 'link', url: link } })];
    const card = adaptiveCard({ summary: 's', locale: 'en', timeZone: 'UTC', blocks }, HOST);
    expect(card.body).toEqual([{ type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: 'there' }] }]);
  },
);
