/** What somebody filled in, checked against the form that asked for it: typed values, or what is wrong at which field. */
import { isDay } from '#src/core/day.ts';
import type { PersonId } from '#src/core/event.ts';
import type { FileMedia, SentFile } from '#src/core/file/file.ts';
import { type InputRefusal, type Refusal, Refused } from '#src/core/refused.ts';
import { isBlank } from '#src/core/visible-text.ts';
import type { RawValues } from '#src/platforms/platform.ts';
import type { FilesInput, Input, Inputs, Values } from '#src/view/form.ts';

export type Checked =
  | { readonly ok: true; readonly values: Values<Inputs> }
  | { readonly ok: false; readonly wrong: { readonly [field: string]: Refusal } };

/** `personOf` turns the account that a platform's picker gave into a person. */
export async function checked(
  inputs: Inputs,
  raw: RawValues,
  personOf: (account: string) => Promise<PersonId>,
): Promise<Checked> {
  const values: { [field: string]: Value } = {};
  const wrong: { [field: string]: Refusal } = {};
  for (const [field, input] of Object.entries(inputs)) {
    const result = value(field, input, Object.hasOwn(raw, field) ? raw[field] : undefined);
    if (isRefusal(result)) wrong[field] = result;
    else values[field] = result;
  }
  // Last, because whoever is picked is met, and a form that comes back leaves nobody behind.
  for (const [field, input] of Object.entries(inputs)) {
    const account = values[field];
    if (input.type !== 'person' || typeof account !== 'string' || account === '') continue;
    const person = Object.keys(wrong).length > 0 ? account : await known(account, personOf);
    if (typeof person === 'string') values[field] = person;
    else wrong[field] = person.refusal;
  }
  // Built input by input from the form's own inputs, which is what `Values` says of them.
  return Object.keys(wrong).length > 0 ? { ok: false, wrong } : { ok: true, values: values as Values<Inputs> };
}

async function known(account: string, personOf: (account: string) => Promise<PersonId>): Promise<PersonId | Refused> {
  try {
    return await personOf(account);
  } catch (error) {
    if (error instanceof Refused) return error;
    throw error;
  }
}

type Value = string | boolean | readonly SentFile[];
const isRefusal = (result: Value | Refusal): result is Refusal => typeof result === 'object' && 'code' in result;

function value(field: string, input: Input, raw: RawValues[string]): Value | Refusal {
  switch (input.type) {
    case 'check':
      return raw === true || raw === 'true';
    case 'text': {
      const text = typeof raw === 'string' ? tidy(raw, input.multiline === true) : '';
      const { length } = text;
      return length <= input.max
        ? filled(field, input, text)
        : { code: 'input_too_long', field, length, max: input.max };
    }
    case 'select': {
      const chosen = filled(field, input, raw);
      const offered = chosen === '' || input.options.some((option) => option.value === chosen);
      return offered || typeof chosen !== 'string' ? chosen : { code: 'input_not_offered', field, value: chosen };
    }
    case 'date': {
      const day = filled(field, input, raw);
      return day === '' || typeof day !== 'string' || isDay(day)
        ? day
        : { code: 'input_not_a_date', field, value: day };
    }
    case 'person': {
      const account = filled(field, input, raw);
      const fits = typeof account !== 'string' || account === '' || /^[^\s\p{Cc}]{1,200}$/u.test(account);
      return fits ? account : { code: 'person_unknown', who: account };
    }
    case 'files':
      return files(field, input, Array.isArray(raw) ? raw : []);
  }
}

/** All of them, or the first thing that is wrong. A file still to be fetched is judged once more when it is here. */
function files(field: string, { accept, most, maxBytes, optional }: FilesInput, sent: readonly SentFile[]) {
  if (sent.length === 0 && !optional) return { code: 'input_missing', field } as const;
  if (sent.length > most) return { code: 'input_files_many', field, count: sent.length, most } as const;
  const accepted: readonly string[] = accept satisfies readonly FileMedia[];
  for (const { name, media, size } of sent) {
    if (!accepted.includes(media)) return { code: 'input_file_kind', field, name, accept } as const;
    if (size > maxBytes) return { code: 'input_file_large', field, name, size, max: maxBytes } as const;
  }
  return sent;
}

/** The text, or that it is missing; '' only where the form says that it may be. */
function filled(field: string, { optional }: { optional?: true }, raw: unknown): string | InputRefusal {
  const text = typeof raw === 'string' ? raw : '';
  if (!isBlank(text)) return text;
  return optional ? '' : { code: 'input_missing', field };
}

/** Windows line ends become plain ones; a single line loses the spaces around it, a text keeps what was typed. */
const tidy = (text: string, keep: boolean): string => (keep ? text.replaceAll('\r\n', '\n') : text.trim());
