import { column, take, takeRows } from '../numeric/matrix.js';
import { type Result, success } from '../result.js';
import {
  type CorrelationOptions,
  correlations,
  type OutcomeCorrelations,
} from '../sensitivity/correlations.js';
import { binnedFirstOrder, defaultBins } from '../sensitivity/first-order.js';
import { prepareRegressors } from '../sensitivity/regression.js';
import { rank } from '../statistics/ranks.js';
import type { Table } from '../table/table.js';
import { extent, isConstantInput, usableRuns } from '../table/usable-runs.js';
import {
  type Assumptions,
  type Concern,
  type ConvergencePoint,
  convergenceConcerns,
  failureConcerns,
  SHARES,
  shown,
  type Verdict,
} from './concern.js';
import { type NonMonotonePair, nonMonotonePair } from './non-monotone.js';
import { dummyFloor, partialsOf, partialsOfFirst } from './rank-partials.js';

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

const GOOD_FIT = 0.9;
const ALARM_FIT = 0.1;
const ALARM_SUM = 0.2;
const CENSORED = 0.05;
const TIED = 0.01;
const INFLATED = 5;
const CORRELATED = 0.1;

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
  const found = correlations(table, options);
  if (!found.ok) return found;
  return success(found.value.outcomes.map((outcome, m) => reportOf(table, m, outcome, options)));
}

function reportOf(
  table: Table,
  m: number,
  outcome: OutcomeCorrelations,
  options: CorrelationOptions,
): CorrelationAssumptions {
  const { design, outputs } = table;
  const { scale = 'rank' } = options;
  const seed = design.experiment?.seed ?? 0;
  const { rows, planned, left } = usableRuns(table, m, options);
  const inputs = takeRows(design.inputs, rows);
  const y = take(column(outputs, m), rows);
  const defined = outcome.rSquared !== undefined;
  const bins = defaultBins(rows.length);
  const enough = defined && rows.length >= 4 * bins;
  const columns = design.names.map((_, j) => column(inputs, j));
  const first = enough ? columns.map((x) => (isConstantInput(x) ? 0 : binnedFirstOrder(x, y, bins))) : [];
  const nonMonotone = enough
    ? design.names.flatMap((name, j) => {
        const cell = outcome.cells[j];
        if (cell?.kind !== 'value' || scale !== 'rank') return [];
        const pair = nonMonotonePair(name, columns[j] ?? y, y, cell.standardized, seed);
        return pair === undefined ? [] : [pair];
      })
    : [];
  const ranking = rank(y);
  const inflation = outcome.inflation.flatMap((value) => (value === undefined ? [] : [value]));
  const widths = outcome.cells.flatMap((cell) =>
    cell.kind === 'value' && cell.interval ? [cell.interval.high - cell.interval.low] : [],
  );
  const convergence = defined
    ? SHARES.map((share) => Math.floor(rows.length * share)).map((size) => ({
        size,
        values: partialsOfFirst(inputs, design.categorical, y, size, scale),
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
    dummyFloor: defined ? dummyFloor(inputs, design.categorical, y, scale, seed) : undefined,
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
  return { ...facts, concerns, verdict: final, sentence: SENTENCES[final] };
}

type Facts = Omit<CorrelationAssumptions, 'concerns' | 'sentence' | 'verdict'>;

/** Indices with every failed run at the lowest, and at the highest, output. */
function boundsOf(
  table: Table,
  m: number,
  rows: Int32Array,
  y: Float64Array,
  scale: 'rank' | 'raw',
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

function verdictOf({ adjustedRSquared, firstOrderSum, clippedFirstOrderSum, nonMonotone }: Facts): Verdict {
  if (adjustedRSquared === undefined) return 'none';
  if (adjustedRSquared < ALARM_FIT && firstOrderSum !== undefined && firstOrderSum < ALARM_SUM)
    return 'check-the-join';
  if (adjustedRSquared < GOOD_FIT || nonMonotone.length > 0) return 'use-total-effects';
  return clippedFirstOrderSum !== undefined && clippedFirstOrderSum < GOOD_FIT
    ? 'use-total-effects'
    : 'adequate';
}

const SENTENCES: Readonly<Record<Verdict, string>> = {
  adequate: 'Partial correlations are adequate: ranks explain the output and no input acts both ways.',
  'with-care': 'Partial correlations describe the output; mind the concerns.',
  'use-total-effects':
    "Partial correlations miss part of what drives this output: use Sobol' total indices or Shapley effects.",
  'check-the-join':
    'The inputs explain almost nothing, in any form: check that results and samples belong together.',
  none: 'There is no correlation to judge.',
};

function concernsOf(facts: Facts, verdict: Verdict, outcome: OutcomeCorrelations): readonly Concern[] {
  const concerns: Concern[] = [...failureConcerns(facts.runs)];
  const add = (code: Concern['code'], text: string, about: readonly string[] = []): void => {
    concerns.push({ code, text, about });
  };
  const { adjustedRSquared, clippedFirstOrderSum, nonMonotone, largestInflation } = facts;
  if (adjustedRSquared === undefined) {
    const [cell] = outcome.cells;
    add(
      'no-value',
      cell?.kind === 'undefined' ? `No index has a value: ${cell.reason}.` : 'No index has a value.',
    );
    return concerns;
  }
  if (verdict === 'check-the-join')
    add(
      'check-the-join',
      `Ranks explain ${shown(adjustedRSquared)} of the output, single inputs in any form ${shown(facts.firstOrderSum ?? 0)}.`,
    );
  else if (adjustedRSquared < GOOD_FIT)
    add(
      'low-rank-fit',
      `Ranks explain ${shown(adjustedRSquared)} of the output${adjustedRSquared < ALARM_FIT ? ': the response is not monotone' : ''}.`,
    );
  if (clippedFirstOrderSum !== undefined && clippedFirstOrderSum < GOOD_FIT)
    add(
      'low-sum',
      `Single inputs explain ${shown(clippedFirstOrderSum)} of the output; the rest is interaction or noise.`,
    );
  if (nonMonotone.length > 0)
    add(
      'non-monotone',
      `${nonMonotone.length} inputs act both ways.`,
      nonMonotone.map(({ input }) => input),
    );
  if (facts.largestTieShare > CENSORED)
    add('censored', `${shown(100 * facts.largestTieShare)} % of the runs share one output.`);
  else if (facts.tiedShare > TIED) add('ties', `${shown(100 * facts.tiedShare)} % of the outputs are tied.`);
  if (largestInflation !== undefined && largestInflation > INFLATED)
    add(
      'inflated-variance',
      `The variance of an index is inflated ${shown(largestInflation)} times by correlated inputs.`,
    );
  if (facts.largestInputCorrelation > CORRELATED)
    add(
      'correlated-inputs',
      `Two inputs correlate by ${shown(facts.largestInputCorrelation)}: indices hold given the other inputs.`,
    );
  return concerns;
}
