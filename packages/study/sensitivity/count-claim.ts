import { column, quantileOf, type RunStatus, type Table, wilsonInterval } from '@weir/analysis';
import type { EnsembleTables } from '../ensemble/run-ensemble.js';
import type { Claim } from '../study-file/claims.js';
import type { ClaimCounts, ClaimRobustness } from './robustness-document.js';

/**
 * Below this share of the larger of the two, or of the median over the draws, two results are the same: the rounding of a
 * solved point, and what is left of something that dies out.
 */
const SAME = 1e-9;

/** Two results of one draw. */
interface Pair {
  readonly own: number;
  readonly other: number;
  readonly status: RunStatus;
}

/** A claim with every parameter at its default: the first run of a sweep. */
export function claimAtDefault(
  claim: Claim,
  tables: EnsembleTables,
  baseline: string,
): ClaimRobustness['at_default'] {
  const [pair] = pairsOf(claim, tables, baseline);
  if (pair === undefined || pair.status !== 'ok') return null;
  return { change_percent: changeOf(pair, 0) ?? null, holds: wayOf(pair, 0) === claim.direction };
}

/** A claim over the draws of an ensemble. Draws in which a run failed count against it. */
export function countClaim(claim: Claim, tables: EnsembleTables, baseline: string): ClaimCounts {
  const pairs = pairsOf(claim, tables, baseline);
  const usable = pairs.filter(({ status }) => status === 'ok');
  const failed: Record<string, number> = {};
  for (const { status } of pairs) if (status !== 'ok') failed[status] = (failed[status] ?? 0) + 1;
  const sizes = Float64Array.from(usable, ({ other }) => Math.abs(other)).sort();
  const nothing = sizes.length === 0 ? 0 : SAME * quantileOf(sizes, 0.5);
  const ways = usable.map((pair) => wayOf(pair, nothing));
  const holds = ways.filter((way) => way === claim.direction).length;
  const equal = ways.filter((way) => way === 'same').length;
  const changes = Float64Array.from(
    usable.flatMap((pair) => {
      const change = changeOf(pair, nothing);
      return change === undefined ? [] : [change];
    }),
  ).sort();
  const attempted = pairs.length;
  const { low, high } = wilsonInterval(holds, attempted);
  return {
    attempted,
    usable: usable.length,
    holds,
    opposite: usable.length - holds - equal,
    equal,
    failed,
    share: holds / attempted,
    share_low: low,
    share_high: high,
    change_percent:
      changes.length === 0
        ? null
        : {
            median: quantileOf(changes, 0.5),
            low: quantileOf(changes, 0.025),
            high: quantileOf(changes, 0.975),
          },
  };
}

/** Results of both scenarios by draw: the tables share their design, so that a row is one draw in both. */
function pairsOf(claim: Claim, { tables, design }: EnsembleTables, baseline: string): readonly Pair[] {
  const own = tables.get(claim.scenario);
  const other = tables.get(claim.than ?? baseline);
  if (own === undefined || other === undefined || own.design !== design || other.design !== design)
    throw new Error(`an ensemble without the scenarios of ${claim.id}`);
  const [values, others] = [valuesOf(own, claim.outcome), valuesOf(other, claim.outcome)];
  return design.runs.map((_, i) => {
    const [one, two] = [values[i] ?? Number.NaN, others[i] ?? Number.NaN];
    const status = worse(own.status[i] ?? 'missing', other.status[i] ?? 'missing');
    const isNumber = Number.isFinite(one) && Number.isFinite(two);
    return { own: one, other: two, status: status === 'ok' && !isNumber ? 'invalid' : status };
  });
}

function valuesOf(table: Table, outcome: string): Float64Array {
  return column(table.outputs, table.outcomes.indexOf(outcome));
}

const worse = (one: RunStatus, other: RunStatus): RunStatus => (one === 'ok' ? other : one);

/** @param nothing - A difference below this is none. */
function wayOf({ own, other }: Pair, nothing: number): 'higher' | 'lower' | 'same' {
  if (Math.abs(own - other) <= Math.max(nothing, SAME * Math.max(Math.abs(own), Math.abs(other))))
    return 'same';
  return own < other ? 'lower' : 'higher';
}

/** Change in percent; undefined where what it is compared with is nothing. */
function changeOf({ own, other }: Pair, nothing: number): number | undefined {
  return Math.abs(other) <= nothing ? undefined : (100 * (own - other)) / Math.abs(other);
}
