import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { circleIn, components } from './graph.js';

const graphs = fc
  .integer({ min: 1, max: 8 })
  .chain((count) =>
    fc.array(fc.uniqueArray(fc.nat(count - 1), { maxLength: 4 }), { minLength: count, maxLength: count }),
  );

describe('components', () => {
  it('hold each node once, after all it depends on, together with those in a circle with it', () => {
    fc.assert(
      fc.property(graphs, (edges) => {
        const from = (node: number) => edges[node] ?? [];
        const found = components(edges.length, from, edges.keys());
        const reaches = (start: number) => {
          const seen = new Set<number>();
          const waiting = [...from(start)];
          for (let node = waiting.pop(); node !== undefined; node = waiting.pop())
            if (!seen.has(node)) {
              seen.add(node);
              waiting.push(...from(node));
            }
          return seen;
        };
        expect(found.flat().toSorted()).toEqual([...edges.keys()]);
        const rank = new Map(found.flatMap((component, at) => component.map((node) => [node, at] as const)));
        for (const node of edges.keys())
          for (const other of reaches(node)) {
            const mutual = reaches(other).has(node);
            expect(rank.get(other) === rank.get(node)).toBe(mutual);
            if (!mutual) expect(rank.get(other)).toBeLessThan(rank.get(node) ?? 0);
          }
        for (const component of found) {
          const circle = circleIn(component, from);
          const [first] = component;
          expect(circle !== undefined).toBe(first !== undefined && reaches(first).has(first));
          circle?.forEach((node, at) => {
            expect(from(node)).toContain(circle[(at + 1) % circle.length]);
          });
        }
      }),
    );
  });
});
