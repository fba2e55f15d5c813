/** The record of a channel that takes nothing: told once, over once, and begun anew when it happens again. */
import { describe, expect, test } from 'vitest';
import { type ObstacleEvent, obstacle } from '#src/core/obstacle/obstacle.ts';
import { givenFor, minutes } from '#test/given.ts';

const given = givenFor(obstacle, { max: ['admin'], emma: [] });
const place = { platform: 'slack', channel: 'C1', names: ['response', 'product'] };
const blocked: ObstacleEvent = { type: 'blocked', place, why: 'archived' };
const block = { type: 'block', place, why: 'archived' } as const;
const mend = { type: 'mend', admins: ['max'] } as const;
const rename = (...names: readonly string[]) => ({ type: 'rename', names, admins: ['max'] }) as const;

describe('a channel that refuses a card', () => {
  test('is blocked, and further refusals say nothing new', () => {
    given().when('desk', block).yields(blocked);
    given(blocked).when('desk', block).yields();
  });

  test('is blocked for the reason that was last given, and no refusal without one hides it', () => {
    const gone = given(blocked).when('desk', { ...block, why: 'gone' });
    gone.yields({ type: 'explained', why: 'gone' });
    expect(gone.state).toMatchObject({ status: 'blocked', number: 1, since: minutes(0), why: 'gone' });
    gone.when('desk', { ...block, why: 'other' }).yields();
  });

  test('is known by what happens to new cards, and by edits only until then', () => {
    const edits = given().when('desk', { ...block, why: 'forbidden', edits: true });
    edits.yields({ type: 'blocked', place, why: 'forbidden', edits: true });
    edits.when('desk', { ...mend, edits: true }).yields({ type: 'mended', told: ['max'] });
    const cards = edits.when('desk', { ...block, why: 'outside' });
    cards.yields({ type: 'explained', why: 'outside' });
    cards.when('desk', { ...block, edits: true }).yields();
    cards.when('desk', { ...mend, edits: true }).yields();
    cards.when('desk', mend).yields({ type: 'mended', told: ['max'] });
  });

  test('takes no edits either while it is archived, so that one shows that it is open', () => {
    given(blocked)
      .when('desk', { ...mend, edits: true })
      .yields({ type: 'mended', told: ['max'] });
  });

  test('is well again with the first card that it takes', () => {
    const over = given(blocked).when('desk', mend);
    over
      .yields({ type: 'mended', told: ['max'] })
      .when('desk', mend)
      .yields();
    expect(over.state).toMatchObject({ status: 'clear', past: [{ number: 1, how: 'mended', until: minutes(1) }] });
  });

  test('is not well again before it was blocked', () => {
    given().when('desk', mend).yields();
    given().when('desk', rename()).yields();
  });

  test('counts each time', () => {
    const again = given(blocked).when('desk', mend).when('desk', block);
    expect(again.state).toMatchObject({ status: 'blocked', number: 2, since: minutes(2), past: [{ number: 1 }] });
  });

  test('goes on counting though only the last twenty times keep their cards', () => {
    let story = given();
    for (let times = 0; times < 50; times += 1) story = story.when('desk', block).when('desk', mend);
    story = story.when('desk', block);
    expect(story.state).toMatchObject({ status: 'blocked', number: 51 });
    expect(story.state.past.map(({ number }) => number)).toEqual(Array.from({ length: 20 }, (_, index) => 31 + index));
  });
});

test('a channel that lost its last name is no worry of the desk; one that lost a name is called by the others', () => {
  given(blocked).when('desk', rename('response', 'product')).yields();
  const renamed = given(blocked).when('desk', rename('product'));
  renamed.yields({ type: 'renamed', names: ['product'] });
  expect(renamed.state).toMatchObject({ status: 'blocked', place: { names: ['product'] }, since: minutes(0) });
  const moved = renamed.when('desk', rename());
  moved.yields({ type: 'moved', told: ['max'] });
  expect(moved.state).toMatchObject({ status: 'clear', past: [{ how: 'moved', place: { names: ['product'] } }] });
});

describe('having it tried again', () => {
  test('is for administrators', () => {
    given(blocked).when('emma', { type: 'retry' }).isRefused({ code: 'obstacle_needs_admin' });
    const tried = given(blocked).when('max', { type: 'retry' });
    tried.yields({ type: 'retried' });
    expect(tried.state).toMatchObject({ status: 'blocked', tried: { by: 'max', at: minutes(1) } });
  });

  test('happens once for one click, and again for another', () => {
    const tried = given(blocked).when('max', { type: 'retry' }, { cause: 'click' });
    tried.when('max', { type: 'retry' }, { cause: 'click' }).yields();
    tried.when('max', { type: 'retry' }, { cause: 'another' }).yields({ type: 'retried' });
  });

  test('is needless where nothing is blocked', () => {
    given().when('max', { type: 'retry' }).yields();
    given(blocked).when('desk', mend).when('max', { type: 'retry' }).yields();
  });
});
