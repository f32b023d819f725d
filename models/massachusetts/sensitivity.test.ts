import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { delimitedRows, planSensitivity, rangesOf, runEnsemble, sensitivityOf } from '@weir/study';
import { openStudy } from '@weir/study/node';
import { expect, type TestContext, test } from 'vitest';

const REFERENCE = fileURLToPath(new URL('../../../shared/reference/', import.meta.url));

/** Archive names of the outcomes of the paper's Figures 1 and 3. */
const OUTCOMES = new Map([
  ['Buyers', 'buyers'],
  ['TotalTSS', 'trafficked_sellers'],
  ['Traffickers', 'traffickers'],
  ['demand', 'demand'],
  ['pctSSCrimRecord', 'record_share'],
  ['pctTraffickedVsNontrafficked', 'trafficked_share'],
]);

function reached<T>(outcome: { readonly ok: true; readonly value: T } | { readonly ok: false }): T {
  if (outcome.ok) return outcome.value;
  throw new Error(JSON.stringify(outcome));
}
const prepared = reached(openStudy('massachusetts'));

/** A file of the archive as rows of cells by column; the test is skipped where it is not there. */
function archive(context: TestContext, name: string): readonly ReadonlyMap<string, string>[] {
  if (!existsSync(REFERENCE + name)) context.skip(`the folder of proof data ../shared is not there: ${name}`);
  const [heads = [], ...rows] = delimitedRows(readFileSync(REFERENCE + name, 'utf8'));
  return rows.map((row) => new Map(heads.map((head, j) => [head, row[j] ?? ''])));
}

test("the wide ranges are those of the archive's one-at-a-time runs", (context) => {
  const rows = archive(context, 'oat_samples.csv');
  const ranges = reached(rangesOf(prepared, 'wide'));
  const varied = new Set(rows.map((row) => row.get('varied_param')).filter((name) => name !== 'baseline'));
  expect(new Set(ranges.inputs.map(({ name }) => name))).toEqual(varied);
  for (const { name, distribution } of ranges.inputs) {
    const values = rows.filter((row) => row.get('varied_param') === name).map((row) => Number(row.get(name)));
    if (distribution.kind !== 'uniform') throw new Error(`${name} is not uniform`);
    expect(Math.min(...values), name).toBeCloseTo(distribution.low, 9);
    // The last point of this sweep, 20, is missing in the archive.
    const last = name === 'buyer_base_trns' ? 20 - 19 / 49 : distribution.high;
    expect(Math.max(...values), name).toBeCloseTo(last, 6);
  }
});

// All 44 inputs, and the correlations of 5,000 runs: scripts/archive-sensitivity.mjs.
test("fresh runs give the archive's one-at-a-time index within its rounding", (context) => {
  const published = archive(context, 'oat_signed_si.csv');
  const input = 'csw_acceptance';
  const plan = reached(
    planSensitivity(prepared, {
      analysis: 'oat',
      ranges: [{ name: input, distribution: { kind: 'uniform', low: 0, high: 1 } }],
      until: 'published',
      outcomes: [...OUTCOMES.values()],
    }),
  );
  const { document } = reached(sensitivityOf(plan, reached(runEnsemble(plan.ensemble))));
  const row = published.find((one) => one.get('') === input);
  for (const [archiveName, id] of OUTCOMES) {
    const outcome = document.outcomes.find((one) => one.outcome === id);
    // Outputs are stored to nine decimals or ten digits.
    expect(outcome?.indices[0]?.values.index, id).toBeCloseTo(Number(row?.get(archiveName)), 6);
  }
});

test('the claims of the study name sentences of the paper or findings, and hold a direction each', () => {
  const { claims } = prepared.study;
  expect(claims.filter(({ stated }) => stated === 'publication').length).toBeGreaterThan(20);
  expect(claims.every(({ sentence, source }) => sentence.length > 20 && source.length > 5)).toBe(true);
});
