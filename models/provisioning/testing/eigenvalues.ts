/** A complex number. */
export interface Complex {
  readonly re: number;
  readonly im: number;
}

/** Rates of change of a state. */
export type Rates = (state: readonly number[]) => readonly number[];

/** Central differences at a state: `jacobian[i][j]` is the derivative of rate i by state j. */
export function jacobianAt(rates: Rates, state: readonly number[]): readonly (readonly number[])[] {
  const columns = state.map((value, j) => {
    const step = 1e-5 * Math.max(Math.abs(value), 1e-3);
    const moved = (by: number) => rates(state.map((other, k) => (k === j ? other + by : other)));
    const [up, down] = [moved(step), moved(-step)];
    return up.map((rate, i) => (rate - (down[i] ?? Number.NaN)) / (2 * step));
  });
  return state.map((_, i) => columns.map((column) => column[i] ?? Number.NaN));
}

/**
 * Eigenvalues of a small real matrix: the roots of its characteristic polynomial, found one after another by
 * Newton's method on det(A - zI), with the roots found so far divided out.
 */
export function eigenvalues(matrix: readonly (readonly number[])[]): readonly Complex[] {
  const found: Complex[] = [];
  while (found.length < matrix.length) {
    const root = nextRoot(matrix, found);
    found.push(root);
    if (Math.abs(root.im) > 1e-9) found.push({ re: root.re, im: -root.im });
  }
  return found;
}

function nextRoot(matrix: readonly (readonly number[])[], found: readonly Complex[]): Complex {
  for (const start of STARTS) {
    let z = start;
    for (let turn = 0; turn < 300; turn += 1) {
      const slope = logSlope(matrix, z);
      if (slope === undefined) return settled(z);
      const rest = found.reduce((sum, root) => minus(sum, over(ONE, minus(z, root))), slope);
      const step = over(ONE, rest);
      if (!Number.isFinite(step.re) || !Number.isFinite(step.im)) break;
      z = minus(z, step);
      if (Math.hypot(step.re, step.im) < 1e-13) return settled(z);
    }
  }
  throw new Error('no eigenvalue found');
}

const ONE: Complex = { re: 1, im: 0 };
const STARTS: readonly Complex[] = [
  { re: 0.02, im: 0.25 },
  { re: -0.3, im: 0.1 },
  { re: 0.05, im: 0 },
  { re: -1, im: 0.5 },
];

function settled({ re, im }: Complex): Complex {
  return { re, im: Math.abs(im) < 1e-9 ? 0 : im };
}

/** d/dz log det(zI - A) = trace((zI - A)^-1); nothing where the matrix is singular. */
function logSlope(matrix: readonly (readonly number[])[], z: Complex): Complex | undefined {
  const n = matrix.length;
  const rows = matrix.map((row, i) => [
    ...row.map((value, j) => ({ re: (i === j ? z.re : 0) - value, im: i === j ? z.im : 0 })),
    ...row.map((_, j) => ({ re: i === j ? 1 : 0, im: 0 })),
  ]);
  const cell = (i: number, j: number): Complex => rows[i]?.[j] ?? { re: Number.NaN, im: Number.NaN };
  for (let k = 0; k < n; k += 1) {
    let best = k;
    for (let i = k; i < n; i += 1) if (size(cell(i, k)) > size(cell(best, k))) best = i;
    if (size(cell(best, k)) < 1e-300) return undefined;
    const [top, swap] = [rows[k] ?? [], rows[best] ?? []];
    rows[best] = top;
    const pivot = swap[k] ?? ONE;
    rows[k] = swap.map((value) => over(value, pivot));
    for (let i = 0; i < n; i += 1) {
      if (i === k) continue;
      const factor = cell(i, k);
      rows[i] = (rows[i] ?? []).map((value, j) => minus(value, times(factor, cell(k, j))));
    }
  }
  let trace: Complex = { re: 0, im: 0 };
  for (let i = 0; i < n; i += 1) {
    const value = cell(i, n + i);
    trace = { re: trace.re + value.re, im: trace.im + value.im };
  }
  return trace;
}

const size = ({ re, im }: Complex) => Math.hypot(re, im);
const minus = (a: Complex, b: Complex): Complex => ({ re: a.re - b.re, im: a.im - b.im });
const times = (a: Complex, b: Complex): Complex => ({
  re: a.re * b.re - a.im * b.im,
  im: a.re * b.im + a.im * b.re,
});
function over(a: Complex, b: Complex): Complex {
  const square = b.re * b.re + b.im * b.im;
  return { re: (a.re * b.re + a.im * b.im) / square, im: (a.im * b.re - a.re * b.im) / square };
}
