/** The vendor's schema for Adaptive Cards 1.5, where somebody put it beside the repository; it is not ours to copy. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv, type ValidateFunction } from 'ajv';

const file = fileURLToPath(new URL('../../../../shared/schemas/adaptive-card-1.5.json', import.meta.url));

/** Absent in a clone of its own: the tests that need it then say that they were skipped. */
export const hasSchema = existsSync(file);

let compiled: ValidateFunction | undefined;

function compile(): ValidateFunction {
  const { id: _, $schema: __, ...schema } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  const ajv = new Ajv({ strict: false, validateFormats: false, logger: false });
  return ajv.compile({ ...schema, $id: 'adaptive-card' });
}

/** What the schema has against a card; empty when it is right. */
export function schemaErrors(card: unknown): readonly string[] {
  compiled ??= compile();
  const validate = compiled;
  validate(card);
  // Alternatives report each branch that failed; the deepest paths name the culprit.
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`).slice(0, 20);
}

/** What a part of a card must have for a phone: texts that are there, lists that are not empty. */
const NEEDS: { readonly [type: string]: readonly string[] } = {
  AdaptiveCard: ['version', 'body'],
  TextRun: ['text'],
  RichTextBlock: ['inlines'],
  Image: ['url'],
  ColumnSet: ['columns'],
  ActionSet: ['actions'],
  'Input.Text': ['id'],
  'Input.Date': ['id'],
  'Input.Toggle': ['id', 'title'],
  'Input.ChoiceSet': ['id', 'choices'],
  'Action.OpenUrl': ['url'],
  'Action.ToggleVisibility': ['targetElements'],
};

/** What the clients of phones have against a card, beyond the schema: with one such fault they draw nothing of it at all. */
export function phoneErrors(card: unknown): readonly string[] {
  const ids = new Set<string>();
  const found: string[] = [];
  const look = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    const { type, id } = part as { readonly type?: unknown; readonly id?: unknown };
    for (const key of NEEDS[String(type)] ?? []) {
      const value: unknown = Object.entries(part).find(([name]) => name === key)?.[1];
      if ((typeof value !== 'string' && !Array.isArray(value)) || value.length === 0)
        found.push(`${type} without ${key}`);
    }
    if (typeof id === 'string' && ids.has(id)) found.push(`${id} twice`);
    if (typeof id === 'string') ids.add(id);
    for (const inner of Object.values(part)) look(inner);
  };
  look(card);
  return found;
}
