import { column, element, type Matrix, matrix } from '../numeric/matrix.js';
import { factor, inverseDiagonal, solve } from '../statistics/cholesky.js';
import { correlationMatrix, dot, products, standardized } from '../statistics/correlation-matrix.js';
import { rank } from '../statistics/ranks.js';
import { isConstantInput } from '../table/usable-runs.js';
import type { UndefinedReason } from './index-cell.js';

/** Whether values or their ranks are correlated. */
export type Scale = 'rank' | 'raw';

/** Below this share of unexplained variance the output is an exact linear function. */
const EXACT = 1e-12;
/** A coefficient of an exact fit below this is 0. */
const NO_COEFFICIENT = 1e-6;

/** Inputs of one set of runs, factored once for all outputs. */
export interface Regressors {
  readonly runs: number;
  /** Standardized columns of the basis, shape [n x rank]. */
  readonly columns: Matrix;
  /** For each input its place in the basis, or why it has none. */
  readonly places: readonly (number | Excluded)[];
  readonly lower: Matrix;
  /** Variance inflation factors of the basis, shape [rank]. */
  readonly inflation: Float64Array;
  /** Largest absolute correlation of two inputs of the basis; 0 where there are fewer than two. */
  readonly largestCorrelation: number;
  /** Standardized columns of all inputs that vary, by number of the input. */
  readonly varied: ReadonlyMap<number, Float64Array>;
}

/** Why an input is not in the regression, and the numbers of the inputs that belong to the reason. */
export interface Excluded {
  readonly reason: UndefinedReason;
  readonly with: readonly number[];
}

/** Prepares inputs, shape [n x k], rows already chosen. */
export function prepareRegressors(inputs: Matrix, categorical: readonly boolean[], scale: Scale): Regressors {
  const varied = new Map<number, Float64Array>();
  const places: (number | Excluded)[] = [];
  for (let j = 0; j < inputs.columns; j += 1) {
    const values = column(inputs, j);
    if (categorical[j] === true) places[j] = { reason: 'categorical-input', with: [] };
    else if (isConstantInput(values)) places[j] = { reason: 'constant-input', with: [] };
    else varied.set(j, standardized(scale === 'rank' ? rank(values).ranks : values));
  }
  const numbers = [...varied.keys()];
  const all = fromList(inputs.rows, [...varied.values()]);
  const correlations = correlationMatrix(all);
  const { lower, basis, dependent } = factor(correlations);
  for (const [c, j] of numbers.entries()) {
    const set = dependent.get(c);
    places[j] =
      set === undefined
        ? basis.indexOf(c)
        : {
            reason: 'collinear',
            with: set.filter((member) => member !== c).map((member) => numbers[member] ?? 0),
          };
  }
  let largestCorrelation = 0;
  for (let i = 0; i < all.columns; i += 1)
    for (let j = 0; j < i; j += 1)
      largestCorrelation = Math.max(largestCorrelation, Math.abs(element(correlations, i, j)));
  return {
    runs: inputs.rows,
    columns:
      basis.length === all.columns
        ? all
        : fromList(
            inputs.rows,
            basis.map((c) => column(all, c)),
          ),
    places,
    lower,
    inflation: inverseDiagonal(lower),
    largestCorrelation,
    varied,
  };
}

function fromList(rows: number, list: readonly Float64Array[]): Matrix {
  const made = matrix(rows, list.length);
  for (const [j, values] of list.entries()) column(made, j).set(values);
  return made;
}

/** The regression of one output on all inputs of the basis. */
export interface Regression {
  readonly rSquared: number;
  /** Standardized coefficients, partial and semi-partial correlations of the basis, shape [rank]. */
  readonly coefficients: Float64Array;
  readonly partial: Float64Array;
  readonly semiPartial: Float64Array;
  /** Correlations of the basis with the output, shape [rank]. */
  readonly simple: Float64Array;
  /** Whether the fit is exact; `partial` is then 1, -1, or 0 for "undefined". */
  readonly exact: boolean;
}

/**
 * Regression of a standardized output: beta = C^-1 b, partial = beta / sqrt(beta^2 + (1 - R^2) V).
 *
 * @source Equals the residual definition (Saltelli and others 2000, Sensitivity Analysis, 2.4): by the inverse of
 * the correlation matrix (Whittaker 1990, Graphical Models in Applied Multivariate Statistics, 5.7 and 5.8).
 */
export function regress({ columns, lower, inflation }: Regressors, output: Float64Array): Regression {
  const simple = products(columns, output);
  const coefficients = solve(lower, simple);
  const explained = dot(simple, coefficients);
  const rest = 1 - explained;
  const exact = rest < EXACT;
  const partial = coefficients.map((beta, j) => {
    if (exact) return Math.abs(beta) > NO_COEFFICIENT ? Math.sign(beta) : 0;
    return beta / Math.sqrt(beta * beta + rest * (inflation[j] ?? 1));
  });
  const semiPartial = coefficients.map((beta, j) => beta / Math.sqrt(inflation[j] ?? 1));
  return { rSquared: Math.min(1, Math.max(0, explained)), coefficients, partial, semiPartial, simple, exact };
}
