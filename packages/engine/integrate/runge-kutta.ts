/** An explicit Runge-Kutta method whose stages each build on the one before. */
export interface Stages {
  readonly stages: readonly { readonly offset: number; readonly weight: number }[];
  /** Sum of the weights. */
  readonly divisor: number;
}

/**
 * Heun's method of order 2, and the classical method of order 4. Every backend computes, for each stage in turn,
 * `y = s + (offset * dt) * rate` from the rate of the stage before (0 at the first), then the rate at `y`,
 * then `sum = sum + weight * rate` from 0; and at the end `s = s + (dt / divisor) * sum`.
 *
 * @source Heun 1900; Kutta 1901; Hairer, Norsett and Wanner, Solving Ordinary Differential Equations I, II.1.
 */
export const RUNGE_KUTTA = {
  rk2: {
    stages: [
      { offset: 0, weight: 1 },
      { offset: 1, weight: 1 },
    ],
    divisor: 2,
  },
  rk4: {
    stages: [
      { offset: 0, weight: 1 },
      { offset: 0.5, weight: 2 },
      { offset: 0.5, weight: 2 },
      { offset: 1, weight: 1 },
    ],
    divisor: 6,
  },
} as const satisfies Readonly<Record<'rk2' | 'rk4', Stages>>;
