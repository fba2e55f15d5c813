/** The neutral form: inputs with typed values, so that a handler receives what it asked for or is not called. */
import type { PersonId } from '#src/core/event.ts';
import type { FileMedia, SentFile } from '#src/core/file/file.ts';
import type { Args, Block } from './card.ts';

type Common = { readonly label: string; readonly hint?: string; readonly optional?: true };
export type Option = { readonly value: string; readonly label: string };

export type TextInput = Common & {
  readonly type: 'text';
  readonly multiline?: true;
  /** Characters (UTF-16 units) at most; never above 3000, which is what a Slack input takes. */
  readonly max: number;
  readonly placeholder?: string;
  readonly initial?: string;
};
export type SelectInput = Common & {
  readonly type: 'select';
  readonly options: readonly Option[];
  readonly initial?: string;
};
export type CheckInput = {
  readonly type: 'check';
  readonly label: string;
  readonly hint?: string;
  readonly initial?: true;
};
/** A calendar day, `YYYY-MM-DD`. */
export type DateInput = Common & { readonly type: 'date'; readonly initial?: string };
/** One person of the workspace; the platform shows its own picker. The value is a person's id. */
export type PersonInput = Common & { readonly type: 'person'; readonly initial?: PersonId };

/**
 * Files, checked by content and size. A handler gets those that are kept already, and those that the platform hands over
 * only after the form was answered: it puts both into its record, which is told when the rest was fetched (desk/fetch.ts).
 */
export type FilesInput = Common & {
  readonly type: 'files';
  readonly accept: readonly FileMedia[];
  /** How many at most; never above 10, which is what a Slack input takes. */
  readonly most: number;
  /** Of each file; never above 10 MB, for the same reason. */
  readonly maxBytes: number;
  /** What its reader can do instead, where the forms of a chat take no files. */
  readonly instead?: string;
};

export type Input = TextInput | SelectInput | CheckInput | DateInput | PersonInput | FilesInput;
export type Inputs = { readonly [name: string]: Input };

/** What a handler gets: '' for an optional input left empty, an empty list where no file was sent. */
export type Values<I extends Inputs> = { readonly [K in keyof I]: Value<I[K]> };
type Value<I extends Input> = I extends CheckInput ? boolean : I extends FilesInput ? readonly SentFile[] : string;

/** A form ready to be shown, in the reader's language. */
export type FormView<I extends Inputs = Inputs> = {
  readonly title: string;
  readonly submit: string;
  /** Sent back on submit beside the arguments that the form was opened with: what its reader saw. */
  readonly args?: Args;
  /** Shown above the inputs; no buttons here. */
  readonly intro?: readonly Block[];
  readonly inputs: I;
};

/** A form as a platform receives it: which one, with which arguments, to be sent back on submit. */
export type OpenForm = { readonly form: string; readonly args: Args; readonly view: FormView };

export const input = {
  line: (label: string, more: Omit<TextInput, 'type' | 'label'>) => ({ type: 'text', label, ...more }) as const,
  area: (label: string, more: Omit<TextInput, 'type' | 'label' | 'multiline'>) =>
    ({ type: 'text', label, multiline: true, ...more }) as const,
  select: (label: string, options: readonly Option[], more?: Omit<SelectInput, 'type' | 'label' | 'options'>) =>
    ({ type: 'select', label, options, ...more }) as const,
  check: (label: string, more?: Omit<CheckInput, 'type' | 'label'>) => ({ type: 'check', label, ...more }) as const,
  date: (label: string, more?: Omit<DateInput, 'type' | 'label'>) => ({ type: 'date', label, ...more }) as const,
  files: (label: string, more: Omit<FilesInput, 'type' | 'label'>) => ({ type: 'files', label, ...more }) as const,
  person: (label: string, more?: Omit<PersonInput, 'type' | 'label'>) => ({ type: 'person', label, ...more }) as const,
};
