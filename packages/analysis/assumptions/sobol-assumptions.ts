import { type Result, success } from '../result.js';
import { totalOf } from '../sensitivity/sobol-estimators.js';
import {
  type OutcomeSobol,
  radialOutputs,
  type Share,
  type SobolIndexOptions,
  sobolIndices,
} from '../sensitivity/sobol-indices.js';
import type { Table } from '../table/table.js';
import { usableRuns } from '../table/usable-runs.js';
import {
  type Assumptions,
  type Concern,
  type ConvergencePoint,
  convergenceConcerns,
  failureConcerns,
  SHARES,
  shown,
} from './concern.js';

/** The report beside the Sobol' indices of one outcome. */
export interface SobolAssumptions extends Assumptions {
  readonly firstOrderSum: Share | undefined;
  /** 1 - sum of first-order indices: what interactions explain. */
  readonly interactionShare: number | undefined;
  /** First-order index that an input without influence would show. */
  readonly dummyFirst: number | undefined;
  /** Base rows of which a run failed; indices hold for the rest. */
  readonly lostRows: number;
  readonly widestInterval: number | undefined;
  /** Total indices of the first base rows. */
  readonly convergence: readonly ConvergencePoint[];
}

const WIDE = 0.1;
const WIDE_SUM = 0.2;

/**
 * What the Sobol' indices of a table rest on.
 *
 * @errors As `sobolIndices`.
 */
export function sobolAssumptions(
  table: Table,
  options: SobolIndexOptions = {},
): Result<readonly SobolAssumptions[]> {
  const found = sobolIndices(table, options);
  if (!found.ok) return found;
  const { inputs, outcomes, total } = found.value;
  return success(
    outcomes.map((outcome, m) => {
      const { rows, planned, left } = usableRuns(table, m, options);
      const runs = { planned, used: rows.length, left };
      const defined = outcome.firstSum !== undefined;
      const parts = radialOutputs(table, m, options);
      const convergence = defined
        ? SHARES.map((share) => {
            const size = Math.floor((parts[0]?.a.length ?? 0) * share);
            const firstRows = parts.map(({ a, b, ab }) => ({
              a: a.subarray(0, size),
              b: b.subarray(0, size),
              ab: ab.map((values) => values.subarray(0, size)),
            }));
            const values = inputs.map((_, j) => {
              const each = firstRows.map((part) => totalOf(part, j, total));
              const value = each.reduce((a, b) => a + b, 0) / each.length;
              return Number.isFinite(value) ? value : undefined;
            });
            return { size, values };
          })
        : [];
      const widths = outcome.cells.flatMap((cell) =>
        cell.kind === 'value'
          ? [widthOf(cell.first), widthOf(cell.total)].filter((width) => width !== undefined)
          : [],
      );
      const widestInterval = widths.length > 0 ? Math.max(...widths) : undefined;
      const concerns = [
        ...failureConcerns(runs),
        ...sobolConcerns(outcome, inputs, widestInterval),
        ...convergenceConcerns(convergence, inputs),
      ];
      const verdict = !defined ? 'none' : concerns.length === 0 ? 'adequate' : 'with-care';
      return {
        outcome: outcome.outcome,
        runs,
        verdict,
        sentence: SENTENCES[verdict],
        concerns,
        firstOrderSum: outcome.firstSum,
        interactionShare: outcome.firstSum === undefined ? undefined : 1 - outcome.firstSum.value,
        dummyFirst: outcome.dummy,
        lostRows: outcome.planned - outcome.rows,
        widestInterval,
        convergence,
      };
    }),
  );
}

const SENTENCES = {
  adequate: "Sobol' indices are adequate: their intervals are narrow and settled.",
  'with-care': "Sobol' indices describe the output; mind the concerns.",
  none: "There is no Sobol' index to judge.",
} as const;

function widthOf({ interval }: Share): number | undefined {
  return interval === undefined ? undefined : interval.high - interval.low;
}

function sobolConcerns(
  { cells, firstSum }: OutcomeSobol,
  names: readonly string[],
  widest: number | undefined,
): readonly Concern[] {
  const concerns: Concern[] = [];
  if (firstSum === undefined) {
    const [cell] = cells;
    const reason = cell?.kind === 'undefined' ? cell.reason : 'no input';
    return [{ code: 'no-value', text: `No index has a value: ${reason}.`, about: [] }];
  }
  const half = (share: Share): number => (widthOf(share) ?? 0) / 2;
  const above = names.filter((_, j) => {
    const cell = cells[j];
    return (
      cell?.kind === 'value' &&
      cell.first.value - cell.total.value > half(cell.first) + half(cell.total) &&
      cell.first.interval !== undefined
    );
  });
  if (above.length > 0)
    concerns.push({
      code: 'first-above-total',
      text: 'First-order indices exceed total ones beyond their intervals.',
      about: above,
    });
  if (firstSum.interval !== undefined && firstSum.interval.low > 1)
    concerns.push({
      code: 'sum-above-one',
      text: `First-order indices sum to ${shown(firstSum.value)}.`,
      about: [],
    });
  const sumWidth = widthOf(firstSum);
  if (sumWidth !== undefined && sumWidth > WIDE_SUM)
    concerns.push({
      code: 'wide-interval',
      text: `The sum of first-order indices is known to ${shown(sumWidth / 2)} either way only: errors of single ones add up.`,
      about: [],
    });
  if (widest === undefined)
    concerns.push({
      code: 'no-interval',
      text: 'One replicate of a quasi-random design has no interval: use 8 or more.',
      about: [],
    });
  else if (widest > WIDE)
    concerns.push({ code: 'wide-interval', text: `An interval is ${shown(widest)} wide.`, about: [] });
  return concerns;
}
