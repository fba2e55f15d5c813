/** A form's inputs as input blocks; each block's id says which input it is. */
import type {
  Checkboxes,
  Datepicker,
  FileInput,
  InputBlock,
  KnownBlock,
  PlainTextInput,
  PlainTextOption,
  RadioButtons,
  StaticSelect,
  UsersSelect,
} from '@slack/types';
import type { FileMedia } from '#src/core/file/file.ts';
import type { Locale } from '#src/core/rules.ts';
import type { CheckInput, FilesInput, Input, Option, SelectInput, TextInput } from '#src/view/form.ts';
import { rendererWords } from '#src/view/renderer-words.ts';
import type { RawValues } from '../platform.ts';
import type { FormReader } from './form-options.ts';
import { LIMITS } from './limits.ts';
import { plain } from './text.ts';
import { slackWords } from './words.ts';

/** What stood in an input when its form was sent. */
type Typed = RawValues[string];
type Element = PlainTextInput | StaticSelect | RadioButtons | Datepicker | UsersSelect | FileInput;

/** What would make Slack refuse the whole form, a select without options or files we may not read, becomes a sentence. */
export function inputBlock(
  name: string,
  input: Exclude<Input, CheckInput>,
  typed: Typed,
  reader: FormReader,
  nonce: string,
): KnownBlock {
  const label = plain(input.label, LIMITS.input.label);
  const instead = (said: string): KnownBlock => ({ type: 'section', fields: [label, plain(said, LIMITS.input.hint)] });
  if (input.type === 'select' && input.options.length === 0) return instead(slackWords[reader.locale].nothingToChoose);
  if (input.type === 'files' && reader.noFiles) return instead(rendererWords[reader.locale].noFiles);
  return {
    type: 'input',
    block_id: `in.${name}.${nonce}`,
    label,
    element: element(name, input, typeof typed === 'string' ? typed : undefined, reader),
    ...(input.hint && { hint: plain(input.hint, LIMITS.input.hint) }),
    ...(input.optional && { optional: true }),
  };
}

function element(
  name: string,
  input: Exclude<Input, CheckInput>,
  typed: string | undefined,
  { accountOf }: FormReader,
): Element {
  switch (input.type) {
    case 'text':
      return textInput(name, input, typed);
    case 'select':
      return choice(name, input, typed);
    case 'date': {
      const day = typed ?? input.initial;
      return { type: 'datepicker', action_id: name, ...(day && { initial_date: day }) };
    }
    case 'person': {
      const account = typed ?? (input.initial && accountOf(input.initial));
      return { type: 'users_select', action_id: name, ...(account && { initial_user: account }) };
    }
    case 'files':
      return fileInput(name, input);
  }
}

/** Slack goes by the ending of a name; what a file truly is, is seen when it was fetched. */
const ENDINGS: { readonly [M in FileMedia]: readonly string[] } = {
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/webp': ['webp'],
  'image/gif': ['gif'],
  'application/pdf': ['pdf'],
};

const fileInput = (name: string, { accept, most }: FilesInput): FileInput => ({
  type: 'file_input',
  action_id: name,
  filetypes: accept.flatMap((media) => ENDINGS[media]),
  max_files: Math.min(most, LIMITS.input.files),
});

function textInput(name: string, input: TextInput, typed: string | undefined): PlainTextInput {
  const max = Math.min(input.max, LIMITS.input.text);
  const value = typed ?? input.initial;
  return {
    type: 'plain_text_input',
    action_id: name,
    max_length: max,
    ...(input.multiline && { multiline: true }),
    ...(input.placeholder && { placeholder: plain(input.placeholder, LIMITS.input.placeholder) }),
    ...(value && { initial_value: value.slice(0, max) }),
  };
}

function choice(name: string, input: SelectInput, typed: string | undefined): StaticSelect | RadioButtons {
  const shown = input.options.slice(0, LIMITS.options.most).map(option);
  const value = typed ?? input.initial;
  const initial = shown.find((one) => one.value === value);
  const chosen = initial && { initial_option: initial };
  // A radio cannot be unchosen again.
  return !input.optional && shown.length <= LIMITS.radios
    ? { type: 'radio_buttons', action_id: name, options: shown, ...chosen }
    : { type: 'static_select', action_id: name, options: shown, ...chosen };
}

const option = ({ value, label }: Option): PlainTextOption => ({
  text: plain(label, LIMITS.options.label),
  value,
});

/** Several checks as one block of boxes; a box's value is the name of its input. */
export function checkGroup(
  checks: readonly (readonly [string, CheckInput])[],
  typed: RawValues | undefined,
  locale: Locale,
  nonce: string,
): InputBlock {
  const options = checks.map(
    ([name, { label, hint }]): PlainTextOption => ({
      text: plain(label, LIMITS.options.label),
      value: name,
      ...(hint && { description: plain(hint, LIMITS.options.description) }),
    }),
  );
  const ticked = ([name, { initial }]: readonly [string, CheckInput]) =>
    typed ? typed[name] === true || typed[name] === 'true' : initial === true;
  const initial = options.filter((_, index) => checks.slice(index, index + 1).some(ticked));
  const boxes: Checkboxes = {
    type: 'checkboxes',
    action_id: 'ticked',
    options,
    ...(initial.length > 0 && { initial_options: initial }),
  };
  return {
    type: 'input',
    block_id: `is.${checks.map(([name]) => name).join(',')}.${nonce}`.slice(0, 255),
    label: plain(slackWords[locale].ticks, LIMITS.input.label),
    element: boxes,
    optional: true,
  };
}
