// @weir/engine: makes a model ready to run, and runs it.

export type * from './backend.js';
export {
  BATCH_STATUS,
  type Batch,
  type BatchEnd,
  type BatchRequest,
  type BatchResult,
  type BatchStatus,
} from './batch/batch.js';
export { batchOf } from './batch/batch-of.js';
export { type BatchOptions, type LaneOptions, laneBatchOf } from './batch/lane-batch.js';
export { oneByOne } from './batch/one-by-one.js';
export { stepKernel } from './batch/run-batch.js';
export type * from './batch/single-runs.js';
export type { BuiltinRow, BuiltinVector } from './builtins/builtin-row.js';
export { BUILTIN_ROWS } from './builtins/builtin-table.js';
export { OPERATORS, type OperatorRow, type OperatorVector } from './builtins/operator-table.js';
export { ENGINE_CODES, type EngineCode } from './engine-codes.js';
export {
  type Accumulating,
  accumulatingAt,
  type CountingStocks,
  countingStocks,
} from './equilibrium/counting-stocks.js';
export { type Eigenvalue, eigenvalues } from './equilibrium/eigenvalues.js';
export type * from './equilibrium/equilibrium-result.js';
export { type EquilibriumSolver, equilibriumSolver } from './equilibrium/equilibrium-solver.js';
export { type HeldAt, heldProgram } from './equilibrium/held-program.js';
export { restKernel } from './equilibrium/kernel/quick-search.js';
export type { TickKernel } from './equilibrium/kernel/tick-kernel.js';
export { settlingStocks } from './equilibrium/settling-stocks.js';
export { type EquilibriumOptions, PROBE_SEED, solveEquilibrium } from './equilibrium/solve-equilibrium.js';
export { dependsOnTime } from './equilibrium/standing.js';
export { netFlow } from './integrate/net-flow.js';
export type * from './integrate/run.js';
export { planRun, type RunPlan } from './integrate/run-plan.js';
export type * from './integrate/settings.js';
export { type Progress, simulate } from './integrate/simulate.js';
export { interpreter } from './interpreter/interpreter.js';
export { javascript } from './javascript/javascript.js';
export { lower } from './lower/lower.js';
export { neededFor, operandsOf, slotsRead } from './lower/node-walk.js';
export type * from './lower/program.js';
export { selectNode } from './lower/select-node.js';
export { slotAt } from './lower/slot.js';
export { usesRandom } from './lower/uses-random.js';
export { largestChange } from './stop/steady-watch.js';
export type { PairKernel } from './wasm/pair-kernel.js';
export { wasm } from './wasm/wasm.js';
