import {
  type Correlation,
  correlationAssumptions,
  correlations,
  type ElementaryEffects,
  effectAssumptions,
  elementaryEffects,
  type Interval,
  type Result,
  type ShapleyEffect,
  type SobolIndex,
  type SobolIndexOptions,
  type SweepIndex,
  shapleyAssumptions,
  shapleyEffects,
  sobolAssumptions,
  sobolIndices,
  sweepAssumptions,
  sweepIndices,
  type Table,
  type Undefined,
} from '@weir/analysis';
import { assumptionDocument } from './assumption-document.js';
import { responseCurves } from './response-curves.js';
import type { InputIndex, OutcomeSensitivity } from './sensitivity-document.js';
import type { SensitivityMethod } from './sensitivity-method.js';

/**
 * With many inputs the chance correlation of A and B enters every index of Martinez' estimator alike and adds up in
 * their sum; in that of Saltelli and others it cancels.
 */
const SOBOL: SobolIndexOptions = { first: 'saltelli' };

/** Indices and report of one outcome, before it has a name. */
export type FoundIndices = Pick<OutcomeSensitivity, 'baseline' | 'curves' | 'indices' | 'report'>;

type Values = Readonly<Record<string, number | null>>;
type Cell<T> = T | Undefined;

/** The indices of a table by a method, and the report beside them, shape [m]. */
export function indicesOfTable(method: SensitivityMethod, table: Table): Result<readonly FoundIndices[]> {
  switch (method) {
    case 'oat':
    case 'tornado':
    case 'curve':
      return sweeps(table);
    case 'morris':
      return both(elementaryEffects(table), effectAssumptions(table), table, (outcome) =>
        outcome.cells.map((cell) => entry(cell, effectValues)),
      );
    case 'prcc': {
      const found = correlations(table);
      const outcomes = found.ok ? { ok: true as const, value: found.value.outcomes } : found;
      return both(outcomes, correlationAssumptions(table), table, (outcome) =>
        outcome.cells.map((cell) => entry(cell, correlationValues)),
      );
    }
    case 'sobol': {
      const found = sobolIndices(table, SOBOL);
      const outcomes = found.ok ? { ok: true as const, value: found.value.outcomes } : found;
      return both(outcomes, sobolAssumptions(table, SOBOL), table, (outcome) =>
        outcome.cells.map((cell) => entry(cell, sobolValues)),
      );
    }
    case 'shapley':
      return both(shapleyEffects(table), shapleyAssumptions(table), table, (outcome) =>
        outcome.cells.map((cell) => entry(cell, shapleyValues)),
      );
  }
}

function sweeps(table: Table): Result<readonly FoundIndices[]> {
  const found = sweepIndices(table);
  const reports = sweepAssumptions(table);
  if (!found.ok) return found;
  const made = both(found, reports, table, (outcome) =>
    outcome.cells.map((cell): Entry => {
      const flags = cell.kind === 'value' ? cell.flags : [];
      const percent = cell.kind === 'undefined' ? (cell.percent ?? null) : cell.percent;
      const { undefined_because, values } = entry(cell, sweepValues);
      return { undefined_because, values: { ...values, range_percent: percent }, flags };
    }),
  );
  if (!made.ok) return made;
  return {
    ok: true,
    value: made.value.map((one, m) => ({
      ...one,
      baseline: found.value[m]?.baseline ?? null,
      curves: responseCurves(table, m),
    })),
  };
}

type Entry = Omit<InputIndex, 'input'>;

function both<T, R extends Parameters<typeof assumptionDocument>[0]>(
  found: Result<readonly T[]>,
  reports: Result<readonly R[]>,
  { design }: Table,
  entries: (outcome: T) => readonly Entry[],
): Result<readonly FoundIndices[]> {
  if (!found.ok) return found;
  if (!reports.ok) return reports;
  return {
    ok: true,
    value: found.value.map((outcome, m) => {
      const report = reports.value[m];
      if (report === undefined) throw new Error('an outcome without a report');
      const indices = entries(outcome).map((own, j) => ({ input: design.names[j] ?? '', ...own }));
      return { baseline: null, curves: [], indices, report: assumptionDocument(report) };
    }),
  };
}

function entry<T extends { readonly kind: 'value' }>(cell: Cell<T>, values: (cell: T) => Values): Entry {
  return cell.kind === 'value'
    ? { undefined_because: null, values: values(cell), flags: [] }
    : { undefined_because: cell.reason, values: {}, flags: [] };
}

function correlationValues({ partial, interval, test, standardized, simple }: Correlation): Values {
  return {
    prcc: partial,
    ...bounds('prcc', interval),
    p: test?.p ?? null,
    corrected_p: test?.corrected ?? null,
    log10_p: numberOf(test?.log10p),
    srrc: standardized,
    spearman: simple,
  };
}

function effectValues({ mu, muStar, sigma, muStarInterval, monotonicity }: ElementaryEffects): Values {
  const sizes = { mu, mu_star: muStar, ...bounds('mu_star', muStarInterval), sigma };
  return { ...sizes, monotonicity: monotonicity ?? null };
}

function sobolValues({ first, total }: SobolIndex): Values {
  return {
    first: first.value,
    ...bounds('first', first.interval),
    total: total.value,
    ...bounds('total', total.interval),
    interaction: total.value - first.value,
  };
}

function shapleyValues({ share, interval }: ShapleyEffect): Values {
  return { share, ...bounds('share', interval) };
}

function sweepValues(cell: SweepIndex): Values {
  return {
    index: cell.index,
    range_percent: cell.percent,
    at_low_percent: cell.atLow,
    at_high_percent: cell.atHigh,
    reversal: cell.reversal,
    lowest_at: cell.lowestAt,
    highest_at: cell.highestAt,
  };
}

function bounds(key: string, interval: Interval | undefined): Values {
  return { [`${key}_low`]: interval?.low ?? null, [`${key}_high`]: interval?.high ?? null };
}

const numberOf = (value: number | undefined): number | null =>
  value === undefined || !Number.isFinite(value) ? null : value;
