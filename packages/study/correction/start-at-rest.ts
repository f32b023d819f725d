import { solveEquilibrium } from '@weir/engine';
import type { Outcome } from '@weir/model';
import { reached, refused } from '@weir/model';
import { equilibriumSolverOf } from '../equilibrium/equilibrium-of.js';
import type { PreparedStudy } from '../execute/prepared-study.js';
import { pathText } from '../study-file/yaml-document.js';
import type { Correction, Corrections } from './correction.js';
import { constantSet } from './set-values.js';

/**
 * A study's model whose stocks start at the fixed point of the baseline scenario, so that a scenario shows the way
 * from there. Stocks that the equations do not name (those inside delays) start as before.
 *
 * @param prepared - The study with everything else corrected.
 * @errors `correction-unsolved` where there is no such point, with its place in the corrections file, and those of
 *   `equilibriumSolverOf`.
 */
export function modelAtRest(
  prepared: PreparedStudy,
  { id }: Correction,
  corrections: Corrections,
): Outcome<PreparedStudy['model']> {
  const solver = equilibriumSolverOf(prepared);
  if (!solver.ok) return solver;
  const { program, bound, model } = prepared;
  const inputs = bound.baseline.inputs.map(({ variable, value }) => ({ slot: variable.slot, value }));
  const result = solveEquilibrium(solver.value, inputs, { eigenvalues: false });
  if (result.verdict !== 'ok') {
    const place = corrections.places.values.get(pathText(['corrections', id, 'start_at_rest']));
    const message = `\`${id}\` found no fixed point to start from. ${result.reasons.join(' ')}`.trim();
    return refused([
      {
        code: 'correction-unsolved',
        severity: 'error',
        message,
        hint: 'Leave the correction off.',
        ...(place === undefined ? {} : { place }),
      },
    ]);
  }
  const starts = program.stocks.flatMap(({ slot }, index) => {
    const variable = program.variables[slot];
    const value = result.stocks[index];
    return variable === undefined || value === undefined ? [] : [[variable.key, value] as const];
  });
  return reached(constantSet(model, new Map(starts)));
}
