/**
 * A Rosenbrock method of three stages and third order, with an error bound of second order and two evaluations of the
 * rates: L-stable, so that fast disturbances die out however long the step is. Each stage solves
 *
 *     (1 / (h gamma) I - J) k = f + (sum of c k) / h
 *
 * with f at the state for the first stage, and at the state + k1 for the others; the step is y + k1 + m2 k2 + m3 k3, and
 * its error e1 k1 + e2 k2 + e3 k3.
 *
 * @source Sandu, Verwer, Blom, Spee, Carmichael and Potra 1997, Benchmarking stiff ODE solvers for atmospheric
 *   chemistry problems II: Rosenbrock solvers, Atmospheric Environment 31; the method named ROS3.
 */
export const ROSENBROCK = {
  gamma: 0.435866521508459,
  c21: -1.0156171083877703,
  c31: 4.07599564525377,
  c32: 9.20767942983308,
  m2: 6.1697947043828245,
  m3: -0.42772256543218573,
  e1: 0.5,
  e2: -2.907955871680547,
  e3: 0.2235406989781157,
} as const;

/** Order of the error bound: an error falls with this power of the step. */
export const ERROR_ORDER = 3;
