/** Everything that the renderer writes is valid by the vendor's own schema. */
import { describe, expect, test } from 'vitest';
import { adaptiveCard } from '#src/view/adaptive/card.ts';
import { adaptiveForm } from '#src/view/adaptive/form.ts';
import { caseCard, reportForm } from './samples.ts';
import { hasSchema, phoneErrors, schemaErrors } from './schema.ts';

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

describe('a phone', () => {
  test.each(['en', 'zh'] as const)(
    'draws the case card and the form in %s, also when nobody can be chosen',
    (locale) => {
      for (const host of hosts) {
        const options = { ...host, locale, timeZone: 'UTC', people: [] };
        expect(phoneErrors(adaptiveCard(caseCard(locale), host))).toEqual([]);
        const form = reportForm(locale);
        const inputs = { ...form.view.inputs, owner: { type: 'person', label: 'Owner' } as const };
        expect(phoneErrors(adaptiveForm({ ...form, view: { ...form.view, inputs } }, undefined, options))).toEqual([]);
      }
    },
  );

  test.each([
    [{ type: 'ActionSet', actions: [] }, 'ActionSet without actions'],
    [{ type: 'Image', altText: 'x' }, 'Image without url'],
    [[{ id: 'a' }, { id: 'a' }], 'a twice'],
  ])('draws nothing of %j', (part, why) => {
    expect(phoneErrors({ type: 'AdaptiveCard', version: '1.5', body: [part] })).toEqual([why]);
  });
});
