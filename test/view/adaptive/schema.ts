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
