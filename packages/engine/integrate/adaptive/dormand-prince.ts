import type { Rates, StepMethod } from './step-method.js';

const NODES = [0, 1 / 5, 3 / 10, 4 / 5, 8 / 9, 1, 1];
const STAGES: readonly (readonly number[])[] = [
  [],
  [1 / 5],
  [3 / 40, 9 / 40],
  [44 / 45, -56 / 15, 32 / 9],
  [19372 / 6561, -25360 / 2187, 64448 / 6561, -212 / 729],
  [9017 / 3168, -355 / 33, 46732 / 5247, 49 / 176, -5103 / 18656],
  [35 / 384, 0, 500 / 1113, 125 / 192, -2187 / 6784, 11 / 84],
];
/** Weights of the result minus those of the embedded one of order 4. */
const ERROR = [71 / 57600, 0, -71 / 16695, 71 / 1920, -17253 / 339200, 22 / 525, -1 / 40];
/** Weights of the last term of the continuous extension. */
const DENSE = [
  -12715105075 / 11282082432,
  0,
  87487479700 / 32700410799,
  -10690763975 / 1880347072,
  701980252875 / 199316789632,
  -1453857185 / 822651844,
  69997945 / 29380423,
];

/**
 * The Runge-Kutta pair of orders 5 and 4 of Dormand and Prince, with its continuous extension of order 4.
 *
 * @source Dormand and Prince 1980; Hairer, Norsett and Wanner, Solving Ordinary Differential Equations I, tables
 * II.5.2 and II.6 (6.12).
 */
export function dormandPrince(count: number, rates: Rates): StepMethod {
  const slopes = STAGES.map(() => new Float64Array(count));
  const at = (stage: number): Float64Array => slopes[stage] ?? new Float64Array(count);
  const dense = Array.from({ length: 5 }, () => new Float64Array(count));
  let knowsFirst = false;

  /** Sum of slopes with these weights, for one stock. */
  const weighted = (weights: readonly number[], stock: number): number => {
    let sum = 0;
    for (let stage = 0; stage < weights.length; stage += 1) {
      sum += (weights[stage] ?? 0) * (at(stage)[stock] ?? Number.NaN);
    }
    return sum;
  };

  return {
    errorOrder: 5,
    attempt(offset, h, state, next, error) {
      if (!knowsFirst) rates(offset, state, at(0));
      knowsFirst = true;
      for (let stage = 1; stage < STAGES.length; stage += 1) {
        const weights = STAGES[stage] ?? [];
        for (let stock = 0; stock < count; stock += 1) {
          next[stock] = (state[stock] ?? Number.NaN) + h * weighted(weights, stock);
        }
        rates(offset + (NODES[stage] ?? 0) * h, next, at(stage));
      }
      for (let stock = 0; stock < count; stock += 1) error[stock] = h * weighted(ERROR, stock);
    },
    restart() {
      knowsFirst = false;
    },
    accept(h, state, next) {
      const [c0, c1, c2, c3, c4] = dense;
      for (let stock = 0; stock < count; stock += 1) {
        const before = state[stock] ?? Number.NaN;
        const change = (next[stock] ?? Number.NaN) - before;
        const bend = h * (at(0)[stock] ?? Number.NaN) - change;
        if (c0 !== undefined) c0[stock] = before;
        if (c1 !== undefined) c1[stock] = change;
        if (c2 !== undefined) c2[stock] = bend;
        if (c3 !== undefined) c3[stock] = change - h * (at(6)[stock] ?? Number.NaN) - bend;
        if (c4 !== undefined) c4[stock] = h * weighted(DENSE, stock);
      }
      // The last stage stands at the result: it is the first of the next step.
      at(0).set(at(6));
    },
    within(fraction, out) {
      const rest = 1 - fraction;
      const part = (index: number, stock: number): number => dense[index]?.[stock] ?? Number.NaN;
      for (let stock = 0; stock < count; stock += 1) {
        const inner = part(3, stock) + rest * part(4, stock);
        const middle = part(2, stock) + fraction * inner;
        out[stock] = part(0, stock) + fraction * (part(1, stock) + rest * middle);
      }
    },
  };
}
