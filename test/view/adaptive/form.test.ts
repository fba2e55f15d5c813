/** A neutral form becomes these inputs; an error stands right under its field, and nothing typed is lost. */
import { expect, test } from 'vitest';
import { adaptiveForm } from '#src/view/adaptive/form.ts';
import { pressed } from '#src/view/adaptive/pressed.ts';
import { input } from '#src/view/form.ts';
import { reportForm } from './samples.ts';

const people = [
  { account: 'emma', name: 'Emma Clarke', person: 'p1' },
  { account: 'mei', name: '李梅', person: 'p2' },
];
const options = { styles: true, dialogs: 'execute', locale: 'en', timeZone: 'UTC', people } as const;
const run = (words: string, more = {}) => ({ type: 'TextRun', ...more, text: words });

test('the whole of a form', () => {
  expect(adaptiveForm(reportForm('en'), undefined, options)).toEqual({
    type: 'AdaptiveCard',
    version: '1.5',
    lang: 'en',
    fallbackText: 'Report a post',
    speak: 'Report a post',
    body: [
      {
        type: 'RichTextBlock',
        spacing: 'small',
        inlines: [run('Please do not answer it yourself.', { size: 'small', isSubtle: true })],
      },
      { type: 'Input.Text', spacing: 'medium', id: 'in.link', label: 'Link (optional)', placeholder: 'https://' },
      { type: 'Input.Text', spacing: 'medium', id: 'in.said', label: 'What does it say?', isMultiline: true },
      {
        type: 'RichTextBlock',
        id: 'hint.said',
        spacing: 'small',
        inlines: [run('The words of the post; a link is enough if you have one.', { size: 'small', isSubtle: true })],
      },
      {
        type: 'Input.ChoiceSet',
        spacing: 'medium',
        id: 'in.severity',
        label: 'How bad is it?',
        style: 'expanded',
        wrap: true,
        choices: [
          { title: 'Low', value: 'low' },
          { title: 'Medium', value: 'medium' },
          { title: 'High', value: 'high' },
        ],
      },
      { type: 'Input.Date', spacing: 'medium', id: 'in.seen', label: 'Seen on', value: '2026-11-21' },
      {
        type: 'Input.ChoiceSet',
        spacing: 'medium',
        id: 'in.about',
        label: 'Who should know? (optional)',
        style: 'compact',
        placeholder: 'Choose…',
        choices: [
          { title: '–', value: '' },
          { title: 'Emma Clarke', value: 'emma' },
          { title: '李梅', value: 'mei' },
        ],
        value: 'mei',
      },
      {
        type: 'Input.Toggle',
        spacing: 'medium',
        id: 'is.discreet',
        wrap: true,
        value: 'false',
        title: 'Keep my name from the channel',
      },
    ],
    actions: [
      {
        type: 'Action.Execute',
        title: 'Report',
        style: 'positive',
        verb: 'submit',
        data: { form: 'report.new', args: { from: 'console' } },
      },
    ],
  });
});

test('after an error, what was typed stands there still, even where it was emptied', () => {
  const open = {
    form: 'f',
    args: {},
    view: {
      title: 'F',
      submit: 'Go',
      inputs: {
        line: input.line('Line', { max: 3, initial: 'preset' }),
        gone: input.line('Gone', { max: 3, initial: 'preset' }),
        tick: input.check('Tick', { initial: true }),
      },
    },
  };
  const state = {
    values: { line: 'far too long', gone: '', tick: false },
    errors: { line: 'At most 3.' },
    formError: 'No.',
  };
  expect(adaptiveForm(open, state, options).body).toEqual([
    {
      type: 'Container',
      style: 'attention',
      id: 'form-error',
      items: [{ type: 'RichTextBlock', inlines: [run('No.')] }],
    },
    { type: 'Input.Text', spacing: 'medium', id: 'in.line', label: 'Line', value: 'far too long' },
    { type: 'RichTextBlock', id: 'error.line', spacing: 'small', inlines: [run('At most 3.', { color: 'attention' })] },
    { type: 'Input.Text', spacing: 'medium', id: 'in.gone', label: 'Gone' },
    { type: 'Input.Toggle', spacing: 'medium', id: 'is.tick', wrap: true, value: 'false', title: 'Tick' },
  ]);
});

test('in Teams a form is sent by its own kind of submit', () => {
  const made = adaptiveForm(reportForm('zh'), undefined, { ...options, styles: false, dialogs: 'task' });
  expect(made.actions).toEqual([
    { type: 'Action.Submit', title: '上报', data: { verb: 'submit', form: 'report.new', args: { from: 'console' } } },
  ]);
});

test('what comes back is read with its types, and only if it is ours', () => {
  const data = {
    form: 'f',
    args: { a: 'b' },
    'in.said': 'x',
    'is.tick': 'true',
    'in.form': 'y',
    stray: 'z',
    'in.n': 3,
  };
  const submitted = { type: 'submit', form: 'f', args: { a: 'b' }, values: { said: 'x', tick: true, form: 'y' } };
  expect(pressed('submit', data)).toEqual(submitted);
  expect(pressed(undefined, { ...data, verb: 'submit' })).toEqual(submitted);
  expect(pressed('act', { action: 'x', args: {} })).toEqual({ type: 'act', action: 'x', args: {} });
  expect(pressed('open', { form: 'x', args: {} })).toEqual({ type: 'open', form: 'x', args: {} });
  for (const bad of [null, 'x', [], {}, { action: 'x' }, { action: 1, args: {} }, { action: 'x', args: { a: 1 } }])
    expect(pressed('act', bad)).toBeUndefined();
  expect(pressed('delete', { action: 'x', args: {} })).toBeUndefined();
});

test('where a host takes no files, the form says what to do instead, and one of files alone is not sent', () => {
  const shots = input.files('Screenshots', {
    ...{ accept: ['image/png'], most: 3, maxBytes: 10, hint: 'Up to three' },
    instead: 'Paste it into our chat.',
  });
  const form = { form: 'f', args: {}, view: { title: 'Add', submit: 'Save', inputs: { shots } } };
  const made = adaptiveForm(form, undefined, options);
  expect(JSON.stringify(made.body)).toContain('Paste it into our chat.');
  expect(JSON.stringify(made.body)).not.toContain('Up to three');
  expect(made.actions).toBeUndefined();
  const withText = { ...form, view: { ...form.view, inputs: { shots, note: input.line('Note', { max: 9 }) } } };
  expect(adaptiveForm(withText, undefined, options).actions).toHaveLength(1);
  expect(adaptiveForm(form, undefined, { ...options, uploads: true }).actions).toHaveLength(1);
});
