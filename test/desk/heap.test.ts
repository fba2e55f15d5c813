import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Heap } from '#src/desk/heap.ts';

it('gives the least first, whatever was put in between', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.integer(), { nil: undefined })), (steps) => {
      const heap = new Heap<number>((a, b) => a < b);
      const kept: number[] = [];
      for (const step of steps) {
        if (step === undefined) expect(heap.pop()).toBe(kept.shift());
        else {
          heap.push(step);
          kept.push(step);
          kept.sort((a, b) => a - b);
        }
        expect(heap.peek()).toBe(kept[0]);
      }
    }),
  );
});
