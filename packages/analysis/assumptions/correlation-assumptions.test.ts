import { describe, expect, it, test } from 'vitest';
import { latinHypercube } from '../design/latin-hypercube.js';
import { importTable } from '../table/import-table.js';
import type { RunEnd } from '../table/run-record.js';
import { ishigami, sound, unitExperiment } from '../testing/experiments.js';
import { csvColumns, csvTexts, sharedFile } from '../testing/golden.js';
import { tableOf } from '../testing/simulate.js';
import { correlationAssumptions } from './correlation-assumptions.js';

type Model = (inputs: readonly number[]) => number;
function reportOf(model: Model, runs = 500, inputs = 4, endOf?: (run: number) => RunEnd) {
  const table = tableOf(sound(latinHypercube(unitExperiment(inputs), runs)), [model], endOf);
  const [report] = sound(correlationAssumptions(table));
  if (report === undefined) throw new Error('no report');
  return report;
}
const codes = (report: ReturnType<typeof reportOf>) => report.concerns.map(({ code }) => code);
const monotone: Model = ([a = 0, b = 0, c = 0]) => Math.exp(1.2 * a) + 3 * b ** 3 - 2 * Math.sqrt(c);

describe('the report beside correlations', () => {
  it('calls them adequate for a monotone response of single inputs', () => {
    const report = reportOf(([a = 0, b = 0]) => 3 * a + b);
    expect(report).toMatchObject({ verdict: 'adequate', nonMonotone: [], failureBounds: [] });
    expect(report.clippedFirstOrderSum).toBeGreaterThan(0.95);
    expect(report.dummyFloor).toBeLessThan(0.2);
    expect(report.dummyFloor).toBeGreaterThan(0);
    expect(report.convergence.map(({ size }) => size)).toEqual([62, 125, 250, 500]);
    expect(report.chanceRSquared).toBeCloseTo(4 / 499, 12);
  });

  it('sends to total effects where an input acts both ways', () => {
    const report = reportOf(ishigami);
    expect(report.verdict).toBe('use-total-effects');
    expect(report.nonMonotone.map(({ input }) => input)).toContain('u2');
    expect(codes(report)).toContain('non-monotone');
  });

  it('says "not monotone", not "check the join", for an even function', () => {
    const report = reportOf(([a = 0]) => (a - 0.5) ** 2, 500, 3);
    expect(report.adjustedRSquared).toBeLessThan(0.1);
    expect(report.firstOrderSum).toBeGreaterThan(0.9);
    expect(report.verdict).toBe('use-total-effects');
  });

  it('asks to check the join where nothing explains the output', () => {
    const shuffled = Array.from({ length: 500 }, (_, i) =>
      monotone([((i * 37) % 500) / 500, ((i * 91) % 500) / 500, ((i * 13) % 500) / 500]),
    );
    let next = 0;
    expect(reportOf(() => shuffled[next++] ?? 0).verdict).toBe('check-the-join');
  });

  it('counts failed runs and bounds what they could change', () => {
    const report = reportOf(monotone, 300, 3, (run) => (run % 50 === 7 ? 'diverged' : 'ok'));
    expect(report.runs).toEqual({ planned: 300, used: 294, left: { diverged: 6 } });
    expect(report.failureBounds).toHaveLength(3);
    for (const { lowest, highest } of report.failureBounds) {
      expect(Math.abs(lowest)).toBeLessThanOrEqual(1);
      expect(Math.abs(highest)).toBeLessThanOrEqual(1);
    }
    expect(codes(report)).toContain('failed-runs');
  });

  it('sees outputs held at a limit', () => {
    const report = reportOf((u) => Math.max(0, monotone(u)));
    expect(report.largestTieShare).toBeGreaterThan(0.05);
    expect(codes(report)).toContain('censored');
  });

  it('has nothing to judge for constant outputs and one-row tables', () => {
    expect(reportOf(() => 1)).toMatchObject({ verdict: 'none', rSquared: undefined });
    for (const runs of [1, 2, 3]) {
      const report = reportOf(monotone, runs);
      expect(report.verdict).toBe('none');
      expect(codes(report)).toContain('no-value');
      expect(Object.values(report).some((value) => Number.isNaN(value))).toBe(false);
    }
  });
});

test("the paper's runs: adequate fit by key, alarm by position", (context) => {
  const samples = sharedFile(context, 'reference/lhs_20pct_samples.csv');
  const results = sharedFile(context, 'reference/lhs_20pct_outputs.csv');
  const { parameters } = JSON.parse(sharedFile(context, 'golden/paper_realigned_prcc.json')).sets.default;
  const keys = csvTexts(samples, 'run_id');
  const columns = csvColumns(results);
  const plan = {
    samples: { keys, columns: csvColumns(samples) },
    inputs: parameters,
    outcomes: ['TotalTSS', 'pctSSCrimRecord'],
    echoes: [],
  };
  const byKey = sound(
    importTable({ ...plan, results: { keys: csvTexts(results, 'scenario'), columns } }),
  ).table;
  // What a script does that pairs rows by their place.
  const byPlace = sound(importTable({ ...plan, results: { keys, columns } })).table;
  for (const report of sound(correlationAssumptions(byKey))) {
    expect(report.rSquared).toBeGreaterThan(0.94);
    expect(report.clippedFirstOrderSum).toBeGreaterThan(0.94);
    expect(report.verdict).not.toBe('check-the-join');
  }
  for (const report of sound(correlationAssumptions(byPlace))) {
    expect(report.firstOrderSum).toBeLessThan(0.2);
    expect(report.verdict).toBe('check-the-join');
  }
});
