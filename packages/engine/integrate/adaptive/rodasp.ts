import { LinearSystem } from './linear-system.js';
import type { Rates, StepMethod } from './step-method.js';

const GAMMA = 0.25;
const NODES = [0, 0.75, 0.21, 0.63, 1, 1];
/** Weights of the time derivative in each stage. */
const TIME = [0.25, -0.5, -0.023504, -0.0362, 0, 0];
const STATE: readonly (readonly number[])[] = [
  [],
  [3],
  [1.831036793486759, 0.4955183967433795],
  [2.304376582692669, -0.05249275245743001, -1.176798761832782],
  [-7.170454962423024, -4.741636671481785, -16.31002631330971, -1.062004044111401],
  [-7.170454962423024, -4.741636671481785, -16.31002631330971, -1.062004044111401, 1],
];
const COUPLING: readonly (readonly number[])[] = [
  [],
  [-12],
  [-8.791795173947035, -2.207865586973518],
  [10.81793056857153, 6.780270611428266, 19.5348594464241],
  [34.19095006749676, 15.49671153725963, 54.7476087596413, 14.16005392148534],
  [34.62605830930532, 15.30084976114473, 56.99955578662667, 18.40807009793095, -5.714285714285717],
];

/** Size of a stock below which differences are taken as if it had this size. */
const SMALL = 1e-5;

/**
 * RODASP: a linearly implicit (Rosenbrock) method of order 4 with an embedded one of order 3, stable however fast
 * some of the rates are, and chosen to keep its order where fast rates follow the clock. Each step solves six systems with one matrix, made of the Jacobian by differences. Its
 * continuous extension is of lower order than the method, and is left out: steps end where values are wanted.
 *
 * @source Hairer and Wanner, Solving Ordinary Differential Equations II, IV.7; coefficients of Steinebach 1995 as in
 * their code RODAS.
 */
export function rodasp(count: number, rates: Rates): StepMethod {
  const vector = (): Float64Array => new Float64Array(count);
  const stages = NODES.map(vector);
  const at = (stage: number): Float64Array => stages[stage] ?? vector();
  const system = new LinearSystem(count);
  const jacobian = new Float64Array(count * count);
  const [first, overTime, trial, slope] = [vector(), vector(), vector(), vector()];
  let isKnown = false;

  const weighted = (weights: readonly number[], stock: number): number => {
    let sum = 0;
    for (let stage = 0; stage < weights.length; stage += 1) {
      sum += (weights[stage] ?? 0) * (at(stage)[stock] ?? Number.NaN);
    }
    return sum;
  };

  /** Rates and their derivatives by stock and by time, at the beginning of a step. */
  function differentiate(offset: number, h: number, state: Float64Array): void {
    rates(offset, state, first);
    trial.set(state);
    for (let stock = 0; stock < count; stock += 1) {
      const value = state[stock] ?? Number.NaN;
      const shift = Math.sqrt(Number.EPSILON * Math.max(SMALL, Math.abs(value)));
      // The shift that is really made, after rounding.
      trial[stock] = value + shift;
      const made = (trial[stock] ?? Number.NaN) - value;
      rates(offset, trial, slope);
      for (let row = 0; row < count; row += 1) {
        jacobian[row * count + stock] = ((slope[row] ?? Number.NaN) - (first[row] ?? Number.NaN)) / made;
      }
      trial[stock] = value;
    }
    // Looks forward within the step, where rates that follow the clock are smooth.
    const shift = Math.sqrt(Number.EPSILON) * Math.max(h, Number.EPSILON * Math.abs(offset));
    const made = offset + shift - offset;
    rates(offset + shift, state, slope);
    for (let row = 0; row < count; row += 1) {
      overTime[row] = made > 0 ? ((slope[row] ?? Number.NaN) - (first[row] ?? Number.NaN)) / made : 0;
    }
  }

  return {
    errorOrder: 4,
    attempt(offset, h, state, next, error) {
      if (!isKnown) differentiate(offset, h, state);
      isKnown = true;
      for (let index = 0; index < jacobian.length; index += 1) {
        system.matrix[index] = -(jacobian[index] ?? Number.NaN);
      }
      for (let row = 0; row < count; row += 1) {
        const place = row * count + row;
        system.matrix[place] = (system.matrix[place] ?? Number.NaN) + 1 / (GAMMA * h);
      }
      if (!system.factor()) {
        error.fill(Number.NaN);
        return;
      }
      for (let stage = 0; stage < NODES.length; stage += 1) {
        if (stage === 0) slope.set(first);
        else {
          for (let stock = 0; stock < count; stock += 1) {
            trial[stock] = (state[stock] ?? Number.NaN) + weighted(STATE[stage] ?? [], stock);
          }
          rates(offset + (NODES[stage] ?? 0) * h, trial, slope);
        }
        const side = at(stage);
        for (let stock = 0; stock < count; stock += 1) {
          const coupled = weighted(COUPLING[stage] ?? [], stock) / h;
          const byTime = h * (TIME[stage] ?? 0) * (overTime[stock] ?? Number.NaN);
          side[stock] = (slope[stock] ?? Number.NaN) + coupled + byTime;
        }
        system.solve(side);
      }
      const last = at(NODES.length - 1);
      error.set(last);
      for (let stock = 0; stock < count; stock += 1) {
        next[stock] = (trial[stock] ?? Number.NaN) + (last[stock] ?? Number.NaN);
      }
    },
    restart() {
      isKnown = false;
    },
    accept() {
      isKnown = false;
    },
  };
}
