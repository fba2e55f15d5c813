/** Everything that the renderer writes is valid by the vendor's own schema. */
import { describe, expect, test } from 'vitest';
import { adaptiveCard } from '#src/view/adaptive/card.ts';
import { adaptiveForm } from '#src/view/adaptive/form.ts';
import { caseCard, reportForm } from './samples.ts';
import { hasSchema, schemaErrors } from './schema.ts';

const hosts = [
  { styles: true, dialogs: 'execute' },
  { styles: false, dialogs: 'task' },
] as const;

describe.skipIf(!hasSchema)('the schema of Adaptive Cards 1.5 (skipped where ../shared/schemas is absent)', () => {
  test.each(['en', 'zh'] as const)('accepts the case card in %s', (locale) => {
    for (const host of hosts) expect(schemaErrors(adaptiveCard(caseCard(locale), host))).toEqual([]);
  });

  test.each(['en', 'zh'] as const)('accepts the form in %s, new and with errors', (locale) => {
    for (const host of hosts) {
      const options = { ...host, locale, timeZone: 'UTC', people: [{ account: 'mei', name: 'Li Mei' }] };
      const state = { values: { said: 'x', discreet: true }, errors: { said: 'Too short' }, formError: 'No' };
      expect(schemaErrors(adaptiveForm(reportForm(locale), undefined, options))).toEqual([]);
      expect(schemaErrors(adaptiveForm(reportForm(locale), state, { ...options, heading: true }))).toEqual([]);
    }
  });

  test('sees a mistake', () => {
    expect(schemaErrors({ type: 'AdaptiveCard', version: '1.5', body: [{ type: 'Fantasy' }] })).not.toEqual([]);
  });
});
