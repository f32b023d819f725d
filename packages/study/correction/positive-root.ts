/** Relative width at which a root counts as found: a few units in the last place. */
const WIDTH = 4 * Number.EPSILON;
const MOST_CALLS = 200;

/** First step outwards, as a share of the start; how it grows, and how often. */
const FIRST_STEP = 0.02;
const WIDEN = 1.5;
const MOST_WIDENINGS = 40;

/**
 * A root of a function of one positive number near a start: looks outwards by growing factors for a change of sign,
 * then closes in by the method of false position in its Illinois form. Plain arithmetic only, so that every machine
 * finds the same number.
 *
 * @param f - May give NaN, which ends the search on that side.
 * @returns Undefined where no change of sign was found.
 * @source Dowell and Jarratt 1971, A modified regula falsi method, BIT 11.
 */
export function positiveRoot(f: (value: number) => number, start: number): number | undefined {
  const center = { at: start, value: f(start) };
  if (center.value === 0) return start;
  if (Number.isNaN(center.value)) return undefined;
  const bracket = bracketAround(f, center);
  if (bracket === undefined) return undefined;
  const found = closeIn(f, ...bracket);
  return Number.isNaN(found) ? undefined : found;
}

interface Point {
  readonly at: number;
  readonly value: number;
}

function bracketAround(f: (at: number) => number, center: Point): readonly [Point, Point] | undefined {
  let step = FIRST_STEP;
  const sides: Point[] = [center, center];
  const open = [true, true];
  for (let turn = 0; turn < MOST_WIDENINGS && (open[0] || open[1]); turn += 1) {
    for (const side of [0, 1]) {
      const inner = sides[side];
      if (!open[side] || inner === undefined) continue;
      const at = side === 0 ? inner.at / (1 + step) : inner.at * (1 + step);
      const outer = { at, value: at > 0 && Number.isFinite(at) ? f(at) : Number.NaN };
      if (Number.isNaN(outer.value)) {
        open[side] = false;
        continue;
      }
      if (Math.sign(outer.value) !== Math.sign(inner.value)) return [inner, outer];
      sides[side] = outer;
    }
    step *= WIDEN;
  }
  return undefined;
}

function closeIn(f: (at: number) => number, first: Point, second: Point): number {
  let left = first;
  let right = second;
  for (let call = 0; call < MOST_CALLS; call += 1) {
    if (right.value === 0 || Math.abs(right.at - left.at) <= WIDTH * right.at) return right.at;
    const between = right.at - (right.value * (right.at - left.at)) / (right.value - left.value);
    // Where one end is far out, the chord may land on the other: take the middle instead.
    const isInside = between > Math.min(left.at, right.at) && between < Math.max(left.at, right.at);
    const at = isInside ? between : (left.at + right.at) / 2;
    if (at === right.at || at === left.at) return at;
    const value = f(at);
    if (Number.isNaN(value)) return Number.NaN;
    // The end that stays twice loses half its weight, so that the other moves, too.
    left = Math.sign(value) === Math.sign(right.value) ? { at: left.at, value: left.value / 2 } : right;
    right = { at, value };
  }
  return right.at;
}
