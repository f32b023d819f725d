/**
 * The four stages of the classical Runge-Kutta method. Every backend computes, for each stage in turn,
 * `y = s + (offset * dt) * rate` from the rate of the stage before (0 at the first), then the rate at `y`,
 * then `sum = sum + weight * rate` from 0; and at the end `s = s + (dt / 6) * sum`.
 *
 * @source Kutta 1901; Hairer, Norsett and Wanner, Solving Ordinary Differential Equations I, table 1.2.
 */
export const RK4_STAGES = [
  { offset: 0, weight: 1 },
  { offset: 0.5, weight: 2 },
  { offset: 0.5, weight: 2 },
  { offset: 1, weight: 1 },
] as const;
