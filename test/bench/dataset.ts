/** A data directory as it is after years: cases that are over, with what was delivered of them, and a few open ones. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { CaseCommand } from '#src/core/case/command.ts';
import { caseDecider } from '#src/core/case/decide.ts';
import { seal } from '#src/core/chain.ts';
import type { DomainEvent, Entry } from '#src/core/event.ts';
import { streamPath } from '#src/stores/paths.ts';
import { StreamAdapter } from '#src/stores/stream-file.ts';
import { dismiss, mention, report } from '#test/core/case/stories.ts';
import { rules } from '#test/core/rules.fixture.ts';
import { minutes } from '#test/given.ts';

/** One case in so many is open. */
const OPEN = 100;
const SAID = '他们说客服电话一直打不通，问题拖了两个星期也没有人回复。The kettle leaks and nobody answers. '.repeat(6);

export const caseId = (index: number): string => `case-${index}`;

/**
 * Writes without waiting for the disk, because nobody was promised anything yet. Every case is a copy of two that the
 * rules made, with another name and number in it: their chains do not hold, and no bench looks at them.
 */
export async function fill(dir: string, cases: number): Promise<void> {
  const [open, over] = [
    [...happened(), settled(2)],
    [...happened({ type: 'claim' }, dismiss), settled(3)],
  ];
  const texts = await Promise.all([open, over].map(async (events) => text(events)));
  for (let index = 0; index < cases; index += 1) {
    const [record = '', delivery = ''] = texts[index % OPEN === 0 ? 0 : 1] ?? [];
    const named = (template: string) =>
      template.replaceAll('TEMPLATE', caseId(index)).replaceAll('NUMBER', `RM-2026-${index}`);
    write(dir, `case/${caseId(index)}`, named(record));
    write(dir, `delivery/case/${caseId(index)}`, named(delivery));
  }
}

const settled = (upTo: number) => ({ type: 'settled', upTo, waiting: [] });

/** What happens to a case from its report on, as the rules have it. */
function happened(...more: readonly CaseCommand[]): readonly DomainEvent[] {
  const events: DomainEvent[] = [];
  let state = caseDecider.initial;
  for (const command of [report({ number: 'NUMBER', mention: mention({ text: SAID }) }), ...more]) {
    const meta = { by: 'bob', at: minutes(0), cause: `c-${events.length}` };
    for (const event of caseDecider.decide(state, command, { ...meta, roles: ['responder'], rules })) {
      state = caseDecider.evolve(state, event, { ...meta, id: `e-${events.length}`, number: events.length });
      events.push(event);
    }
  }
  return events;
}

/** The files of a case and of its deliveries, the last event. */
const text = (events: readonly DomainEvent[]): Promise<readonly string[]> =>
  Promise.all([
    fileOf('case/TEMPLATE', sealed('case/TEMPLATE', events.slice(0, -1))),
    fileOf('delivery/case/TEMPLATE', sealed('delivery/case/TEMPLATE', events.slice(-1))),
  ]);

/** The file of a stream, as the store would write it. */
export async function fileOf(stream: string, entries: readonly Entry[]): Promise<string> {
  let written = '';
  const put = async (bytes: Buffer) => {
    written = bytes.toString();
  };
  await new StreamAdapter('', async () => undefined, put).write({ stream, entries });
  return written;
}

function sealed(stream: string, events: readonly DomainEvent[]): readonly Entry[] {
  let prev = '';
  return events.map((event, number) => {
    const entry = seal(stream, event, {
      number,
      version: 1,
      at: minutes(number),
      by: 'bob',
      cause: `c-${number}`,
      prev,
    });
    prev = entry.digest;
    return entry;
  });
}

export function write(dir: string, stream: string, content: string): void {
  const path = join(dir, streamPath(stream));
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}
