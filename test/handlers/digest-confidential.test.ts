/** What the digest says of confidential cases, and to whom. */
import { describe, expect, test } from 'vitest';
import { digestWants } from '#handlers/digest/wants.ts';
import { digestId } from '#src/core/digest/digest.ts';
import { words } from '#test/desk/desk.fixture.ts';
import { cardOf, formOf, said } from '#test/house.fixture.ts';
import { digestOf, LINK, opens, reportsInConfidence } from './digest.fixture.ts';

describe('confidential cases', () => {
  test('are in no digest and no figure of a manager, and apart in a leader’s', async () => {
    const all = await opens();
    await reportsInConfidence(all);
    await all.pass(2.1);
    expect(said(digestOf(all, 'max'))).toContain('A quiet day: nothing new, nothing open.');
    const leaders = said(digestOf(all, 'lea'));
    expect(leaders).toContain('In confidence\n1 open; 1 new, 0 answered, 0 ended');
    expect(leaders).toContain('Open: none');
    for (const period of ['', 'today', 'week', 'month', '2026-03-02'])
      expect(words(await all.as('max').types(`digest ${period}`))).not.toMatch(/C-|confiden|\b1\b.*(new|open)/i);
    expect(said(await all.as('max').goesHome())).toContain('Open: none');
    expect(said(await all.as('lea').goesHome())).toContain('In confidence: 1 open');
  });

  test('are owed to nobody who lost the right to know before the digest reached them', async () => {
    const all = await opens();
    await reportsInConfidence(all);
    await all.pass(2.1);
    const { issued } = all.desk.digests;
    const record = await issued.read(digestId(all.idOf('lea'), '2026-03-02'));
    const owed = () => digestWants(all.desk.rules)(record, all.desk.people.team()).notices;
    expect(owed().map(({ to }) => to)).toEqual([all.idOf('lea')]);
    await all.as('max').types('desk team roles lea manager');
    expect(owed()).toEqual([]);
  });

  test('named in a digest before they were made so, open for nobody who may not know', async () => {
    const all = await opens();
    const { as, pass, card } = all;
    await as('emma').sends(formOf(await as('emma').types('report')), {
      link: LINK,
      said: 'Look',
      severity: 'critical',
    });
    await pass(2.1);
    const old = digestOf(all, 'max');
    const more = cardOf(await as('rita').presses(card(), 'More'));
    await as('rita').fills(more, 'Make confidential', { reason: 'It is about one of us' });
    expect(words(await as('max').presses(old, 'RM-2026-0001'))).toContain('no such case');
    expect(words(await as('max').types('digest'))).toContain('A quiet day: nothing new, nothing open.');
  });
});
