import { describe, expect, test } from 'vitest';
import { kendallTau } from '../statistics/kendall.js';
import { correct } from '../statistics/multiplicity.js';
import { importTable } from '../table/import-table.js';
import { sound } from '../testing/experiments.js';
import { csvColumns, csvTexts, largestDifference, need, sharedFile } from '../testing/golden.js';
import { type Correlation, type CorrelationReport, correlations } from './correlations.js';

interface GoldenOutcome {
  readonly n: number;
  readonly df: number;
  readonly rank_R2: number;
  readonly rank_adjR2: number;
  readonly R2: number;
  readonly [key: string]: number | readonly number[];
}
const NAMES = ['u1', 'u2', 'u3', 'u4', 'u5', 'u6'];
const OUTCOMES = ['y_mono', 'y_ishi', 'y_inter', 'y_noise', 'y_ties', 'y_clip', 'y_nan'];

const list = (golden: GoldenOutcome, key: string): readonly number[] => {
  const found = golden[key];
  if (typeof found !== 'object') throw new Error(`no ${key}`);
  return found;
};

function cellsOf(report: CorrelationReport, m: number): readonly Correlation[] {
  return (report.outcomes[m]?.cells ?? []).flatMap((cell) => (cell.kind === 'value' ? [cell] : []));
}

const relative = (actual: readonly number[], expected: readonly number[]) =>
  largestDifference(
    actual.map((value, i) => value / (expected[i] ?? 1)),
    expected.map(() => 1),
  );

describe.each([
  ['lhs_500x6.csv', 'outputs_500.csv', OUTCOMES],
  ['correlated_500x6.csv', 'correlated_500x6.csv', ['y_corr']],
] as const)('%s', (samples, results, outcomes) => {
  test('the correlation family equals the proof data', (context) => {
    const from = sharedFile(context, `golden/${samples}`);
    const to = sharedFile(context, `golden/${results}`);
    const golden: { readonly outputs: Readonly<Record<string, GoldenOutcome>> } = JSON.parse(
      sharedFile(context, 'golden/prcc_golden.json'),
    );
    const inputs = csvColumns(from);
    const { table } = sound(
      importTable({
        samples: { keys: csvTexts(from, 'run_id'), columns: inputs },
        results: { keys: csvTexts(to, 'run_id'), columns: csvColumns(to) },
        inputs: NAMES,
        outcomes,
        echoes: [],
      }),
    );
    const ranks = sound(correlations(table));
    const raw = sound(correlations(table, { scale: 'raw' }));
    for (const [m, name] of outcomes.entries()) {
      const expected = golden.outputs[name];
      if (expected === undefined) throw new Error(`no ${name}`);
      const cells = cellsOf(ranks, m);
      const values = cellsOf(raw, m);
      const close = (actual: readonly number[], key: string) =>
        expect(largestDifference(actual, list(expected, key)), `${name} ${key}`).toBeLessThan(1e-12);
      close(
        cells.map((cell) => cell.partial),
        'prcc',
      );
      close(
        cells.map((cell) => cell.semiPartial),
        'semi_prcc',
      );
      close(
        cells.map((cell) => cell.standardized),
        'srrc',
      );
      close(
        cells.map((cell) => cell.simple),
        'spearman',
      );
      close(
        values.map((cell) => cell.partial),
        'pcc',
      );
      close(
        values.map((cell) => cell.standardized),
        'src',
      );
      close(
        values.map((cell) => cell.simple),
        'pearson',
      );
      close(
        cells.map((cell) => cell.interval?.low ?? 9),
        'fisher_lo',
      );
      close(
        cells.map((cell) => cell.interval?.high ?? 9),
        'fisher_hi',
      );
      close(
        (ranks.outcomes[m]?.inflation ?? []).map((v) => v ?? 9),
        'vif_ranks',
      );
      expect(
        relative(
          cells.map((cell) => cell.test?.t ?? 9),
          list(expected, 't'),
        ),
      ).toBeLessThan(1e-12);
      expect(
        relative(
          cells.map((cell) => cell.test?.p ?? 9),
          list(expected, 'p'),
        ),
      ).toBeLessThan(1e-10);
      expect(
        relative(
          cells.map((cell) => cell.test?.p ?? 9),
          list(expected, 'epiR_p_df_n_minus_2'),
        ),
      ).toBeGreaterThan(1e-6);
      const p = cells.map((cell) => cell.test?.p ?? 9);
      expect(relative([...correct(p, 'benjamini-hochberg')], list(expected, 'p_BH'))).toBeLessThan(1e-10);
      expect(relative([...correct(p, 'benjamini-yekutieli')], list(expected, 'p_BY'))).toBeLessThan(1e-10);
      expect(relative([...correct(p, 'bonferroni')], list(expected, 'p_bonferroni'))).toBeLessThan(1e-10);
      expect(relative([...correct(p, 'holm')], list(expected, 'p_holm'))).toBeLessThan(1e-10);
      expect(ranks.outcomes[m]).toMatchObject({
        runs: expected.n,
        df: expected.df,
        rSquared: expect.closeTo(expected.rank_R2, 12),
        adjustedRSquared: expect.closeTo(expected.rank_adjR2, 12),
      });
      expect(raw.outcomes[m]?.rSquared).toBeCloseTo(expected.R2, 12);
      const y = [...need(csvColumns(to), name)];
      const kept = y.map((_, i) => i).filter((i) => Number.isFinite(y[i]));
      const taus = NAMES.map((input) => {
        const x = need(inputs, input);
        return (
          kendallTau(
            kept.map((i) => x[i] ?? 0),
            kept.map((i) => y[i] ?? 0),
          ) ?? 9
        );
      });
      close(taus, 'kendall_tau_b');
    }
  });
});

