import { column, take } from '../numeric/matrix.js';
import { type Result, success } from '../result.js';
import { standardized } from '../statistics/correlation-matrix.js';
import { type Correction, correct } from '../statistics/multiplicity.js';
import { normalQuantile } from '../statistics/normal.js';
import { rank } from '../statistics/ranks.js';
import { studentTwoSided } from '../statistics/student-t.js';
import type { RunStatus } from '../table/run-record.js';
import type { Table } from '../table/table.js';
import { isConstantOutput } from '../table/usable-runs.js';
import { correlationSamples, type OutcomeRuns, type SampleOptions } from './correlation-samples.js';
import { type Interval, type Undefined, undefinedIndex } from './index-cell.js';
import { type Regressors, regress, type Scale } from './regression.js';

/** Which correlations, and how they are tested. */
export interface CorrelationOptions extends SampleOptions {
  /** `rank`: PRCC, SRRC, Spearman, the default. `raw`: PCC, SRC, Pearson. */
  readonly scale?: Scale;
  /** 0.95 where nothing is said. */
  readonly confidence?: number;
  /** Benjamini-Hochberg where nothing is said; the family is every defined test of the table. */
  readonly correction?: Correction;
}

/** Correlations of one input with one outcome; all without unit. */
export interface Correlation {
  readonly kind: 'value';
  /** PRCC or PCC: given the other inputs. */
  readonly partial: number;
  /** Correlation of the output with what the other inputs leave of this one. */
  readonly semiPartial: number;
  /** SRRC or SRC; not bounded by 1. */
  readonly standardized: number;
  /** Spearman or Pearson. */
  readonly simple: number;
  /** Of `partial`; undefined where the fit is exact. */
  readonly test: CorrelationTest | undefined;
  /** Of `partial`, by Fisher's transformation; undefined where runs are too few or the fit is exact. */
  readonly interval: Interval | undefined;
}

/** Test against no partial correlation. */
export interface CorrelationTest {
  readonly t: number;
  /** Two-sided; 0 stands for less than the smallest double. */
  readonly p: number;
  readonly log10p: number;
  /** p after correction over the family. */
  readonly corrected: number;
}

/** Correlations of all inputs with one outcome. */
export interface OutcomeCorrelations {
  readonly outcome: string;
  /** Runs used, and runs left out by how they ended. */
  readonly runs: number;
  readonly left: Readonly<Partial<Record<RunStatus, number>>>;
  /** Inputs in the regression. */
  readonly inputs: number;
  /** n - 2 - (number of other inputs in the regression). */
  readonly df: number;
  /** Of the regression on all inputs; undefined where the output is constant or runs are too few. */
  readonly rSquared: number | undefined;
  readonly adjustedRSquared: number | undefined;
  /** Shape [k]. */
  readonly cells: readonly (Correlation | Undefined)[];
  /** Variance inflation factors, shape [k]; undefined for inputs outside the regression. */
  readonly inflation: readonly (number | undefined)[];
  /** Largest absolute correlation of two inputs. */
  readonly largestCorrelation: number;
}

/** Correlations of all inputs with all outcomes. */
export interface CorrelationReport {
  readonly scale: Scale;
  readonly confidence: number;
  readonly correction: Correction;
  /** Number of tests corrected together. */
  readonly family: number;
  readonly inputs: readonly string[];
  readonly outcomes: readonly OutcomeCorrelations[];
}

const CONFIDENCE = 0.95;

/**
 * Partial, semi-partial and simple correlations and standardized regression coefficients of every input with every
 * outcome, of ranks or values. Failed runs are left out before ranking; outcomes never enter as covariates.
 *
 * @errors wrong-design for a design whose runs depend on each other; too-many-failures.
 * @source Marino, Hogue, Ray and Kirschner 2008, A methodology for performing global uncertainty and sensitivity
 * analysis in systems biology, 2.3; degrees of freedom n - 2 - (k - 1) as there.
 */
export function correlations(table: Table, options: CorrelationOptions = {}): Result<CorrelationReport> {
  const runs = correlationSamples(table, options.scale ?? 'rank', options);
  return runs.ok ? success(correlateSamples(table, runs.value, options)) : runs;
}

