import { describe, expect, it } from 'vitest';
import { Claims } from '#src/desk/claims.ts';
import type { Store } from '#src/stores/store.ts';
import { rules } from '#test/core/rules.fixture.ts';
import { memoryStore } from '#test/stores/memory.ts';
import { alice, noFault } from './task.fixture.ts';

const claimsOn = (store: Store) => new Claims(store, { rules: () => rules, onFault: noFault });
const range = (length: number) => Array.from({ length }, (_, index) => index);

describe('a claim', () => {
  it('has one winner among 50, of whom everybody hears', async () => {
    const store = memoryStore();
    const both = [claimsOn(store), claimsOn(store)];
    const answers = await Promise.all(
      range(50).flatMap((n) => both.slice(n % 2, (n % 2) + 1).map((claims) => claims.claim('post/x', `${n}`, alice()))),
    );
    expect(answers.filter(({ won }) => won)).toHaveLength(1);
    expect(new Set(answers.map(({ owner }) => owner)).size).toBe(1);
  });

  it('is won again by the one who has it', async () => {
    const claims = claimsOn(memoryStore());
    expect(await claims.claim('post/x', 'a', alice('same'))).toEqual({ won: true, owner: 'a' });
    expect(await claims.claim('post/x', 'a', alice('same'))).toEqual({ won: true, owner: 'a' });
    expect(await claims.claim('post/x', 'b', alice('same'))).toEqual({ won: false, owner: 'a' });
  });

  it('can be claimed by another once released, by the same cause too', async () => {
    const claims = claimsOn(memoryStore());
    await claims.claim('post/x', 'a', alice('same'));
    await claims.release('post/x', 'b', alice('same'));
    expect(await claims.owner('post/x')).toBe('a');
    await claims.release('post/x', 'a', alice('same'));
    expect(await claims.owner('post/x')).toBeUndefined();
    expect(await claims.claim('post/x', 'b', alice('same'))).toEqual({ won: true, owner: 'b' });
  });
});

describe('a number', () => {
  it('is never given twice, with 50 asking at once in two places, all for the same owner', async () => {
    const store = memoryStore();
    const both = [claimsOn(store), claimsOn(store)];
    const numbers = await Promise.all(
      range(25).flatMap(() => both.map((claims) => claims.nextNumber('2026', 'same', alice()))),
    );
    expect(new Set(numbers).size).toBe(50);
    expect([...numbers].sort().at(0)).toBe('2026-0001');
  });

  it('goes on after a restart with few reads, each series by itself', async () => {
    const store = memoryStore();
    const before = claimsOn(store);
    for (const n of range(300)) await before.nextNumber('2026', `${n}`, alice());
    let reads = 0;
    const counted: Store = {
      ...store,
      read(stream) {
        reads += 1;
        return store.read(stream);
      },
    };
    const claims = claimsOn(counted);
    expect(await claims.nextNumber('2026', 'x', alice())).toBe('2026-0301');
    expect(reads).toBeLessThan(25);
    expect(await claims.nextNumber('2027', 'x', alice())).toBe('2027-0001');
  });
});
