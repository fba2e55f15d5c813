/** A form's inputs as Adaptive Card inputs. No maxLength: what is too long is said, never cut off in silence. */
import type { PersonId } from '#src/core/event.ts';
import { isKept, type SentFile } from '#src/core/file/file.ts';
import type { Locale } from '#src/core/rules.ts';
import type { CheckInput, FilesInput, Input, Option } from '#src/view/form.ts';
import { rendererWords } from '#src/view/renderer-words.ts';
import { LIMITS } from './limits.ts';
import { isLive, literal } from './literal.ts';
import type { Choice, Element, InputElement } from './types.ts';

/** Somebody who can be chosen: the value sent is the account; `person` lets a preset person be found. */
export type Choosable = { readonly account: string; readonly name: string; readonly person?: PersonId };

/** What stood in an input when its form was sent. */
export type Typed = string | boolean | readonly SentFile[] | undefined;

/** Names never meet the keys of an action's own data, and a toggle or files are known by their names. */
const KINDS: { readonly [T in Input['type']]: string } = {
  text: 'in',
  select: 'in',
  date: 'in',
  person: 'in',
  check: 'is',
  files: 'files',
};
const inputId = (name: string, { type }: Input): string => `${KINDS[type]}.${name}`;

export function inputElements(
  name: string,
  input: Input,
  typed: Typed,
  locale: Locale,
  people: readonly Choosable[],
  uploads = false,
): readonly Element[] {
  const id = inputId(name, input);
  switch (input.type) {
    case 'text': {
      const value = text(typed) ?? input.initial;
      return [
        {
          type: 'Input.Text',
          id,
          label: label(input, locale),
          ...(input.multiline && { isMultiline: true }),
          ...(input.placeholder && { placeholder: literal(input.placeholder) }),
          ...(value && { value }),
        },
      ];
    }
    case 'select':
      return [choice(id, label(input, locale), input, text(typed) ?? input.initial, locale)];
    case 'check':
      return toggle(id, input, typed, locale);
    case 'date': {
      const value = text(typed) ?? input.initial;
      return [{ type: 'Input.Date', id, label: label(input, locale), ...(value && { value }) }];
    }
    case 'person': {
      const options = people.map(({ account, name }) => ({ value: account, label: name }));
      const preset = input.initial && people.find(({ person }) => person === input.initial)?.account;
      return [choice(id, label(input, locale), { options, ...optional(input) }, text(typed) ?? preset, locale)];
    }
    case 'files':
      return [uploads ? filesInput(id, input, typed, locale) : noFiles(input, locale)];
  }
}

/** The page around the card draws it; what it knows the files by is written in it as in any text. */
function filesInput(id: string, input: FilesInput, typed: Typed, locale: Locale): InputElement {
  const { accept, most, maxBytes } = input;
  const value = Array.isArray(typed) ? typed.filter(isKept).map(({ digest }) => digest) : [];
  const given = value.length > 0 && { value: value.join(',') };
  return { type: 'Input.Text', id, label: label(input, locale), ...given, files: { accept, most, maxBytes } };
}

const noFiles = (input: FilesInput, locale: Locale): Element => ({
  type: 'RichTextBlock',
  inlines: [
    { type: 'TextRun', text: `${label(input, locale)}\n` },
    { type: 'TextRun', isSubtle: true, size: 'small', text: input.instead ?? rendererWords[locale].noFiles },
  ],
});

const text = (typed: Typed) => (typeof typed === 'string' ? typed : undefined);
const optional = (input: { optional?: true }): { optional?: true } => (input.optional ? { optional: true } : {});

const label = (input: { label: string; optional?: true }, locale: Locale) =>
  literal(input.label) + (input.optional ? rendererWords[locale].optional : '');

function choice(
  id: string,
  label: string,
  { options, optional }: { options: readonly Option[]; optional?: true },
  value: string | undefined,
  locale: Locale,
): InputElement {
  const choices: readonly Choice[] = options.map((option) => ({ title: literal(option.label), value: option.value }));
  // Shown one under another, titles may be read as Markdown; in a drop-down they never are. Nor can a radio be unchosen.
  const expanded =
    !optional &&
    choices.length > 0 &&
    choices.length <= LIMITS.expandedOptions &&
    !choices.some(({ title }) => isLive(title));
  return expanded
    ? { type: 'Input.ChoiceSet', id, label, style: 'expanded', wrap: true, choices, ...(value && { value }) }
    : {
        type: 'Input.ChoiceSet',
        id,
        label,
        style: 'compact',
        placeholder: rendererWords[locale].choose,
        // On a phone nothing is drawn of a form in which one list is empty.
        choices: optional || choices.length === 0 ? [{ title: '–', value: '' }, ...choices] : choices,
        ...(value && { value }),
      };
}

function toggle(id: string, input: CheckInput, typed: Typed, locale: Locale): readonly Element[] {
  const value = typed === undefined ? input.initial === true : typed === true || typed === 'true';
  const made = { type: 'Input.Toggle', id, wrap: true, value: value ? 'true' : 'false' } as const;
  if (!isLive(input.label)) return [{ ...made, title: literal(input.label) }];
  // A toggle's title may be read as Markdown, so such a label stands above it as plain text.
  const above = { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: literal(input.label) }] } as const;
  return [above, { ...made, title: rendererWords[locale].yes, spacing: 'small' }];
}
