/** One eigenvalue. */
export interface Eigenvalue {
  readonly real: number;
  readonly imaginary: number;
}

/** Most sweeps for one eigenvalue; two or three are usual. */
const MOST_SWEEPS = 60;

/**
 * Eigenvalues of a real matrix, those with the largest real part first: balancing, reduction to Hessenberg form,
 * and the QR algorithm with double shifts. Of a pair, the one with positive imaginary part comes first.
 *
 * @param matrix - Row by row, shape `[size * size]`; finite.
 * @returns Nothing where the iteration does not settle.
 * @source Wilkinson and Reinsch 1971, Handbook for Automatic Computation, II/11 to II/14 (balance, elmhes, hqr).
 */
export function eigenvalues(matrix: Float64Array, size: number): readonly Eigenvalue[] | undefined {
  if (!matrix.every(Number.isFinite)) return undefined;
  const work = new Square(matrix.slice(), size);
  balance(work);
  reduceToHessenberg(work);
  const found = shiftedQr(work);
  return found?.sort((a, b) => b.real - a.real || b.imaginary - a.imaginary);
}

/** A square matrix in one array. */
class Square {
  constructor(
    readonly elements: Float64Array,
    readonly size: number,
  ) {}
  at(row: number, column: number): number {
    return this.elements[row * this.size + column] ?? Number.NaN;
  }
  set(row: number, column: number, value: number): void {
    this.elements[row * this.size + column] = value;
  }
}

/** Scales rows and columns by powers of two until they are alike in size: stocks come in all units. */
function balance(matrix: Square): void {
  const { size } = matrix;
  for (let settled = false; !settled; ) {
    settled = true;
    for (let i = 0; i < size; i += 1) {
      let column = 0;
      let row = 0;
      for (let j = 0; j < size; j += 1) {
        if (j === i) continue;
        column += Math.abs(matrix.at(j, i));
        row += Math.abs(matrix.at(i, j));
      }
      if (column === 0 || row === 0) continue;
      const exponent = Math.round(Math.log2(row / column) / 2);
      const factor = 2 ** exponent;
      if (exponent === 0 || column * factor + row / factor >= 0.95 * (column + row)) continue;
      settled = false;
      for (let j = 0; j < size; j += 1) matrix.set(i, j, matrix.at(i, j) / factor);
      for (let j = 0; j < size; j += 1) matrix.set(j, i, matrix.at(j, i) * factor);
    }
  }
}

/** Makes everything below the first subdiagonal 0, by eliminations with pivots. */
function reduceToHessenberg(matrix: Square): void {
  const { size } = matrix;
  for (let step = 1; step < size - 1; step += 1) {
    let pivot = step;
    for (let row = step; row < size; row += 1) {
      if (Math.abs(matrix.at(row, step - 1)) > Math.abs(matrix.at(pivot, step - 1))) pivot = row;
    }
    const largest = matrix.at(pivot, step - 1);
    if (largest === 0) continue;
    if (pivot !== step) {
      for (let j = 0; j < size; j += 1) swap(matrix, pivot, j, step, j);
      for (let i = 0; i < size; i += 1) swap(matrix, i, pivot, i, step);
    }
    for (let row = step + 1; row < size; row += 1) {
      const factor = matrix.at(row, step - 1) / largest;
      if (factor === 0) continue;
      for (let j = step - 1; j < size; j += 1)
        matrix.set(row, j, matrix.at(row, j) - factor * matrix.at(step, j));
      for (let i = 0; i < size; i += 1) matrix.set(i, step, matrix.at(i, step) + factor * matrix.at(i, row));
    }
  }
}

function swap(matrix: Square, rowA: number, columnA: number, rowB: number, columnB: number): void {
  const kept = matrix.at(rowA, columnA);
  matrix.set(rowA, columnA, matrix.at(rowB, columnB));
  matrix.set(rowB, columnB, kept);
}

/** Finds the eigenvalues of a Hessenberg matrix from the bottom up, one or two at a time. */
function shiftedQr(h: Square): Eigenvalue[] | undefined {
  const found: Eigenvalue[] = [];
  const norm = h.elements.reduce((sum, value) => sum + Math.abs(value), 0);
  let shifted = 0;
  let sweeps = 0;
  for (let last = h.size - 1; last >= 0; ) {
    const first = activeBlock(h, last, norm);
    if (first === last) {
      found.push({ real: h.at(last, last) + shifted, imaginary: 0 });
      last -= 1;
      sweeps = 0;
    } else if (first === last - 1) {
      found.push(...pairOf(h, last, shifted));
      last -= 2;
      sweeps = 0;
    } else {
      if (sweeps >= MOST_SWEEPS) return undefined;
      sweeps += 1;
      let shifts = shiftsOf(h, last);
      if (sweeps % 10 === 0) {
        // An exceptional shift breaks a cycle.
        const own = h.at(last, last);
        shifted += own;
        for (let i = 0; i <= last; i += 1) h.set(i, i, h.at(i, i) - own);
        const size = Math.abs(h.at(last, last - 1)) + Math.abs(h.at(last - 1, last - 2));
        shifts = { x: 0.75 * size, y: 0.75 * size, w: -0.4375 * size * size };
      }
      sweep(h, first, last, shifts);
    }
  }
  return found;
}

