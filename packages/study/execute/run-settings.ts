import type { Method, RunSettings, StopRule } from '@weir/engine';
import { planRun } from '@weir/engine';
import type { Diagnostic, FileMethod, Outcome } from '@weir/model';
import { reached, refused } from '@weir/model';
import type { PreparedStudy } from './prepared-study.js';
import type { RunRequest } from './request.js';

/** Largest change per time unit, as a share of each stock, below which a run is at equilibrium. */
export const EQUILIBRIUM_TOLERANCE = 1e-10;

/** Model time after which a search for equilibrium gives up. */
export const EQUILIBRIUM_CAP = 10_000;

/** Model time between looks at the changes. */
const EQUILIBRIUM_CHECK = 1;

/** Step of the search in months: follows a policy transition of the Massachusetts model within 2e-6. */
const EQUILIBRIUM_DT_MONTHS = 1 / 16;

/**
 * How a request is run: until `published`, the rule with its own method and step; until `equilibrium`,
 * Runge-Kutta 4 with a step of 1/16 month (or the file's step where time is not in months); until a time, the
 * method and step of the model file. A method or step of the request always wins.
 *
 * @errors `no-published-rule`, and those of the engine's `planRun`; warns `method-replaced` where the file asks for a method that
 *   Weir does not have.
 */
export function runSettings(prepared: PreparedStudy, request: RunRequest): Outcome<RunSettings> {
  const defaults = defaultsFor(prepared, request);
  if (!defaults.ok) return defaults;
  const { stop } = defaults.value;
  const method = request.method ?? defaults.value.method;
  const dt = request.dt ?? defaults.value.dt;
  const settings = {
    method,
    dt,
    stop,
    ...(request.saveEvery === undefined ? {} : { saveEvery: request.saveEvery }),
  };
  const replaced = request.method === undefined ? defaults.diagnostics : [];
  const laidOut = planRun(prepared.program, settings);
  const diagnostics = [...replaced, ...laidOut.diagnostics];
  return laidOut.ok ? reached(settings, diagnostics) : refused(diagnostics);
}

interface Defaults {
  readonly method: Method;
  readonly dt: number;
  readonly stop: StopRule;
}

function defaultsFor(prepared: PreparedStudy, { until }: RunRequest): Outcome<Defaults> {
  const { program, bound, model } = prepared;
  if (until === 'published') {
    const rule = bound.stopRules.get('published');
    if (rule === undefined) {
      const message = `${program.name} has no published stop rule.`;
      const hint = `Run until \`equilibrium\`, or until a time such as ${program.stop}.`;
      return refused([{ code: 'no-published-rule', severity: 'error', message, hint }]);
    }
    const { method, dt, cap } = rule.definition;
    return reached({ method, dt, stop: { kind: 'window', rule: rule.rule, cap } });
  }
  if (until === 'equilibrium') {
    const inMonths = /^months?$/i.test(program.timeUnits.trim());
    const stop: StopRule = {
      kind: 'steady',
      tolerance: EQUILIBRIUM_TOLERANCE,
      checkEvery: EQUILIBRIUM_CHECK,
      cap: EQUILIBRIUM_CAP,
    };
    return reached({ method: 'rk4', dt: inMonths ? EQUILIBRIUM_DT_MONTHS : program.dt, stop });
  }
  const file = fileMethod(model.simulation.methods);
  return reached({ method: file.method, dt: program.dt, stop: { kind: 'time', time: until } }, file.warnings);
}

/** The first method of the file that Weir has. */
function fileMethod(methods: readonly FileMethod[]): { method: Method; warnings: readonly Diagnostic[] } {
  for (const method of methods) if (method === 'euler' || method === 'rk4') return { method, warnings: [] };
  const [wanted] = methods;
  if (wanted === undefined) return { method: 'euler', warnings: [] };
  const message = `The model file asks for the method ${wanted}; this run uses rk4.`;
  const hint = 'Choose with `--method euler` or `--method rk4`.';
  return { method: 'rk4', warnings: [{ code: 'method-replaced', severity: 'warning', message, hint }] };
}