test("the trafficking paper's own runs, joined by run id", (context) => {
  const samples = sharedFile(context, 'reference/lhs_20pct_samples.csv');
  const results = sharedFile(context, 'reference/lhs_20pct_outputs.csv');
  const golden = JSON.parse(sharedFile(context, 'golden/paper_realigned_prcc.json')).sets.default;
  const outcomes = [
    'TotalTSS',
    'pctTraffickedVsNontrafficked',
    'Buyers',
    'demand',
    'Traffickers',
    'pctSSCrimRecord',
  ];
  const echoes = [
    'pctExpungement',
    'seller_prosecution_culture',
    'prosecution_culture_v',
    'prosecution_culture_s',
    'trafficker_exposure',
    'geographic_csw_normalization',
    'crim_record_obstacle',
    'em_services_capacity',
    'st_services_capacity',
    'lt_services_capacity',
    'buyer_prosecution_culture',
    'csw_acceptance',
  ].map((result) => ({
    result,
    input: result === 'seller_prosecution_culture' ? 'prosecution_culture' : result,
  }));
  const { table, report } = sound(
    importTable({
      samples: { keys: csvTexts(samples, 'run_id'), columns: csvColumns(samples) },
      results: { keys: csvTexts(results, 'scenario'), columns: csvColumns(results) },
      inputs: golden.parameters,
      outcomes,
      echoes,
    }),
  );
  expect(report).toMatchObject({
    rows: 5000,
    inPlace: 1060,
    largestDisplacement: 25,
    echoCells: 60000,
    equalBits: 11074,
  });
  expect(report.largestByKey).toBeLessThan(5.2e-15);
  expect(report.largestByPosition).toBeGreaterThan(0.4);
  const found = sound(correlations(table));
  let largest = 0;
  let inT = 0;
  let inP = 0;
  for (const [m, name] of outcomes.entries()) {
    const expected = golden.outputs[name];
    const cells = cellsOf(found, m);
    expect(found.outcomes[m]).toMatchObject({ runs: 5000, inputs: 42, df: 4957 });
    expect(found.outcomes[m]?.rSquared).toBeCloseTo(expected.rank_R2, 10);
    largest = Math.max(
      largest,
      largestDifference(
        cells.map((cell) => cell.partial),
        expected.prcc,
      ),
    );
    for (const [j, cell] of cells.entries()) {
      inT = Math.max(inT, Math.abs((cell.test?.t ?? 9) / expected.t[j] - 1));
      if (expected.p[j] > 1e-300) inP = Math.max(inP, Math.abs((cell.test?.p ?? 9) / expected.p[j] - 1));
    }
  }
  expect(largest).toBeLessThan(1e-10);
  expect(inT).toBeLessThan(1e-10);
  expect(inP).toBeLessThan(1e-8);
  const tests = found.outcomes.map(
    (_, m) => cellsOf(found, m).filter((cell) => (cell.test?.p ?? 1) < 0.05).length,
  );
  expect(tests).toEqual([31, 34, 26, 26, 22, 29]);
  expect(found.family).toBe(252);
  const below = (report_: CorrelationReport) =>
    report_.outcomes.map(
      (_, m) => cellsOf(report_, m).filter((cell) => (cell.test?.corrected ?? 1) < 0.05).length,
    );
  expect(below(found).reduce((a, b) => a + b, 0)).toBe(163);
  expect(below(sound(correlations(table, { correction: 'bonferroni' })))).toEqual([26, 29, 22, 21, 18, 27]);
  const all = found.outcomes.flatMap((_, m) => cellsOf(found, m).map((cell) => Math.abs(cell.partial)));
  expect(Math.max(...all)).toBeCloseTo(0.967, 3);
});
