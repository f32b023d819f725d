import type { Program } from '../lower/program.js';
import { type FlowGroups, flowGroups } from './flow-groups.js';
import { restGraph } from './rest-graph.js';
import { type RestKernel, restKernel } from './rest-kernel.js';
import { ShiftedSystem } from './shifted-system.js';

/** How much a search computed. */
export interface Effort {
  /** Times the rates were computed alone. */
  rates: number;
  /** Times the rates were computed with the Jacobian. */
  jacobians: number;
  /** Systems of equations that were factored. */
  factorizations: number;
}

/**
 * The motion of a program's stocks as a search for rest sees it: rates, Jacobian, linear systems. Keeps the
 * arrays of the run at work, so it serves one search at a time.
 */
export class RestMotion {
  readonly size: number;
  readonly groups: FlowGroups;
  readonly system: ShiftedSystem;
  /** Rates at the state last asked for, shape `[stocks]`. */
  readonly rate: Float64Array;
  /** Entries of the Jacobian at the state last asked for with slopes. */
  readonly slope: Float64Array;
  readonly effort: Effort = { rates: 0, jacobians: 0, factorizations: 0 };
  /** Position among the slopes of each stock's derivative by itself; -1 where it is always 0. */
  readonly ownSlope: Int32Array;
  /** Stock whose rate, and stock by which, each slope is the derivative; shape `[entries]`. */
  readonly rowOf: Int32Array;
  readonly columnOf: Int32Array;
  readonly #kernel: RestKernel;
  readonly #fixed: Float64Array;
  readonly #work: Float64Array;

  constructor(program: Program) {
    const graph = restGraph(program);
    this.size = program.stocks.length;
    this.groups = flowGroups(program);
    this.system = new ShiftedSystem(this.size, graph.entries);
    this.ownSlope = Int32Array.from({ length: this.size }, (_, stock) =>
      graph.entries.findIndex(({ row, column }) => row === stock && column === stock),
    );
    this.rowOf = Int32Array.from(graph.entries, ({ row }) => row);
    this.columnOf = Int32Array.from(graph.entries, ({ column }) => column);
    this.rate = new Float64Array(this.size);
    this.slope = new Float64Array(graph.entries.length);
    this.#kernel = restKernel(graph);
    this.#fixed = new Float64Array(this.#kernel.fixedCount);
    this.#work = new Float64Array(this.#kernel.workCount);
  }

  /** Begins a run: takes over its constants from `values`, shape `[variables]`. */
  begin(values: Float64Array, { start, stop, dt }: { start: number; stop: number; dt: number }): void {
    this.#kernel.settle(values, this.#fixed, start, stop, dt);
    this.effort.rates = 0;
    this.effort.jacobians = 0;
    this.effort.factorizations = 0;
  }

  /** Rates at a state, into `rate`, shape `[stocks]`. */
  ratesAt(state: Float64Array, rate: Float64Array): void {
    this.effort.rates += 1;
    this.#kernel.rates(state, this.#fixed, this.#work, rate);
  }

  /** Rates and Jacobian at a state, into {@link rate} and {@link slope}. */
  slopesAt(state: Float64Array): void {
    this.effort.jacobians += 1;
    this.#kernel.slopes(state, this.#fixed, this.#work, this.rate, this.slope);
  }

  /** Factors (shift I - J) for {@link ShiftedSystem.solve}. */
  factor(shift: number): void {
    this.effort.factorizations += 1;
    this.system.factor(this.slope, shift);
  }
}
