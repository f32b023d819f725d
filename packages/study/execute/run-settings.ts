import type { Method, RunSettings, StopRule } from '@weir/engine';
import { dependsOnTime, planRun, usesRandom } from '@weir/engine';
import type { Outcome } from '@weir/model';
import { reached, refused } from '@weir/model';
import type { PreparedStudy } from './prepared-study.js';
import type { RunRequest } from './request.js';

/** Largest change per time unit, as a share of each stock, below which a run is at equilibrium. */
export const EQUILIBRIUM_TOLERANCE = 1e-10;

/** Model time after which a search for equilibrium gives up. */
export const EQUILIBRIUM_CAP = 10_000;

/** Model time between looks at the changes. */
const EQUILIBRIUM_CHECK = 1;

/** Seed of random numbers where nobody gives one. */
export const DEFAULT_SEED = 1234;

/** Step of the search in months: follows a policy transition of a model with rates of up to 4 a month within 2e-6. */
const EQUILIBRIUM_DT_MONTHS = 1 / 16;

/**
 * How a request is run: until `published`, the rule with its own method and step; until `equilibrium`,
 * Runge-Kutta 4 with a step of 1/16 month (or the file's step where time is not in months), to the file's last time at least where
 * flows depend on TIME; until a time, the
 * method and step of the model file. A method or step of the request always wins.
 *
 * @errors `no-published-rule`, and those of the engine's `planRun`.
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
    ...(usesRandom(prepared.program) ? { seed: request.seed ?? DEFAULT_SEED } : {}),
  };
  const laidOut = planRun(prepared.program, settings);
  return laidOut.ok ? reached(settings, laidOut.diagnostics) : laidOut;
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
      // What flows by the clock may stand still for a while, and move again at a later date.
      ...(dependsOnTime(program) ? { from: program.stop } : {}),
      cap: EQUILIBRIUM_CAP,
    };
    return reached({ method: 'rk4', dt: inMonths ? EQUILIBRIUM_DT_MONTHS : program.dt, stop });
  }
  const method = model.simulation.methods[0] ?? 'euler';
  return reached({ method, dt: program.dt, stop: { kind: 'time', time: until } });
}
