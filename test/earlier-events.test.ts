/** Every shape that an event ever had is read: directories of people who have the desk for years open as they are. */
import { copyFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { flaw } from '#src/core/chain.ts';
import type { Decider } from '#src/core/decider.ts';
import type { DomainEvent, Entry } from '#src/core/event.ts';
import { upcast } from '#src/desk/folded.ts';
import { Records } from '#src/desk/records.ts';
import { isChained } from '#src/stores/entries.ts';
import { openLowdb } from '#src/stores/lowdb.ts';
import { streamPath } from '#src/stores/paths.ts';
import { rules } from '#test/core/rules.fixture.ts';
import { noFault } from '#test/desk/task.fixture.ts';
import { KINDS } from '#test/fixtures/events/kinds.ts';
import { temporary } from '#test/stores/folder.ts';

const FOLDER = 'test/fixtures/events';
const written = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
const filesOf = (kind: string) => written.filter((name) => new RegExp(`^${kind}-\\d`).test(name));

function entriesIn(file: string): readonly Entry[] {
  const { entries }: { entries: readonly Entry[] } = JSON.parse(readFileSync(join(FOLDER, file), 'utf8'));
  return entries;
}

/** The record as a desk reads it that finds this file in its directory. */
async function readBy<S, C, E extends DomainEvent>(decider: Decider<S, C, E>, file: string) {
  const dir = temporary();
  const stream = entriesIn(file)[0]?.stream ?? '';
  const path = join(dir, streamPath(stream));
  mkdirSync(dirname(path), { recursive: true });
  copyFileSync(join(FOLDER, file), path);
  const store = await openLowdb(dir);
  onTestFinished(() => store.close());
  const records = new Records(store, decider, { rules: () => rules, onFault: noFault });
  return records.read(stream.slice(decider.kind.length + 1));
}

const read = {
  case: (file: string) => readBy(KINDS.case.decider, file),
  person: (file: string) => readBy(KINDS.person.decider, file),
  settings: (file: string) => readBy(KINDS.settings.decider, file),
  quiz: (file: string) => readBy(KINDS.quiz.decider, file),
  question: (file: string) => readBy(KINDS.question.decider, file),
  memory: (file: string) => readBy(KINDS.memory.decider, file),
  path: (file: string) => readBy(KINDS.path.decider, file),
  claim: (file: string) => readBy(KINDS.claim.decider, file),
  delivery: (file: string) => readBy(KINDS.delivery.decider, file),
  policy: (file: string) => readBy(KINDS.policy.decider, file),
  campaign: (file: string) => readBy(KINDS.campaign.decider, file),
  signer: (file: string) => readBy(KINDS.signer.decider, file),
  reminder: (file: string) => readBy(KINDS.reminder.decider, file),
  duty: (file: string) => readBy(KINDS.duty.decider, file),
  subscription: (file: string) => readBy(KINDS.subscription.decider, file),
  digest: (file: string) => readBy(KINDS.digest.decider, file),
  nudges: (file: string) => readBy(KINDS.nudges.decider, file),
  'reminder-post': (file: string) => readBy(KINDS['reminder-post'].decider, file),
  'good-news': (file: string) => readBy(KINDS['good-news'].decider, file),
  advocate: (file: string) => readBy(KINDS.advocate.decider, file),
  inquiry: (file: string) => readBy(KINDS.inquiry.decider, file),
  checks: (file: string) => readBy(KINDS.checks.decider, file),
  warning: (file: string) => readBy(KINDS.warning.decider, file),
  obstacle: (file: string) => readBy(KINDS.obstacle.decider, file),
  schedule: (file: string) => readBy(KINDS.schedule.decider, file),
  report: (file: string) => readBy(KINDS.report.decider, file),
};
const kinds = [
  'quiz',
  'question',
  'memory',
  'path',
  'case',
  'person',
  'settings',
  'claim',
  'duty',
  'nudges',
  'subscription',
  'digest',
  'delivery',
  'policy',
  'campaign',
  'signer',
  'reminder',
  'reminder-post',
  'good-news',
  'advocate',
  'inquiry',
  'checks',
  'warning',
  'obstacle',
  'schedule',
  'report',
] as const;

describe.each(kinds)('what was written of a %s', (kind) => {
  test.each(filesOf(kind))('%s is read to its end, and leads somewhere', async (file) => {
    const entries = entriesIn(file);
    const { length, history, state } = await read[kind](file);
    expect([length, history.length]).toEqual([entries.length, entries.length]);
    expect(state).not.toEqual(KINDS[kind].decider.initial);
    if (isChained(entries[0]?.stream ?? '')) expect(flaw(entries)).toBeUndefined();
  });

  test('includes every kind of event there is, in the shape that is written today', () => {
    const { decider, types } = KINDS[kind];
    const today = filesOf(kind)
      .flatMap(entriesIn)
      .filter(({ version }) => version === decider.version);
    expect(new Set(today.map(({ type }) => type))).toEqual(new Set(Object.keys(types)));
  });
});

test('what a case was, its people and its places are read as they were meant', async () => {
  const { state } = await read.case('case-6.v1.json');
  expect(state).toMatchObject({ status: 'merged', into: { id: 'older', number: 'RM-2026-0001' } });
  const { state: met } = await read.person('person-1.v1.json');
  expect(met).toMatchObject({ facts: { name: 'Mei Li', email: 'mei@example.com', team: '北区' } });
  const { state: set } = await read.settings('settings-1.v1.json');
  expect(set).toMatchObject({ channels: { response: { slack: 'C1' } }, locales: { response: 'zh' } });
  const { state: claimed } = await read.claim('claim-1.v1.json');
  expect(claimed).toEqual({ owner: 'case-2' });
  const { state: delivered } = await read.delivery('delivery-1.v1.json');
  expect(delivered).toMatchObject({ settled: 2, sent: ['#2|person-1|told'] });
});

test('an event of another version goes through its decider’s upcast before anybody sees it', () => {
  const [entry] = entriesIn('case-1.v1.json');
  const later = { ...KINDS.case.decider, version: 2, upcast: () => ({ type: 'handed' }) as const };
  expect(entry && upcast(later, entry).event).toEqual({ type: 'handed' });
});
