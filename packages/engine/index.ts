// @weir/engine: makes a model ready to run, and runs it.

export type * from './backend.js';
export type { BuiltinRow, BuiltinVector } from './builtins/builtin-row.js';
export { BUILTIN_ROWS } from './builtins/builtin-table.js';
export { OPERATORS, type OperatorRow, type OperatorVector } from './builtins/operator-table.js';
export { ENGINE_CODES, type EngineCode } from './engine-codes.js';
export type { Eigenvalue } from './equilibrium/eigenvalues.js';
export type * from './equilibrium/equilibrium-result.js';
export { type EquilibriumSolver, equilibriumSolver } from './equilibrium/equilibrium-solver.js';
export { type EquilibriumOptions, PROBE_SEED, solveEquilibrium } from './equilibrium/solve-equilibrium.js';
export { netFlow } from './integrate/net-flow.js';
export type * from './integrate/run.js';
export { planRun, type RunPlan } from './integrate/run-plan.js';
export type * from './integrate/settings.js';
export { type Progress, simulate } from './integrate/simulate.js';
export { interpreter } from './interpreter/interpreter.js';
export { javascript } from './javascript/javascript.js';
export { lower } from './lower/lower.js';
export { slotsRead } from './lower/node-walk.js';
export type * from './lower/program.js';
export { usesRandom } from './lower/uses-random.js';
export { largestChange } from './stop/steady-watch.js';
export { wasm } from './wasm/wasm.js';
