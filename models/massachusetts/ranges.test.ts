import { readFileSync } from 'node:fs';
import { type BoundRanges, extentOf, rangesOf } from '@weir/study';
import { openEvidence, openStudy } from '@weir/study/node';
import { describe, expect, it } from 'vitest';

/** Smallest and largest values in the archive's samples; of the one-at-a-time runs also the number of points. */
interface SampleRanges {
  readonly latin_hypercube_20_percent: {
    readonly runs: number;
    readonly inputs: Readonly<Record<string, readonly [low: number, high: number]>>;
  };
  readonly one_at_a_time: {
    readonly inputs: Readonly<Record<string, readonly [low: number, high: number, points: number]>>;
  };
}

const archive: SampleRanges = JSON.parse(
  readFileSync(new URL('./published/sample-ranges.json', import.meta.url), 'utf8'),
);
const opened = openStudy('massachusetts');
if (!opened.ok) throw new Error('the study does not open');
const prepared = opened.value;
const ranges = (id: string): BoundRanges => {
  const found = rangesOf(prepared, id);
  if (!found.ok) throw new Error(`no ranges ${id}`);
  return found.value;
};
const extents = (id: string) =>
  new Map(ranges(id).inputs.map(({ name, distribution }) => [name, extentOf(distribution)] as const));

describe('ranges of the Massachusetts model', () => {
  const drawn = archive.latin_hypercube_20_percent;

  it('20pct-as-published is what the archive drew its 5,000 runs from', () => {
    const own = extents('20pct-as-published');
    expect([...own.keys()].sort()).toEqual(Object.keys(drawn.inputs).sort());
    for (const [name, [low, high]] of Object.entries(drawn.inputs)) {
      const [from, to] = own.get(name) ?? [0, 0];
      // A Latin hypercube has one run in each of its strata, so its ends lie within one stratum of the range's.
      const stratum = (to - from) / drawn.runs;
      expect(low).toBeGreaterThanOrEqual(from);
      expect(low).toBeLessThanOrEqual(from + stratum);
      expect(high).toBeLessThanOrEqual(to);
      expect(high).toBeGreaterThanOrEqual(to - stratum);
    }
  });

  it('20pct is the same, but shares stay at 1 or below, which concerns two inputs', () => {
    const published = extents('20pct-as-published');
    const differing = [...extents('20pct')].filter(([name, [low, high]]) => {
      const [from, to] = published.get(name) ?? [0, 0];
      return low !== from || high !== to;
    });
    expect(differing).toEqual([
      ['em_services_recovery_rate', [0.85 * 0.8, 1]],
      ['em_services_recovery_rate_youth', [0.85 * 0.8, 1]],
    ]);
    expect(published.get('em_services_recovery_rate')?.[1]).toBeCloseTo(1.02, 12);
  });

  it('wide is what the archive varied one at a time, all 44 inputs', () => {
    const own = extents('wide');
    const points = archive.one_at_a_time.inputs;
    expect([...own.keys()].sort()).toEqual(Object.keys(points).sort());
    for (const [name, [low, high, count]] of Object.entries(points)) {
      const [from, to] = own.get(name) ?? [0, 0];
      expect(low).toBeCloseTo(from, 12);
      // 50 equally spaced points with both ends; of buyer_base_trns the last one is missing.
      expect(high).toBeCloseTo(from + ((to - from) * (count - 1)) / 49, 12);
    }
  });

  it('inputs whose default is 0 are varied in their own units, where they are varied', () => {
    const zeros = ranges('wide').inputs.filter((range) => range.default === 0);
    expect(zeros.map(({ name, distribution }) => [name, distribution])).toEqual([
      ['prosecution_culture_youth', { kind: 'uniform', low: 0, high: 0.2 }],
      ['pctExpungement', { kind: 'uniform', low: 0, high: 1 }],
    ]);
  });

  it('evidence is what evidence.yaml bounds, with what that rests on, and 20pct for the rest', () => {
    const evidence = openEvidence('massachusetts');
    if (!evidence.ok || evidence.value === undefined) throw new Error('the evidence does not open');
    const rest = extents('20pct');
    const bounds = new Map([...evidence.value.constants].map(([name, { range }]) => [name, range] as const));
    for (const { name, distribution, basis } of ranges('evidence').inputs) {
      expect([name, extentOf(distribution)]).toEqual([name, bounds.get(name) ?? rest.get(name)]);
      expect(basis).toBeDefined();
    }
    const own = extents('evidence');
    for (const [name, range] of bounds)
      if (range !== undefined) expect([name, own.get(name)]).toEqual([name, range]);
  });

  it('no input that is 0 or more by default is ever drawn below 0', () => {
    for (const id of prepared.bound.ranges.keys())
      for (const { distribution, default: value } of ranges(id).inputs)
        if ((value ?? 0) >= 0) expect(extentOf(distribution)[0]).toBeGreaterThanOrEqual(0);
  });
});
