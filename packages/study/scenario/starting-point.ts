import { type EquilibriumSolver, type Input, solveEquilibrium } from '@weir/engine';
import { type Diagnostic, type Outcome, reached, refused } from '@weir/model';

/**
 * The stocks at the point of rest that a scenario reaches: where runs begin that start from equilibrium. Stocks that
 * only count are not among them, and keep their start.
 *
 * @param solver - Of a `restProgram`.
 * @param inputs - What the scenario sets before anything changes at a date.
 * @param label - The scenario, for messages.
 * @errors `no-starting-point`.
 */
export function startingPoint(
  solver: EquilibriumSolver,
  inputs: readonly Input[],
  label: string,
): Outcome<readonly Input[]> {
  const { program } = solver.executable;
  const result = solveEquilibrium(solver, inputs, { eigenvalues: false });
  if (result.verdict !== 'ok') return refused([noPoint(label, result.reasons)]);
  return reached(
    program.stocks.map(({ slot }, index) => ({ slot, value: result.stocks[index] ?? Number.NaN })),
  );
}

function noPoint(label: string, reasons: readonly string[]): Diagnostic {
  return {
    code: 'no-starting-point',
    severity: 'error',
    message: `\`${label}\` comes to no point of rest, so no run can start there. ${reasons.join(' ')}`.trim(),
    hint: 'Start from the values of the model file.',
  };
}
