/** Whoever is asked to sign reads the day on which it is due to them, wherever they read it. */
import { expect, test } from 'vitest';
import { openBlocks, taskCard } from '#handlers/signing/task-card.ts';
import { dayIn, endOfDay } from '#src/core/day.ts';
import type { OpenTask } from '#src/core/signer/state.ts';
import type { Block } from '#src/view/card.ts';
import { readerOf } from '#src/view/reader-of.ts';
import { spans } from '#src/view/span.ts';
import { house } from '#test/house.fixture.ts';
import { policies } from './policies.fixture.ts';

const [HERE, COMPANY] = ['Pacific/Auckland', 'Europe/London'];
const task: OpenTask = {
  ...{ campaign: 'spring', policies: ['pledge'], asked: '2026-03-02T09:00:00.000Z', tell: '2026-03-02T09:00:00.000Z' },
  ...{ until: endOfDay('2026-03-06', COMPANY), changesOnly: false, told: '2026-03-02T09:00:00.000Z', status: 'open' },
};

function days(blocks: readonly Block[]) {
  const said = blocks.flatMap((block) =>
    block.type === 'list' ? block.items : block.type === 'facts' ? block.rows.map(({ value }) => value) : [],
  );
  return said.flatMap((one) =>
    spans(one).flatMap((span) => (typeof span !== 'string' && 'at' in span ? [dayIn(span.at, HERE)] : [])),
  );
}

test('somebody whose zone nobody knows reads the day of the company, though it is the next one where they are', async () => {
  const { signing } = (await house({ policies })).desk;
  const reader = readerOf('en', HERE, { person: () => undefined }, COMPANY);
  expect(days(taskCard(task, 'emma', signing, reader).blocks)).toEqual(['2026-03-06']);
  expect(days(openBlocks([task], 'emma', task.asked, signing, reader))).toEqual(['2026-03-06']);
});