/** First row of the block at the bottom that does not fall apart. */
function activeBlock(h: Square, last: number, norm: number): number {
  let row = last;
  for (; row > 0; row -= 1) {
    const beside = Math.abs(h.at(row - 1, row - 1)) + Math.abs(h.at(row, row));
    if (Math.abs(h.at(row, row - 1)) <= Number.EPSILON * (beside === 0 ? norm : beside)) {
      h.set(row, row - 1, 0);
      break;
    }
  }
  return row;
}

function pairOf(h: Square, last: number, shifted: number): readonly Eigenvalue[] {
  const { x, y, w } = shiftsOf(h, last);
  const half = (y - x) / 2;
  const inside = half * half + w;
  const root = Math.sqrt(Math.abs(inside));
  if (inside < 0) {
    const real = x + half + shifted;
    return [
      { real, imaginary: root },
      { real, imaginary: -root },
    ];
  }
  const far = half + (half < 0 ? -root : root);
  const one = x + far;
  const other = far === 0 ? one : x - w / far;
  return [
    { real: one + shifted, imaginary: 0 },
    { real: other + shifted, imaginary: 0 },
  ];
}

interface Shifts {
  readonly x: number;
  readonly y: number;
  readonly w: number;
}

function shiftsOf(h: Square, last: number): Shifts {
  return {
    x: h.at(last, last),
    y: h.at(last - 1, last - 1),
    w: h.at(last, last - 1) * h.at(last - 1, last),
  };
}

/** One double-shift sweep over rows `first` to `last`. */
function sweep(h: Square, first: number, last: number, { x, y, w }: Shifts): void {
  let [p, q, r] = [0, 0, 0];
  let start = last - 2;
  for (; start >= first; start -= 1) {
    const z = h.at(start, start);
    const [right, below] = [x - z, y - z];
    p = (right * below - w) / h.at(start + 1, start) + h.at(start, start + 1);
    q = h.at(start + 1, start + 1) - z - right - below;
    r = h.at(start + 2, start + 1);
    const size = Math.abs(p) + Math.abs(q) + Math.abs(r);
    [p, q, r] = [p / size, q / size, r / size];
    if (start === first) break;
    const before = Math.abs(h.at(start, start - 1)) * (Math.abs(q) + Math.abs(r));
    const beside = Math.abs(h.at(start - 1, start - 1)) + Math.abs(z) + Math.abs(h.at(start + 1, start + 1));
    if (before <= Number.EPSILON * Math.abs(p) * beside) break;
  }
  for (let row = start + 2; row <= last; row += 1) {
    h.set(row, row - 2, 0);
    if (row > start + 2) h.set(row, row - 3, 0);
  }
  for (let k = start; k < last; k += 1) {
    const isLast = k === last - 1;
    let size = 1;
    if (k > start) {
      p = h.at(k, k - 1);
      q = h.at(k + 1, k - 1);
      r = isLast ? 0 : h.at(k + 2, k - 1);
      size = Math.abs(p) + Math.abs(q) + Math.abs(r);
      if (size === 0) continue;
      [p, q, r] = [p / size, q / size, r / size];
    }
    const length = Math.sqrt(p * p + q * q + r * r);
    const s = p < 0 ? -length : length;
    if (s === 0) continue;
    if (k > start) h.set(k, k - 1, -s * size);
    else if (first !== start) h.set(k, k - 1, -h.at(k, k - 1));
    p += s;
    const [u, v, z] = [p / s, q / s, r / s];
    q /= p;
    r /= p;
    for (let j = k; j <= last; j += 1) {
      const sum = h.at(k, j) + q * h.at(k + 1, j) + (isLast ? 0 : r * h.at(k + 2, j));
      h.set(k, j, h.at(k, j) - sum * u);
      h.set(k + 1, j, h.at(k + 1, j) - sum * v);
      if (!isLast) h.set(k + 2, j, h.at(k + 2, j) - sum * z);
    }
    for (let i = first; i <= Math.min(last, k + 3); i += 1) {
      const sum = u * h.at(i, k) + v * h.at(i, k + 1) + (isLast ? 0 : z * h.at(i, k + 2));
      h.set(i, k, h.at(i, k) - sum);
      h.set(i, k + 1, h.at(i, k + 1) - sum * q);
      if (!isLast) h.set(i, k + 2, h.at(i, k + 2) - sum * r);
    }
  }
}
