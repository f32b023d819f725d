import { fileURLToPath } from 'node:url';
import { type Executable, type Method, netFlow, type Slot, simulate, type Tolerance } from '@weir/engine';
import { resolveName } from '@weir/study';
import { openStudy } from '@weir/study/node';

export const FOLDER = new URL('../', import.meta.url);

export const opened = openStudy(fileURLToPath(FOLDER));
if (!opened.ok) throw new Error(JSON.stringify(opened.diagnostics, null, 2));
export const prepared = opened.value;

const { program, bound } = prepared;

/** Month indices of dates that matter: 1 March 2020, and the end of December 2030. */
export const MARCH_2020 = 26;
export const END_2030 = 156;

export type Settings = Readonly<Record<string, number>>;

/** What a run is asked for; the rest is as in the model file. */
export interface Wish {
  readonly scenario?: string;
  readonly set?: Settings;
  readonly method?: Method;
  /** For methods that choose their own steps. */
  readonly tolerance?: Tolerance;
  readonly dt?: number;
  readonly until?: number;
}

/** Values of a variable by month: `series('price')[54]` is the price at month index 54. */
export type SeriesOf = (name: string) => Float64Array;

/** The slot of a variable, by its short or its readable name. */
export function slotOf(name: string): Slot {
  const found = resolveName(bound.names, name);
  if (!found.ok) throw new Error(`no variable ${name}`);
  return found.value.slot;
}

const done = new Map<string, SeriesOf>();

/** Runs the model, or takes the run of the same wish made before: monthly values from month 0 on. */
export function run(wish: Wish = {}): SeriesOf {
  const {
    scenario = 'covid-base',
    set = {},
    method = 'rk4',
    dt = program.dt,
    until = END_2030,
    tolerance,
  } = wish;
  const key = JSON.stringify([scenario, set, method, dt, until, tolerance]);
  const known = done.get(key);
  if (known !== undefined) return known;
  const finished = simulate(prepared.executable('javascript'), inputsOf(scenario, set), {
    method,
    dt,
    stop: { kind: 'time', time: until },
    saveEvery: 1,
    ...(tolerance === undefined ? {} : { tolerance }),
  });
  if (finished.status !== 'ok' || finished.series === undefined) throw new Error(JSON.stringify(finished));
  const { columns } = finished.series;
  const series: SeriesOf = (name) => columns[slotOf(name)] ?? new Float64Array();
  done.set(key, series);
  return series;
}

/** A value at a month. */
export function at(series: ArrayLike<number>, month: number): number {
  const value = series[month];
  if (value === undefined) throw new Error(`no month ${month}`);
  return value;
}

/**
 * Net flows of the stocks that others depend on, at the start, after the stocks have been set to `values`.
 *
 * @returns Stocks by short name, in file order; `rates` has the same order.
 */
export function ratesAt(scenario: string, set: Settings, values?: readonly number[]) {
  const executable: Executable = prepared.executable('javascript');
  const state = new Float64Array(program.variables.length);
  const given = new Uint8Array(program.variables.length);
  for (const { slot, value } of inputsOf(scenario, set)) {
    state[slot] = value;
    given[slot] = 1;
  }
  const clock = { start: 0, stop: END_2030, dt: program.dt };
  executable.initialise(state, given, clock);
  const stocks = program.stocks.filter(({ slot }) => !accounting.has(slot));
  if (values !== undefined) for (const [k, { slot }] of stocks.entries()) state[slot] = at(values, k);
  executable.observe(state, clock, 0);
  return {
    values: stocks.map(({ slot }) => at(state, slot)),
    rates: stocks.map((stock) => netFlow(stock, state)),
  };
}

const accounting = new Set(
  ['cumulative_exploitation', 'cumulative_recruitment', 'cumulative_recovered'].map(slotOf),
);

function inputsOf(scenario: string, set: Settings) {
  const own = bound.scenarios.get(scenario);
  if (own === undefined) throw new Error(`no scenario ${scenario}`);
  const values = new Map(own.inputs.map(({ variable, value }) => [variable.slot, value]));
  for (const [name, value] of Object.entries(set)) values.set(slotOf(name), value);
  return [...values].map(([slot, value]) => ({ slot, value }));
}
