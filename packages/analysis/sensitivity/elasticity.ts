import { LOCAL_STEPS } from '../design/one-at-a-time.js';
import { element } from '../numeric/matrix.js';
import { failure, type Result, success } from '../result.js';
import type { Table } from '../table/table.js';
import { type Admission, usableRuns } from '../table/usable-runs.js';
import { type Undefined, undefinedIndex } from './index-cell.js';

/** Local response of one outcome to one input at the baseline. */
export interface Elasticity {
  readonly kind: 'value';
  /** Percent of output for a percent of input. */
  readonly elasticity: number;
  /** `log`: exact for power laws. `linear`: where a sign changes. */
  readonly form: 'linear' | 'log';
  /** Below and above the baseline; undefined where a limit leaves no room. */
  readonly below: number | undefined;
  readonly above: number | undefined;
  readonly flags: readonly ElasticityFlag[];
}

/** What to keep in mind about an elasticity. */
export type ElasticityFlag =
  /** It differs below and above, and a smaller step does not change that. */
  | 'kink'
  /** It changes by more than 1 % and 0.001 with half or double the step. */
  | 'step-sensitive';

/** A response without elasticity; the slope, where there is one, in percent of the baseline output per 1 of input. */
export interface UndefinedElasticity extends Undefined {
  readonly percentPerUnit: number | undefined;
}

/** Elasticities of one outcome. */
export interface OutcomeElasticity {
  readonly outcome: string;
  /** Shape [k]. */
  readonly cells: readonly (Elasticity | UndefinedElasticity)[];
}

const KINK = 0.1;
/** The gap of a smooth curve halves with the step; that of a kink stays. */
const STAYS = 0.75;
const CHANGE = 0.01;
const SMALL = 0.001;

interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * Elasticities at the baseline, by central differences of step h; compared with those below, above, of h/2 and 2h.
 *
 * @errors wrong-design for anything but local steps.
 * @source ln(y+/y-) / ln(x+/x-) where signs permit, else (dy/dx) x0 / y0 (Saltelli and others 2000, 5.2).
 */
export function elasticities(table: Table, options: Admission = {}): Result<readonly OutcomeElasticity[]> {
  const { design, outcomes, outputs } = table;
  if (design.blocks.kind !== 'local')
    return failure('wrong-design', `Elasticities need local steps, not a ${design.kind} design.`);
  return success(
    outcomes.map((outcome, m) => {
      const usable = new Set(usableRuns(table, m, options).rows);
      const cells = design.names.map((_, j): Elasticity | UndefinedElasticity => {
        const point = (run: number): Point => ({
          x: element(design.inputs, run, j),
          y: element(outputs, run, m),
        });
        const runs = LOCAL_STEPS.map((__, s) => 1 + j * LOCAL_STEPS.length + s);
        if (!usable.has(0)) return { ...undefinedIndex('baseline-failed'), percentPerUnit: undefined };
        if (!runs.every((run) => usable.has(run)))
          return { ...undefinedIndex('incomplete-sweep'), percentPerUnit: undefined };
        return elasticityOf(point(0), runs.map(point));
      });
      return { outcome, cells };
    }),
  );
}

/** @param around - The six points of LOCAL_STEPS. */
function elasticityOf(start: Point, around: readonly Point[]): Elasticity | UndefinedElasticity {
  const [
    nearBelow = start,
    nearAbove = start,
    below = start,
    above = start,
    farBelow = start,
    farAbove = start,
  ] = around;
  if (!(above.x > below.x)) return { ...undefinedIndex('constant-input'), percentPerUnit: undefined };
  if (start.x === 0 || start.y === 0) {
    const slope = (above.y - below.y) / (above.x - below.x);
    const percentPerUnit = start.y === 0 ? undefined : (100 * slope) / Math.abs(start.y);
    return { ...undefinedIndex('baseline-zero'), percentPerUnit };
  }
  const signs = (pick: (point: Point) => number): boolean =>
    [start, ...around].every((point) => Math.sign(pick(point)) === Math.sign(pick(start)));
  const log = signs(({ x }) => x) && signs(({ y }) => y);
  const between = (a: Point, b: Point): number | undefined => {
    if (!(b.x > a.x)) return undefined;
    if (log) return Math.log(b.y / a.y) / Math.log(b.x / a.x);
    return (((b.y - a.y) / (b.x - a.x)) * start.x) / start.y;
  };
  const elasticity = between(below, above) ?? 0;
  const [left, right] = [between(below, start), between(start, above)];
  const gap = Math.abs((left ?? 0) - (right ?? 0));
  const nearGap = Math.abs((between(nearBelow, start) ?? 0) - (between(start, nearAbove) ?? 0));
  const flags: ElasticityFlag[] = [];
  if (left !== undefined && right !== undefined) {
    const larger = Math.max(Math.abs(left), Math.abs(right));
    if (gap > SMALL && gap > KINK * larger && nearGap > STAYS * gap) flags.push('kink');
  }
  const others = [between(nearBelow, nearAbove), between(farBelow, farAbove)];
  const sensitive = others.some((other) => {
    const change = Math.abs((other ?? elasticity) - elasticity);
    return change > SMALL && change > CHANGE * Math.abs(elasticity);
  });
  if (sensitive) flags.push('step-sensitive');
  return {
    kind: 'value',
    elasticity: elasticity + 0,
    form: log ? 'log' : 'linear',
    below: left,
    above: right,
    flags,
  };
}
