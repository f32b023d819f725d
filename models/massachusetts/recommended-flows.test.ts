import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { corrected, published } from './testing/corrected-model.js';
import { Evaluation, points } from './testing/random-points.js';

const recommended = corrected('recommended');
const { program } = recommended;

/** A share of a stock that leaves in a month: more than any range allows, but finite. */
const MOST_PER_MONTH = 60;

describe.each([
  ['plus and minus 20 %', false],
  ['wide ranges', true],
])('with parameters in %s', (_, wide) => {
  const evaluation = new Evaluation(recommended, published, wide);

  it('no flow runs backwards, whatever the stocks', () => {
    // 67 numbers and a switch are parameters; at 20 % two that are 0 do not vary, and one is removed.
    expect(evaluation.parameters.length).toBeGreaterThanOrEqual(wide ? 64 : 62);
    expect(evaluation.wholes.size).toBe(12);
    fc.assert(
      fc.property(points, (point) => {
        expect(evaluation.backwards(point)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('nobody leaves a stock that is empty, and outflows are bounded shares of their stock', () => {
    const stocks = fc.integer({ min: 0, max: program.stocks.length - 1 });
    fc.assert(
      fc.property(points, stocks, (point, index) => {
        const stock = program.stocks[index];
        if (stock === undefined) throw new Error(`no stock ${index}`);
        const [here, emptied] = [evaluation.at(point), evaluation.at(point, stock.slot)];
        for (const flow of stock.outflows) {
          const { name } = program.variables[flow] ?? {};
          expect(emptied[flow], name).toBe(0);
          expect(here[flow], name).toBeLessThanOrEqual(MOST_PER_MONTH * (here[stock.slot] ?? 0));
        }
      }),
      { numRuns: 600 },
    );
  });

  it('the published model has flows that run backwards at such points', () => {
    const asRead = new Evaluation(published, published, wide);
    const sample = fc.sample(points, { numRuns: 300, seed: 1234 });
    const found = new Set(sample.flatMap((point) => asRead.backwards(point).map(([name]) => name)));
    expect(found).toContain('Refill of vulnerable adults');
    expect(found).toContain('Adults recovered after emergency services');
    if (!wide) expect(found).toContain('Adults moving emergency to short term');
  });
});
