import { column, take, takeRows } from '../numeric/matrix.js';
import { stream, streamKey } from '../random/stream.js';
import { type Result, success } from '../result.js';
import { binnedFirstOrder, type FirstOrderOptions, firstOrderFromData } from '../sensitivity/first-order.js';
import { type HsicOptions, hsicIndices, hsicOf } from '../sensitivity/hsic.js';
import { prepareRegressors } from '../sensitivity/regression.js';
import { rank } from '../statistics/ranks.js';
import type { Table } from '../table/table.js';
import { type Admission, usableRuns } from '../table/usable-runs.js';
import {
  type Assumptions,
  type Concern,
  type ConvergencePoint,
  convergenceConcerns,
  failureConcerns,
  SHARES,
  shown,
} from './concern.js';
import { DUMMIES } from './rank-partials.js';

/** The report beside indices from a given sample. */
export interface SampleAssumptions extends Assumptions {
  /** Largest absolute index of three columns that the model never saw. */
  readonly dummyFloor: number | undefined;
  readonly largestTieShare: number;
  readonly largestInputCorrelation: number;
  /** Indices of the first runs. */
  readonly convergence: readonly ConvergencePoint[];
}

const CENSORED = 0.05;
const CORRELATED = 0.1;
const FEWEST = 40;

/**
 * What first-order indices from a sample rest on.
 *
 * @errors As `firstOrderFromData`.
 */
export function firstOrderAssumptions(
  table: Table,
  options: FirstOrderOptions = {},
): Result<readonly SampleAssumptions[]> {
  const found = firstOrderFromData(table, options);
  if (!found.ok) return found;
  return success(
    found.value.map(({ outcome, cells, bins }, m) =>
      reportOf(
        table,
        m,
        outcome,
        options,
        cells.some(({ kind }) => kind === 'value'),
        (x, y) => binnedFirstOrder(x, y, Math.max(2, Math.min(bins, Math.floor(y.length / 4)))),
      ),
    ),
  );
}

/**
 * What HSIC indices rest on; dummy and convergence are of R^2, over the runs used.
 *
 * @errors As `hsicIndices`.
 */
export function hsicAssumptions(
  table: Table,
  options: HsicOptions = {},
): Result<readonly SampleAssumptions[]> {
  const found = hsicIndices(table, options);
  if (!found.ok) return found;
  return success(
    found.value.map(({ outcome, cells, runs }, m) =>
      reportOf(
        table,
        m,
        outcome,
        options,
        cells.some(({ kind }) => kind === 'value'),
        (x, y) => hsicOf(x, y).rSquared,
        runs,
      ),
    ),
  );
}

function reportOf(
  table: Table,
  m: number,
  outcome: string,
  options: Admission,
  defined: boolean,
  index: (x: Float64Array, y: Float64Array) => number,
  most = Number.POSITIVE_INFINITY,
): SampleAssumptions {
  const { design, outputs } = table;
  const { rows: all, planned, left } = usableRuns(table, m, options);
  const rows = all.subarray(0, Math.min(most, all.length));
  const inputs = takeRows(design.inputs, rows);
  const y = take(column(outputs, m), rows);
  const finite = (value: number): number | undefined => (Number.isFinite(value) ? value : undefined);
  const convergence = defined
    ? SHARES.map((share) => Math.floor(rows.length * share))
        .filter((size) => size >= FEWEST)
        .map((size) => ({
          size,
          values: design.names.map((_, j) =>
            design.categorical[j] === true
              ? undefined
              : finite(index(column(inputs, j).subarray(0, size), y.subarray(0, size))),
          ),
        }))
    : [];
  const key = streamKey(design.experiment?.seed ?? 0, 'dummy');
  const dummies = Array.from({ length: defined ? DUMMIES : 0 }, (_, d) => {
    const draws = stream(key, d);
    return Math.abs(
      index(
        Float64Array.from(y, () => draws.next()),
        y,
      ),
    );
  });
  const { largestTie } = rank(y);
  const largestTieShare = largestTie > 1 ? largestTie / y.length : 0;
  const { largestCorrelation } = prepareRegressors(inputs, design.categorical, 'rank');
  const runs = { planned, used: all.length, left };
  const concerns: Concern[] = [...failureConcerns(runs)];
  if (!defined) concerns.push({ code: 'no-value', text: 'No index has a value.', about: [] });
  if (defined && largestTieShare > CENSORED)
    concerns.push({
      code: 'censored',
      text: `${shown(100 * largestTieShare)} % of the runs share one output.`,
      about: [],
    });
  if (defined && largestCorrelation > CORRELATED)
    concerns.push({
      code: 'correlated-inputs',
      text: `Two inputs correlate by ${shown(largestCorrelation)}: their shares mix.`,
      about: [],
    });
  concerns.push(...convergenceConcerns(convergence, design.names));
  const verdict = !defined ? 'none' : concerns.length === 0 ? 'adequate' : 'with-care';
  return {
    outcome,
    runs,
    verdict,
    sentence: SENTENCES[verdict],
    concerns,
    dummyFloor: dummies.length > 0 ? Math.max(...dummies) : undefined,
    largestTieShare,
    largestInputCorrelation: largestCorrelation,
    convergence,
  };
}

const SENTENCES = {
  adequate: 'Indices from the sample are adequate: settled, from independent inputs.',
  'with-care': 'Indices from the sample describe the output; mind the concerns and the floor of the dummies.',
  none: 'There is no index to judge.',
} as const;
