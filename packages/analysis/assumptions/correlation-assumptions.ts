import { extent } from '../numeric/extent.js';
import { column, take } from '../numeric/matrix.js';
import { type Result, success } from '../result.js';
import { correlationSamples, type OutcomeRuns } from '../sensitivity/correlation-samples.js';
import {
  type CorrelationOptions,
  correlateSamples,
  type OutcomeCorrelations,
} from '../sensitivity/correlations.js';
import { binnedInOrder, defaultBins } from '../sensitivity/first-order.js';
import { prepareRegressors, type Scale } from '../sensitivity/regression.js';
import { rank } from '../statistics/ranks.js';
import type { Table } from '../table/table.js';
import { isConstantInput } from '../table/usable-runs.js';
import { type Assumptions, type ConvergencePoint, convergenceConcerns } from './concern.js';
import { CORRELATION_SENTENCES, concernsOf, verdictOf } from './correlation-verdict.js';
import { type NonMonotonePair, nonMonotonePair } from './non-monotone.js';
import { type PreparedSample, prepareSample } from './prepared-sample.js';
import { dummyFloor, partialsOf } from './rank-partials.js';

/** What failed runs could have changed: each index with all of them at the lowest and at the highest output. */
export interface FailureBound {
  readonly input: string;
  readonly lowest: number;
  readonly highest: number;
}

/** The report beside the correlations of one outcome. */
export interface CorrelationAssumptions extends Assumptions {
  readonly rSquared: number | undefined;
  readonly adjustedRSquared: number | undefined;
  /** R^2 that inputs without influence would show: k / (n - 1). */
  readonly chanceRSquared: number;
  /** Sum of first-order indices from the same sample, as it is and with negative ones taken as 0. */
  readonly firstOrderSum: number | undefined;
  readonly clippedFirstOrderSum: number | undefined;
  readonly nonMonotone: readonly NonMonotonePair[];
  /** Share of runs whose output equals that of another, and share of the most frequent output. */
  readonly tiedShare: number;
  readonly largestTieShare: number;
  readonly largestInflation: number | undefined;
  readonly largestInputCorrelation: number;
  /** Largest absolute index of three columns that the model never saw. */
  readonly dummyFloor: number | undefined;
  readonly failureBounds: readonly FailureBound[];
  readonly convergence: readonly ConvergencePoint[];
  /** Widest interval of the table. */
  readonly widestInterval: number | undefined;
}

/**
 * What the correlations of a table rest on, and whether they may be used.
 *
 * @errors As `correlations`.
 * @source Marino and others 2008, 2.5 (monotonicity); Saltelli and others 2000, Sensitivity Analysis, 2.4 (R^2).
 */
export function correlationAssumptions(
  table: Table,
  options: CorrelationOptions = {},
): Result<readonly CorrelationAssumptions[]> {
  const { scale = 'rank' } = options;
  const runs = correlationSamples(table, scale, options);
  if (!runs.ok) return runs;
  const { design } = table;
  const found = correlateSamples(table, runs.value, options);
  const prepared: PreparedSample[] = [];
  return success(
    runs.value.map((own, m) => {
      let known = prepared.find(({ sample }) => sample === own.sample);
      if (known === undefined) {
        known = prepareSample(own.sample, design.categorical, scale, design.experiment?.seed ?? 0);
        prepared.push(known);
      }
      const outcome = found.outcomes[m];
      if (outcome === undefined) throw new Error('an outcome without correlations');
      return reportOf(table, m, outcome, own, known, scale);
    }),
  );
}

