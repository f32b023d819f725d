import type { Executable, ProgramStock } from '@weir/engine';
import type { Model, Raised, Variable } from '@weir/model';
import { spectralRadius } from './spectral-radius.js';
import { grossFlow, type StartState, startJacobian, startState } from './start-state.js';

/** Share of a stock that its net flow may move over the whole run: the rounding of flows that are to cancel. */
const ROUNDING = 1e-9;
/** Share of a stock's gross flow that may be left over at the start. */
const UNBALANCED = 0.05;
/** Share of its start below which the balance of a stock is to be empty. */
const WORTH_NAMING = 1e-3;
/** Share of the fastest time constant that a time step may have. */
const STEP_SHARE = 1 / 3;
/** The estimate of the fastest constant may be a few percent short. */
const ROOM = 1.05;
/** Stocks up to which the whole matrix is looked at; beyond, each stock by itself. */
const MOST_STOCKS = 300;

/**
 * Rules of lint that need values: how far the stocks start from equilibrium, and whether the time step suits the fastest of
 * them. One evaluation at the start, and one more for each stock; no run.
 *
 * Where a value at the start is not finite nothing is said: the run itself says it.
 */
export function runRules(model: Model, executable: Executable): readonly Raised[] {
  const state = startState(executable);
  const flows = state.netFlows(state.stocks);
  if (!flows.every(Number.isFinite) || flows.length === 0) return [];
  const jacobian = startJacobian(state);
  return [...startEquilibrium(model, state, flows, jacobian), ...timeStep(model, state, jacobian)];
}

function* startEquilibrium(
  model: Model,
  state: StartState,
  flows: Float64Array,
  jacobian: readonly Float64Array[],
): Iterable<Raised> {
  const { program } = state;
  const per = program.timeUnits === '' ? 'time unit' : program.timeUnits;
  for (const [index, stock] of program.stocks.entries()) {
    const variable = variableOf(model, state, stock);
    const net = flows[index] ?? 0;
    const gross = grossFlow(stock, state.values);
    if (variable === undefined || gross === 0 || Math.abs(net) <= UNBALANCED * gross) continue;
    const value = state.stocks[index] ?? 0;
    if (Math.abs(net) * (program.stop - program.start) <= ROUNDING * Math.abs(value)) continue;
    const slope = jacobian[index]?.[index] ?? 0;
    const balanced = value - net / slope;
    const fix =
      slope < 0 && Number.isFinite(balanced) && balanced > WORTH_NAMING * Math.abs(value)
        ? `Start it near ${shown(balanced)}, where its own flows balance, all else being equal; or start from a settled run.`
        : 'Start from the values of a settled run, or say that the start is meant.';
    yield {
      code: 'start-equilibrium',
      variable,
      span: variable.span,
      reason: `\`${variable.name}\` starts far from equilibrium.`,
      evidence: `It starts at ${shown(value)} with a net flow of ${shown(net)} per ${per}, ${Math.round((100 * Math.abs(net)) / gross)} % of what flows in and out.`,
      fix,
    };
  }
}

function* timeStep(model: Model, state: StartState, jacobian: readonly Float64Array[]): Iterable<Raised> {
  if (!jacobian.every((row) => row.every(Number.isFinite))) return;
  const { program } = state;
  const own = jacobian.map((row, index) => Math.abs(row[index] ?? 0));
  const fastest = jacobian.length <= MOST_STOCKS ? spectralRadius(jacobian) : Math.max(...own);
  const constant = 1 / fastest;
  if (!(program.dt > constant * STEP_SHARE * ROOM)) return;
  const order = [...program.stocks.entries()].sort(([one], [other]) => (own[other] ?? 0) - (own[one] ?? 0));
  const variable = order.map(([, stock]) => variableOf(model, state, stock)).find((one) => one !== undefined);
  if (variable === undefined) return;
  yield {
    code: 'time-step',
    variable,
    span: variable.span,
    reason: `The time step ${program.dt} is too long for the fastest change in the model, at or near \`${variable.name}\`.`,
    evidence: `At the start the shortest time constant is about ${shown(constant)}; a step should be at most a third of it.`,
    fix: `Take a step of ${shown(powerOfTwoBelow(constant * STEP_SHARE))} or less, and see whether half of it gives the same results.`,
  };
}

/** The stock of the model file; none for the hidden ones of delays. */
function variableOf(model: Model, { program }: StartState, { slot }: ProgramStock): Variable | undefined {
  const variable = program.variables[slot];
  return variable === undefined ? undefined : model.variables.get(variable.key);
}

/** Steps that are powers of two add up without rounding. */
function powerOfTwoBelow(value: number): number {
  return 2 ** Math.floor(Math.log2(value));
}

function shown(value: number): string {
  return String(Number(value.toPrecision(4)));
}
