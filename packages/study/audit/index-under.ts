import {
  type Correction,
  type CorrelationAssumptions,
  type CorrelationReport,
  correct,
  correlationAssumptions,
  correlations,
  type Fault,
  type OutcomeSweep,
  type Result,
  sweepIndices,
  type Table,
} from '@weir/analysis';
import type { AuditedValue, OutcomeSummary } from './audit-document.js';

/** Level of the tests of an audit, as published. */
export const LEVEL = 0.05;

/** Indices of a table. */
export type Indices =
  | {
      readonly kind: 'prcc';
      readonly rank: CorrelationReport;
      readonly raw: CorrelationReport;
      readonly assumptions: readonly CorrelationAssumptions[];
    }
  | { readonly kind: 'one-at-a-time'; readonly outcomes: readonly OutcomeSweep[] };

/** The indices of a table: one-at-a-time indices of sweeps, correlations of all else. */
export function indicesOf(table: Table): Result<Indices> {
  if (table.design.blocks.kind === 'sweep') {
    const found = sweepIndices(table);
    return found.ok ? { ok: true, value: { kind: 'one-at-a-time', outcomes: found.value } } : found;
  }
  const rank = correlations(table);
  if (!rank.ok) return rank;
  const raw = correlations(table, { scale: 'raw' });
  if (!raw.ok) return raw;
  const assumptions = correlationAssumptions(table);
  if (!assumptions.ok) return assumptions;
  return {
    ok: true,
    value: { kind: 'prcc', rank: rank.value, raw: raw.value, assumptions: assumptions.value },
  };
}

/** The index of input j on outcome m. */
export function valueIn(indices: Indices, j: number, m: number): AuditedValue {
  const nothing = { value: null, undefined_because: null, p: null, corrected_p: null };
  if (indices.kind === 'one-at-a-time') {
    const cell = indices.outcomes[m]?.cells[j];
    if (cell === undefined) return nothing;
    return cell.kind === 'value'
      ? { ...nothing, value: cell.index }
      : { ...nothing, undefined_because: cell.reason };
  }
  const cell = indices.rank.outcomes[m]?.cells[j];
  if (cell === undefined) return nothing;
  return cell.kind === 'value'
    ? {
        value: cell.partial,
        undefined_because: null,
        p: cell.test?.p ?? null,
        corrected_p: cell.test?.corrected ?? null,
      }
    : { ...nothing, undefined_because: cell.reason };
}

/** The indices of outcome m in sum, over the inputs given. */
export function summaryIn(
  indices: Indices,
  inputs: readonly string[],
  m: number,
  corrected: readonly Significance[],
): OutcomeSummary {
  const values = inputs.map((input, j) => ({ input, ...valueIn(indices, j, m) }));
  const defined = values.flatMap(({ input, value }) => (value === null ? [] : [{ input, value }]));
  const largest = defined.reduce<(typeof defined)[number] | undefined>(
    (best, one) => (best === undefined || Math.abs(one.value) > Math.abs(best.value) ? one : best),
    undefined,
  );
  const own = corrected.filter((test) => test.outcome === m);
  const count = (p: (test: Significance) => number): number => own.filter((test) => p(test) < LEVEL).length;
  const report = indices.kind === 'prcc' ? indices.assumptions[m] : undefined;
  return {
    largest: largest === undefined ? null : Math.abs(largest.value),
    largest_input: largest?.input ?? null,
    tests: own.length,
    significant: count(({ p }) => p),
    significant_after_benjamini_hochberg: count(({ benjaminiHochberg }) => benjaminiHochberg),
    significant_after_bonferroni: count(({ bonferroni }) => bonferroni),
    r_squared: report?.rSquared ?? null,
    verdict: report?.verdict ?? null,
    sentence: report?.sentence ?? null,
  };
}

/** A test with its corrections over the whole table. */
export interface Significance {
  readonly outcome: number;
  readonly p: number;
  readonly benjaminiHochberg: number;
  readonly bonferroni: number;
}

/** All tests of a table, corrected together; none for sweeps. */
export function significanceOf(indices: Indices): readonly Significance[] {
  if (indices.kind === 'one-at-a-time') return [];
  const tests = indices.rank.outcomes.flatMap(({ cells }, outcome) =>
    cells.flatMap((cell) =>
      cell.kind === 'value' && cell.test !== undefined ? [{ outcome, p: cell.test.p }] : [],
    ),
  );
  const p = tests.map((test) => test.p);
  const by = (correction: Correction) => correct(p, correction);
  const [hochberg, bonferroni] = [by('benjamini-hochberg'), by('bonferroni')];
  return tests.map((test, i) => ({
    ...test,
    benjaminiHochberg: hochberg[i] ?? 1,
    bonferroni: bonferroni[i] ?? 1,
  }));
}

/** The first fault in words. */
export const faultText = (faults: readonly [Fault, ...Fault[]]): string => faults[0].message;
