import type { EquilibriumSolver, Input, Slot } from '@weir/engine';
import { solveEquilibrium } from '@weir/engine';
import type { Diagnostic, Model, Outcome } from '@weir/model';
import { reached, refused } from '@weir/model';
import { equilibriumSolverOf } from '../equilibrium/equilibrium-of.js';
import type { PreparedStudy } from '../execute/prepared-study.js';
import { resolveName } from '../names/name-index.js';
import type { BoundOutcome } from '../study-file/bound-study.js';
import { pathText } from '../study-file/yaml-document.js';
import type { Calibration, Correction, Corrections } from './correction.js';
import { positiveRoot } from './positive-root.js';
import { constantSet } from './set-values.js';

/**
 * A study's model with the value of a correction's constant with which its outcome comes to rest at the target in the
 * baseline scenario. Of several such values, one near the present one is taken.
 *
 * @param prepared - The study with all equations corrected.
 * @param asRead - The study without corrections: where a target `published` comes from.
 * @errors `unknown-name`, `unknown-outcome`, `correction-equation` for what is not a constant above 0, and
 *   `correction-unsolved`, each with its place in the corrections file.
 */
export function calibratedModel(
  prepared: PreparedStudy,
  { calibrate, id }: Correction,
  corrections: Corrections,
  asRead: PreparedStudy,
): Outcome<Model> {
  if (calibrate === undefined) return reached(prepared.model);
  const fail = (key: keyof Calibration, problem: Omit<Diagnostic, 'severity' | 'place'>): Outcome<never> => {
    const place = corrections.places.values.get(pathText(['corrections', id, 'calibrate', key]));
    return refused([{ ...problem, severity: 'error', ...(place === undefined ? {} : { place }) }]);
  };
  const outcome = outcomeNamed(prepared, calibrate.outcome);
  if (outcome === undefined) {
    const message = `\`${id}\` calibrates to \`${calibrate.outcome}\`, which is not an outcome of the study.`;
    const hint = `The outcomes are ${prepared.bound.outcomes.map(({ definition }) => definition.id).join(', ')}.`;
    return fail('outcome', { code: 'unknown-outcome', message, hint });
  }
  const named = resolveName(prepared.bound.names, calibrate.constant);
  if (!named.ok) {
    const [first] = named.diagnostics;
    return fail('constant', first ?? { code: 'unknown-name', message: `No \`${calibrate.constant}\`.` });
  }
  const { slot, name, key, timing } = named.value;
  const present = presentValue(prepared, slot);
  if (timing !== 'constant' || !(present > 0)) {
    const message = `\`${id}\` calibrates \`${name}\`, which is not a constant above 0.`;
    return fail('constant', { code: 'correction-equation', message, hint: 'Name a constant above 0.' });
  }
  const solver = equilibriumSolverOf(prepared);
  if (!solver.ok) return solver;
  const target = targetOf(calibrate, asRead);
  const found = target > 0 ? solvedValue(prepared, solver.value, outcome, slot, present, target) : undefined;
  if (found !== undefined) return reached(constantSet(prepared.model, new Map([[key, found]])));
  const message = `\`${id}\` found no value of \`${name}\` with which \`${calibrate.outcome}\` comes to rest at ${calibrate.target === 'published' ? 'its published value' : calibrate.target}.`;
  return fail('target', {
    code: 'correction-unsolved',
    message,
    hint: 'Choose another target, or leave the correction off.',
  });
}

function outcomeNamed({ bound }: PreparedStudy, id: string): BoundOutcome | undefined {
  return bound.outcomes.find(({ definition }) => definition.id === id);
}

/** The target as a number; NaN where the model as read does not come to rest. */
function targetOf({ target, outcome }: Calibration, asRead: PreparedStudy): number {
  if (target !== 'published') return target;
  const solver = equilibriumSolverOf(asRead);
  const bound = outcomeNamed(asRead, outcome);
  if (!solver.ok || bound === undefined) return Number.NaN;
  const result = solveEquilibrium(solver.value, baselineInputs(asRead), { eigenvalues: false });
  return result.verdict === 'ok' ? (result.values[bound.variable.slot] ?? Number.NaN) : Number.NaN;
}

function solvedValue(
  prepared: PreparedStudy,
  solver: EquilibriumSolver,
  { variable }: BoundOutcome,
  slot: Slot,
  present: number,
  target: number,
): number | undefined {
  const inputs = baselineInputs(prepared);
  let guess: Float64Array | undefined;
  return positiveRoot((value) => {
    const result = solveEquilibrium(solver, [...inputs, { slot, value }], {
      eigenvalues: false,
      ...(guess === undefined ? {} : { guess }),
    });
    if (result.verdict !== 'ok') return Number.NaN;
    guess = result.stocks;
    return (result.values[variable.slot] ?? Number.NaN) / target - 1;
  }, present);
}

function baselineInputs({ bound }: PreparedStudy): readonly Input[] {
  return bound.baseline.inputs.map(({ variable, value }) => ({ slot: variable.slot, value }));
}

function presentValue({ program, executable }: PreparedStudy, slot: Slot): number {
  const values = new Float64Array(program.variables.length);
  const { start, stop, dt } = program;
  executable('javascript').initialise(values, new Uint8Array(values.length), { start, stop, dt });
  return values[slot] ?? Number.NaN;
}