/** The correlations of a table whose runs have been prepared, on the same scale. @param runs - Shape [m]. */
export function correlateSamples(
  table: Table,
  runs: readonly OutcomeRuns[],
  options: CorrelationOptions,
): CorrelationReport {
  const { scale = 'rank', confidence = CONFIDENCE, correction = 'benjamini-hochberg' } = options;
  const found = runs.map(({ sample, rows, left }, m) => {
    const values = take(column(table.outputs, m), rows);
    return {
      outcome: table.outcomes[m] ?? '',
      runs: rows.length,
      left,
      ...correlateOne(table, sample.regressors, values, scale, confidence),
    };
  });
  return { scale, confidence, correction, inputs: table.design.names, ...corrected(found, correction) };
}

type Found = Omit<OutcomeCorrelations, 'left' | 'outcome' | 'runs'>;

function correlateOne(
  { design: { names } }: Table,
  regressors: Regressors,
  values: Float64Array,
  scale: Scale,
  confidence: number,
): Found {
  const { runs, places, inflation, varied, largestCorrelation } = regressors;
  const size = regressors.columns.columns;
  const df = runs - size - 1;
  const nothing = (reason: 'constant-output' | 'too-few-runs'): Found => ({
    inputs: size,
    df,
    rSquared: undefined,
    adjustedRSquared: undefined,
    cells: places.map(() => undefinedIndex(reason)),
    inflation: places.map((place) => (typeof place === 'number' && df >= 1 ? inflation[place] : undefined)),
    largestCorrelation,
  });
  if (df < 1 || runs < varied.size + 2) return nothing('too-few-runs');
  if (isConstantOutput(values)) return nothing('constant-output');
  const output = standardized(scale === 'rank' ? rank(values).ranks : values);
  const fit = regress(regressors, output);
  const cells = places.map((place): Correlation | Undefined => {
    if (typeof place !== 'number')
      return undefinedIndex(
        place.reason,
        place.with.map((other) => names[other] ?? ''),
      );
    const partial = fit.partial[place] ?? 0;
    if (fit.exact && partial === 0) return undefinedIndex('zero-residual');
    return {
      kind: 'value',
      partial,
      semiPartial: fit.semiPartial[place] ?? 0,
      standardized: fit.coefficients[place] ?? 0,
      simple: fit.simple[place] ?? 0,
      test: fit.exact ? undefined : testOf(partial, df),
      interval: fit.exact ? undefined : fisherInterval(partial, df, confidence),
    };
  });
  return {
    ...nothing('constant-output'),
    rSquared: fit.rSquared,
    adjustedRSquared: 1 - ((1 - fit.rSquared) * (runs - 1)) / df,
    cells,
  };
}

function testOf(partial: number, df: number): CorrelationTest {
  const t = partial * Math.sqrt(df / ((1 - partial) * (1 + partial)));
  const { p, log10 } = studentTwoSided(t, df);
  return { t, p, log10p: log10, corrected: p };
}

/** Interval of a partial correlation. @source Fisher 1924: standard error 1 / sqrt(n - (k - 1) - 3). */
function fisherInterval(partial: number, df: number, confidence: number): Interval | undefined {
  if (df < 2) return undefined;
  const center = Math.atanh(partial);
  const half = normalQuantile(1 - (1 - confidence) / 2) / Math.sqrt(df - 1);
  return { low: Math.tanh(center - half), high: Math.tanh(center + half) };
}

function corrected(
  outcomes: readonly OutcomeCorrelations[],
  correction: Correction,
): { readonly family: number; readonly outcomes: readonly OutcomeCorrelations[] } {
  const tests = outcomes.flatMap(({ cells }) =>
    cells.flatMap((cell) => (hasTest(cell) ? [cell.test.p] : [])),
  );
  const q = correct(tests, correction);
  let next = 0;
  const replaced = outcomes.map((outcome) => ({
    ...outcome,
    cells: outcome.cells.map((cell) =>
      hasTest(cell) ? { ...cell, test: { ...cell.test, corrected: q[next++] ?? 1 } } : cell,
    ),
  }));
  return { family: tests.length, outcomes: replaced };
}

function hasTest(cell: Correlation | Undefined): cell is Correlation & { readonly test: CorrelationTest } {
  return cell.kind === 'value' && cell.test !== undefined;
}
