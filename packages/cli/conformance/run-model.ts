import type { Backend, BackendName, Method, RunSettings } from '@weir/engine';
import { interpreter, javascript, lower, planRun, simulate, wasm } from '@weir/engine';
import type { Diagnostic, FileMethod, Model } from '@weir/model';
import { columnKey } from './column-name.js';
import type { OutputColumn, OutputTable } from './output-table.js';

/** A run of a whole model as its file specifies it, or why there is none. */
export type ModelRun =
  | { readonly ok: true; readonly table: OutputTable; readonly diagnostics: readonly Diagnostic[] }
  | { readonly ok: false; readonly reason: string; readonly code: string };

const BACKENDS: Readonly<Record<BackendName, Backend>> = { interpreter, javascript, wasm };

/** Every backend: a corpus is run on all of them. */
export const BACKEND_NAMES: readonly BackendName[] = ['interpreter', 'javascript', 'wasm'];

/** Methods of the file format that the engine has. */
const METHODS: Readonly<Record<FileMethod, Method | undefined>> = {
  euler: 'euler',
  rk2: 'rk2',
  rk4: 'rk4',
  rk45: 'rk45',
  gear: 'gear',
};

/**
 * Runs a model with its own start, stop, time step, save step and the first of its methods that the engine has.
 * The columns are its variables; what stands behind built-ins is not shown.
 */
export function runModel(model: Model, backend: BackendName): ModelRun {
  const { simulation } = model;
  const lowered = lower(model);
  if (!lowered.ok) return refusal(lowered.diagnostics);
  const method = simulation.methods.map((name) => METHODS[name]).find((known) => known !== undefined);
  if (method === undefined)
    return { ok: false, reason: `no method of ${simulation.methods.join(', ')} is known`, code: 'no-method' };
  const settings: RunSettings = {
    method,
    dt: simulation.dt,
    stop: { kind: 'time', time: simulation.stop },
    saveEvery: simulation.saveStep ?? simulation.dt,
  };
  const plan = planRun(lowered.value, settings);
  if (!plan.ok) return refusal(plan.diagnostics);
  const run = simulate(BACKENDS[backend](lowered.value), [], settings);
  if (run.status === 'failed') return { ok: false, reason: run.message, code: 'run-failed' };
  const { series } = run;
  if (series === undefined) return { ok: false, reason: 'the run saved nothing', code: 'run-failed' };
  const columns = new Map<string, OutputColumn>();
  for (const { name, key, kind, slot } of lowered.value.variables) {
    const values = series.columns[slot];
    if (kind === 'hidden' || model.variables.get(key)?.hidden === true || values === undefined) continue;
    columns.set(columnKey(name), { name, values: [...values] });
  }
  return {
    ok: true,
    table: { times: [...series.times], columns },
    diagnostics: [...lowered.diagnostics, ...run.diagnostics],
  };
}

/** The first error among diagnostics, as a reason. */
export function refusal(diagnostics: readonly Diagnostic[]): {
  readonly ok: false;
  readonly reason: string;
  readonly code: string;
} {
  const error = diagnostics.find(({ severity }) => severity === 'error') ?? diagnostics[0];
  if (error === undefined) return { ok: false, reason: 'it was refused without a reason', code: 'unknown' };
  const line = error.place === undefined ? '' : ` (line ${error.place.line})`;
  return { ok: false, reason: `${error.message}${line}`, code: error.code };
}
