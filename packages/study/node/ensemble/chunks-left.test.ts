import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Chunk } from '../../ensemble/ensemble-work.js';
import { chunksLeft, rowsIn } from './chunks-left.js';

const COUNT = 20;
const chunks = fc.array(
  fc
    .record({ scenario: fc.nat(1), first: fc.nat(COUNT - 1), count: fc.integer({ min: 1, max: 9 }) })
    .map((chunk): Chunk => ({ ...chunk, count: Math.min(chunk.count, COUNT - chunk.first) })),
);

it('what is done and what is left are every row once, whatever was done', () => {
  fc.assert(
    fc.property(chunks, fc.integer({ min: 1, max: 30 }), (done, most) => {
      const times = [new Array<number>(COUNT).fill(0), new Array<number>(COUNT).fill(0)];
      const mark = ({ scenario, first, count }: Chunk, once: boolean) => {
        const own = times[scenario] ?? [];
        for (let i = first; i < first + count; i += 1) own[i] = once ? 1 : (own[i] ?? 0) + 1;
      };
      for (const chunk of done) mark(chunk, true);
      const before = times.flat().reduce((sum, one) => sum + one, 0);
      expect(rowsIn(2, COUNT, done)).toBe(before);
      for (const chunk of chunksLeft(2, COUNT, done, most)) {
        expect(chunk.count).toBeLessThanOrEqual(most);
        mark(chunk, false);
      }
      expect(times.flat().every((count) => count === 1)).toBe(true);
    }),
  );
});