function reportOf(
  table: Table,
  m: number,
  outcome: OutcomeCorrelations,
  { rows, planned, left }: OutcomeRuns,
  { sample: { inputs }, orders, parts, dummies }: PreparedSample,
  scale: Scale,
): CorrelationAssumptions {
  const { design, outputs } = table;
  const seed = design.experiment?.seed ?? 0;
  const y = take(column(outputs, m), rows);
  const defined = outcome.rSquared !== undefined;
  const bins = defaultBins(rows.length);
  const enough = defined && rows.length >= 4 * bins;
  const ranking = rank(y);
  const first = enough
    ? orders.map((order, j) => (isConstantInput(column(inputs, j)) ? 0 : binnedInOrder(order, y, bins)))
    : [];
  const nonMonotone = enough
    ? orders.flatMap((order, j) => {
        const cell = outcome.cells[j];
        if (cell?.kind !== 'value' || scale !== 'rank') return [];
        const x = column(inputs, j);
        const name = design.names[j] ?? '';
        const pair = nonMonotonePair(name, x, order, ranking.ranks, cell.standardized, seed);
        return pair === undefined ? [] : [pair];
      })
    : [];
  const inflation = outcome.inflation.flatMap((value) => (value === undefined ? [] : [value]));
  const widths = outcome.cells.flatMap((cell) =>
    cell.kind === 'value' && cell.interval ? [cell.interval.high - cell.interval.low] : [],
  );
  const convergence = defined
    ? parts.map((part) => ({
        size: part.runs,
        values: partialsOf(part, y.subarray(0, part.runs), scale),
      }))
    : [];
  const facts = {
    outcome: outcome.outcome,
    runs: { planned, used: rows.length, left },
    rSquared: outcome.rSquared,
    adjustedRSquared: outcome.adjustedRSquared,
    chanceRSquared: rows.length > 1 ? Math.min(1, outcome.inputs / (rows.length - 1)) : 1,
    firstOrderSum: enough ? first.reduce((a, b) => a + b, 0) : undefined,
    clippedFirstOrderSum: enough ? first.reduce((a, b) => a + Math.max(0, b), 0) : undefined,
    nonMonotone,
    tiedShare: rows.length > 0 ? ranking.tied / rows.length : 0,
    largestTieShare: rows.length > 0 && ranking.largestTie > 1 ? ranking.largestTie / rows.length : 0,
    largestInflation: inflation.length > 0 ? Math.max(...inflation) : undefined,
    largestInputCorrelation: outcome.largestCorrelation,
    dummyFloor: defined ? dummyFloor(dummies, y, scale) : undefined,
    failureBounds: defined && rows.length < planned ? boundsOf(table, m, rows, y, scale) : [],
    convergence,
    widestInterval: widths.length > 0 ? Math.max(...widths) : undefined,
  };
  const verdict = verdictOf(facts);
  const concerns = [
    ...concernsOf(facts, verdict, outcome),
    ...convergenceConcerns(convergence, design.names),
    ...(design.blocks.kind === 'points' && !design.blocks.nested && defined
      ? [
          {
            code: 'subsamples-not-nested' as const,
            text: `A part of a ${design.kind} design is none itself: its convergence is that of a random sample.`,
            about: [],
          },
        ]
      : []),
  ];
  const settled = concerns.every(({ code }) => code === 'subsamples-not-nested' || code === 'ties');
  const final = verdict === 'adequate' && !settled ? 'with-care' : verdict;
  return { ...facts, concerns, verdict: final, sentence: CORRELATION_SENTENCES[final] };
}

/** Indices with every failed run at the lowest, and at the highest, output. */
function boundsOf(
  table: Table,
  m: number,
  rows: Int32Array,
  y: Float64Array,
  scale: Scale,
): readonly FailureBound[] {
  const { design, outputs } = table;
  const regressors = prepareRegressors(design.inputs, design.categorical, scale);
  const usable = new Set(rows);
  const [low, high] = extent(y);
  const margin = scale === 'rank' ? 1 + Math.abs(high - low) : 0;
  const filled = (value: number): Float64Array =>
    column(outputs, m).map((output, i) => (usable.has(i) ? output : value));
  const lowest = partialsOf(regressors, filled(low - margin), scale);
  const highest = partialsOf(regressors, filled(high + margin), scale);
  return design.names.flatMap((input, j) => {
    const [atLow, atHigh] = [lowest[j], highest[j]];
    return atLow === undefined || atHigh === undefined ? [] : [{ input, lowest: atLow, highest: atHigh }];
  });
}
