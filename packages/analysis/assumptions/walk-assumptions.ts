import { type Result, success } from '../result.js';
import { type EffectOptions, effectsOf, elementaryEffects } from '../sensitivity/elementary-effects.js';
import { type ShapleyOptions, shapleyEffects, walkShares } from '../sensitivity/shapley-effects.js';
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

/** The report beside indices from walks: elementary effects or Shapley effects of one outcome. */
export interface WalkAssumptions extends Assumptions {
  /** Complete walks, and planned ones. */
  readonly walks: number;
  readonly plannedWalks: number;
  readonly widestInterval: number | undefined;
  /** mu*, or Shapley effects, of the first walks. */
  readonly convergence: readonly ConvergencePoint[];
}

/** Effects whose sign changes this often make mu misleading. */
const MONOTONE = 0.9;
const WIDE = 0.1;

/**
 * What the elementary effects of a table rest on.
 *
 * @errors As `elementaryEffects`.
 * @source Morris 1991; Saltelli and others 2008, Global Sensitivity Analysis: The Primer, 3.3 (mu against mu*).
 */
export function effectAssumptions(
  table: Table,
  options: EffectOptions = {},
): Result<readonly WalkAssumptions[]> {
  const found = elementaryEffects(table, options);
  if (!found.ok) return found;
  const { design } = table;
  const levels = design.blocks.kind === 'trajectories' ? design.blocks.levels : 0;
  return success(
    found.value.map((outcome, m) => {
      const effects = effectsOf(table, m, options);
      const convergence = pointsOf(effects.length, (size) =>
        design.names.map(
          (_, j) => effects.slice(0, size).reduce((all, walk) => all + Math.abs(walk[j] ?? 0), 0) / size,
        ),
      );
      const values = outcome.cells.flatMap((cell, j) =>
        cell.kind === 'value' ? [{ ...cell, name: design.names[j] ?? '' }] : [],
      );
      const largest = Math.max(0, ...values.map(({ muStar }) => muStar));
      const bothWays = values.filter(
        ({ monotonicity }) => monotonicity !== undefined && monotonicity < MONOTONE,
      );
      const widths = values.flatMap(({ muStarInterval }) =>
        muStarInterval ? [muStarInterval.high - muStarInterval.low] : [],
      );
      const concerns: Concern[] = [
        {
          code: 'grid-aliasing',
          text: `Inputs were tried at ${levels} levels: what happens between them is not seen.`,
          about: [],
        },
      ];
      if (bothWays.length > 0)
        concerns.push({
          code: 'non-monotone',
          text: `${bothWays.length === 1 ? 'One input acts' : `${bothWays.length} inputs act`} both ways: read mu*, not mu.`,
          about: bothWays.map(({ name }) => name),
        });
      concerns.push(...convergenceConcerns(convergence, design.names, largest));
      const counts = { walks: outcome.trajectories, plannedWalks: outcome.planned };
      return {
        ...frame(table, m, outcome.outcome, options, values.length > 0, concerns, 1),
        ...counts,
        widestInterval: widest(widths),
        convergence,
      };
    }),
  );
}

/**
 * What the Shapley effects of a table rest on.
 *
 * @errors As `shapleyEffects`.
 */
export function shapleyAssumptions(
  table: Table,
  options: ShapleyOptions = {},
): Result<readonly WalkAssumptions[]> {
  const found = shapleyEffects(table, options);
  if (!found.ok) return found;
  const { design } = table;
  return success(
    found.value.map((outcome, m) => {
      const { shares, spread } = walkShares(table, m, options);
      const defined = outcome.cells.some((cell) => cell.kind === 'value');
      const convergence = defined
        ? pointsOf(spread.length, (size) => {
            const total = spread.slice(0, size).reduce((a, b) => a + b, 0);
            return shares.map((values) =>
              total > 0 ? values.slice(0, size).reduce((a, b) => a + b, 0) / total : undefined,
            );
          })
        : [];
      const widestInterval = widest(
        outcome.cells.flatMap((cell) =>
          cell.kind === 'value' ? [cell.interval.high - cell.interval.low] : [],
        ),
      );
      const concerns: Concern[] = [];
      if (widestInterval !== undefined && widestInterval > WIDE)
        concerns.push({
          code: 'wide-interval',
          text: `An interval is ${shown(widestInterval)} wide.`,
          about: [],
        });
      concerns.push(...convergenceConcerns(convergence, design.names));
      const counts = { walks: outcome.walks, plannedWalks: outcome.planned };
      return {
        ...frame(table, m, outcome.outcome, options, defined, concerns, 0),
        ...counts,
        widestInterval,
        convergence,
      };
    }),
  );
}

function pointsOf(
  walks: number,
  values: (size: number) => readonly (number | undefined)[],
): readonly ConvergencePoint[] {
  return SHARES.map((share) => Math.floor(walks * share))
    .filter((size) => size >= 1)
    .map((size) => ({ size, values: values(size) }));
}

const widest = (widths: readonly number[]): number | undefined =>
  widths.length > 0 ? Math.max(...widths) : undefined;

/** @param usual - Number of concerns that every report of this kind has. */
function frame(
  table: Table,
  m: number,
  outcome: string,
  options: EffectOptions | ShapleyOptions,
  defined: boolean,
  concerns: readonly Concern[],
  usual: number,
): Assumptions {
  const { rows, planned, left } = usableRuns(table, m, options);
  const runs = { planned, used: rows.length, left };
  const all = [...failureConcerns(runs), ...concerns];
  if (!defined)
    return {
      outcome,
      runs,
      verdict: 'none',
      sentence: 'There is no effect to judge.',
      concerns: [...all, { code: 'no-value', text: 'No index has a value.', about: [] }],
    };
  const verdict = all.length === usual ? 'adequate' : 'with-care';
  const sentence =
    verdict === 'adequate'
      ? 'Effects are adequate: settled, with the reservations named.'
      : 'Effects describe the output; mind the concerns.';
  return { outcome, runs, verdict, sentence, concerns: all };
}
