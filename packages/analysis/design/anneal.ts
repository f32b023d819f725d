import { column, element, type Matrix, matrix, setElement } from '../numeric/matrix.js';
import { type Seed, stream, streamKey } from '../random/stream.js';
import { standardized } from '../statistics/correlation-matrix.js';
import { rank } from '../statistics/ranks.js';
import { spearmanMatrix } from './iman-conover.js';

/** How a Latin hypercube is improved by exchanges within its columns. */
export interface Annealing {
  /** `correlation`: the sum of squared rank correlations. `maximin`: the distances of the nearest runs. */
  readonly criterion: 'correlation' | 'maximin';
  /** Exchanges tried; 20,000 where nothing is said. */
  readonly moves?: number;
  /** Temperature at the start; 0.001 where nothing is said. */
  readonly temperature?: number;
}

const MOVES = 20_000;
const TEMPERATURE = 1e-3;
const COOLING = 0.9995;
/** Exponent of the distances. @source Morris and Mitchell 1995, equation 3. */
const POWER = 50;

interface Criterion {
  readonly start: number;
  /** By how much the criterion would change if rows a and b of a column changed places. */
  change(column: number, a: number, b: number): number;
  /** Does it; gives the new value of the criterion, up to a constant. */
  exchange(column: number, a: number, b: number): number;
}

/**
 * Exchanges entries within columns so that a criterion falls; the set of values of a column stays. Never ends above
 * where it began.
 *
 * @param unit - Shape [n x k]; changed in place.
 * @source Morris and Mitchell 1995, Exploratory designs for computational experiments, section 3.
 */
export function annealColumns(unit: Matrix, annealing: Annealing, seed: Seed): void {
  const { rows, columns } = unit;
  if (rows < 3 || columns < 2) return;
  const draws = stream(streamKey(seed, 'design/anneal'), 0);
  const criterion = annealing.criterion === 'correlation' ? correlationOf(unit) : maximinOf(unit);
  const best = unit.data.slice();
  let lowest = criterion.start;
  let temperature = annealing.temperature ?? TEMPERATURE;
  const moves = annealing.moves ?? MOVES;
  for (let move = 0; move < moves; move += 1) {
    const j = draws.below(columns);
    const a = draws.below(rows);
    const b = (a + 1 + draws.below(rows - 1)) % rows;
    const change = criterion.change(j, a, b);
    if (draws.next() < Math.exp(-change / temperature)) {
      const value = criterion.exchange(j, a, b);
      if (value < lowest) {
        lowest = value;
        best.set(unit.data);
      }
    }
    temperature *= COOLING;
  }
  unit.data.set(best);
}

function swap(values: Float64Array, a: number, b: number): void {
  const held = values[a] ?? 0;
  values[a] = values[b] ?? 0;
  values[b] = held;
}

/** Sum of squared rank correlations of all pairs: a move costs k steps. */
function correlationOf(unit: Matrix): Criterion {
  const ranked = matrix(unit.rows, unit.columns);
  for (let j = 0; j < unit.columns; j += 1) column(ranked, j).set(standardized(rank(column(unit, j)).ranks));
  const r = spearmanMatrix(unit);
  const shift = (j: number, other: number, a: number, b: number): number =>
    (element(ranked, b, j) - element(ranked, a, j)) * (element(ranked, a, other) - element(ranked, b, other));
  const changeOf = (j: number, a: number, b: number): number => {
    let change = 0;
    for (let other = 0; other < unit.columns; other += 1) {
      if (other === j) continue;
      const moved = shift(j, other, a, b);
      change += moved * (2 * element(r, j, other) + moved);
    }
    return change;
  };
  let value = 0;
  return {
    start: 0,
    change: changeOf,
    exchange(j, a, b) {
      value += changeOf(j, a, b);
      for (let other = 0; other < unit.columns; other += 1) {
        if (other === j) continue;
        const moved = element(r, j, other) + shift(j, other, a, b);
        setElement(r, j, other, moved);
        setElement(r, other, j, moved);
      }
      swap(column(ranked, j), a, b);
      swap(column(unit, j), a, b);
      return value;
    },
  };
}

/** Logarithm of phi_p: a move costs n steps, one that is accepted n^2. Distances are scaled by the mean one, so that no power overflows. */
function maximinOf(unit: Matrix): Criterion {
  const { rows, columns } = unit;
  const scale = Math.sqrt(columns / 6);
  const square = matrix(rows, rows);
  for (let i = 0; i < rows; i += 1)
    for (let h = 0; h < rows; h += 1) {
      let total = 0;
      for (let j = 0; j < columns; j += 1) total += (element(unit, i, j) - element(unit, h, j)) ** 2;
      setElement(square, i, h, total);
    }
  const closeness = (squared: number): number =>
    Math.max(1e-12, Math.sqrt(Math.max(0, squared)) / scale) ** -POWER;
  const whole = (): number => {
    let total = 0;
    for (let i = 0; i < rows; i += 1)
      for (let h = 0; h < i; h += 1) total += closeness(element(square, i, h));
    return total;
  };
  let total = whole();
  const movedSquare = (j: number, from: number, to: number, other: number): number => {
    const x = element(unit, other, j);
    return element(square, from, other) - (element(unit, from, j) - x) ** 2 + (element(unit, to, j) - x) ** 2;
  };
  const difference = (j: number, a: number, b: number): number => {
    let change = 0;
    for (let other = 0; other < rows; other += 1) {
      if (other === a || other === b) continue;
      change += closeness(movedSquare(j, a, b, other)) - closeness(element(square, a, other));
      change += closeness(movedSquare(j, b, a, other)) - closeness(element(square, b, other));
    }
    return change;
  };
  return {
    start: Math.log(total) / POWER,
    change: (j, a, b) => Math.log(Math.max(total + difference(j, a, b), Number.MIN_VALUE) / total) / POWER,
    exchange(j, a, b) {
      for (let other = 0; other < rows; other += 1) {
        if (other === a || other === b) continue;
        const [fromA, fromB] = [movedSquare(j, a, b, other), movedSquare(j, b, a, other)];
        setElement(square, a, other, fromA);
        setElement(square, other, a, fromA);
        setElement(square, b, other, fromB);
        setElement(square, other, b, fromB);
      }
      swap(column(unit, j), a, b);
      total = whole();
      return Math.log(total) / POWER;
    },
  };
}
