/** A neutral form as Adaptive Card 1.5: inputs, their errors right under them, and what was typed still there. */
import type { Locale } from '#src/core/rules.ts';
import type { Input, OpenForm } from '#src/view/form.ts';
import { rendererWords } from '#src/view/renderer-words.ts';
import { elements } from './blocks.ts';
import type { Host } from './buttons.ts';
import { type Choosable, inputElements, type Typed } from './inputs.ts';
import { LIMITS } from './limits.ts';
import { literal } from './literal.ts';
import { type Page, rich, runs } from './runs.ts';
import type { Action, AdaptiveCard, Element } from './types.ts';

export type FormOptions = Host & {
  readonly locale: Locale;
  readonly timeZone: string;
  /** Whom a person input offers. */
  readonly people: readonly Choosable[];
  /** True where nothing around the card shows the form's title. */
  readonly heading?: boolean;
};

/** A form that came back: what was typed, and what is wrong with it. */
export type FormState = {
  readonly values: { readonly [name: string]: Typed };
  readonly errors: { readonly [name: string]: string };
  readonly formError?: string;
};

export function adaptiveForm(open: OpenForm, state: FormState | undefined, options: FormOptions): AdaptiveCard {
  const { view } = open;
  const { locale, timeZone, writing } = options;
  const page: Page = { locale, timeZone, limits: LIMITS.form, ...(writing && { writing }) };
  const body: readonly Element[] = [
    ...(options.heading ? elements([{ type: 'heading', text: view.title }], page, options) : []),
    ...(state?.formError ? [alarm(state.formError, page)] : []),
    ...elements(view.intro ?? [], page, options),
    ...Object.entries(view.inputs).flatMap(([name, input]) => field(name, input, state, page, options)),
  ];
  const summary = literal(view.title);
  const { lang } = rendererWords[locale];
  // Where nothing can be filled in there is nothing to send; the form says what to do instead.
  const isFilled = options.uploads || Object.values(view.inputs).some(({ type }) => type !== 'files');
  const actions = isFilled || Object.keys(view.inputs).length === 0 ? [submit(open, options)] : [];
  return {
    type: 'AdaptiveCard',
    version: '1.5',
    lang,
    fallbackText: summary,
    speak: summary,
    body,
    ...(actions.length > 0 && { actions }),
  };
}

function field(
  name: string,
  input: Input,
  state: FormState | undefined,
  page: Page,
  { people, uploads }: FormOptions,
): readonly Element[] {
  const error = state?.errors[name];
  // What may be sent is no help where nothing can be.
  const hint = input.type === 'files' && !uploads ? undefined : input.hint;
  const { limits } = page;
  const [first, ...rest] = inputElements(name, input, state?.values[name], page.locale, people, uploads);
  const wrong = error && rich(runs(error, page, limits.line, { color: 'attention' }), below('error', name));
  const help = hint && rich(runs(hint, page, limits.line, { size: 'small', isSubtle: true }), below('hint', name));
  return [
    ...(first ? [{ ...first, spacing: 'medium' as const }] : []),
    ...rest,
    ...(wrong ? [wrong] : []),
    ...(help ? [help] : []),
  ];
}

const below = (what: string, name: string) => ({ id: `${what}.${name}`, spacing: 'small' }) as const;

const alarm = (error: string, page: Page): Element => ({
  type: 'Container',
  style: 'attention',
  id: 'form-error',
  items: [rich(runs(error, page, page.limits.text))],
});

function submit({ form, args, view }: OpenForm, host: Host): Action {
  const title = literal(view.submit);
  const look = { title, ...(host.styles && { style: 'positive' as const }) };
  return host.dialogs === 'execute'
    ? { type: 'Action.Execute', ...look, verb: 'submit', data: { form, args } }
    : { type: 'Action.Submit', ...look, data: { verb: 'submit', form, args } };
}
