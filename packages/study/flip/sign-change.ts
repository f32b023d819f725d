/** Where a difference is looked for to change its sign. */
export interface SearchRange {
  readonly start: number;
  readonly low: number;
  readonly high: number;
}

/** A value of one range at which the difference is wanted. */
export interface SearchPoint {
  readonly range: number;
  readonly value: number;
}

/** What a search of one range found. */
export type SignChange =
  /** The nearest value, by distance from the start, at which the sign changes, to `within`. */
  | { readonly kind: 'changes'; readonly at: number; readonly within: number }
  /** None of the values looked at has the other sign; no difference is no reversal. */
  | { readonly kind: 'holds' }
  /** The difference is not a number at `from`, and has the same sign at all values looked at before. */
  | { readonly kind: 'unknown'; readonly from: number };

/** Values looked at on either side of the start. */
export const LOOKS = 24;
/** Times that the stretch with the change is halved. */
const HALVINGS = 32;

/** A stretch of a range: the difference has the sign of the start at `same`, and another at `other`. */
interface Stretch {
  readonly range: number;
  same: number;
  other: number;
}

/**
 * Finds, for each range on its own, the value nearest to the start at which a difference changes its sign: evenly spread
 * values outwards first, then halving. Two changes that lie closer together than a look are missed.
 *
 * @param difference - Answers for many points at once; NaN where there is no value.
 * @returns Shape [ranges]; nothing where the difference at the start is 0 or not a number.
 */
export function signChanges(
  ranges: readonly SearchRange[],
  difference: (points: readonly SearchPoint[]) => ArrayLike<number>,
): readonly SignChange[] | undefined {
  const search = signSearch(ranges);
  let step = search.next();
  while (step.done !== true) step = search.next(difference(step.value));
  return step.value;
}

/**
 * The search of {@link signChanges} as questions and answers, for those who must wait for their answers: yields points,
 * and wants the differences there.
 */
export function* signSearch(
  ranges: readonly SearchRange[],
): Generator<readonly SearchPoint[], readonly SignChange[] | undefined, ArrayLike<number>> {
  const first = ranges[0];
  if (first === undefined) return [];
  const sign = Math.sign((yield [{ range: 0, value: first.start }])[0] ?? Number.NaN);
  if (sign === 0 || Number.isNaN(sign)) return undefined;
  const ways = ranges.flatMap((range, at) =>
    [range.low, range.high]
      .filter((end) => end !== range.start)
      .map((end) => ({ at, values: looks(range.start, end) })),
  );
  const seen = yield ways.flatMap(({ at, values }) => values.map((value) => ({ range: at, value })));
  const stretches: Stretch[] = [];
  const unknown = new Map<number, number>();
  for (const [position, { at, values }] of ways.entries()) {
    let same = ranges[at]?.start ?? Number.NaN;
    for (const [index, value] of values.entries()) {
      const found = seen[position * LOOKS + index] ?? Number.NaN;
      if (Number.isNaN(found)) {
        unknown.set(at, nearer(ranges[at], unknown.get(at), value));
        break;
      }
      if (Math.sign(found) === -sign) {
        stretches.push({ range: at, same, other: value });
        break;
      }
      same = value;
    }
  }
  for (let halving = 0; halving < HALVINGS && stretches.length > 0; halving += 1) {
    const middles = stretches.map(({ range, same, other }) => ({ range, value: (same + other) / 2 }));
    const found = yield middles;
    for (const [at, stretch] of stretches.entries()) {
      const middle = middles[at]?.value ?? Number.NaN;
      if (Math.sign(found[at] ?? Number.NaN) === -sign) stretch.other = middle;
      else stretch.same = middle;
    }
  }
  return ranges.map((range, at): SignChange => {
    const own = stretches
      .filter((stretch) => stretch.range === at)
      .sort((one, other) => Math.abs(one.other - range.start) - Math.abs(other.other - range.start))[0];
    if (own !== undefined) return { kind: 'changes', at: own.other, within: Math.abs(own.other - own.same) };
    const from = unknown.get(at);
    return from === undefined ? { kind: 'holds' } : { kind: 'unknown', from };
  });
}

function looks(start: number, end: number): readonly number[] {
  return Array.from({ length: LOOKS }, (_, look) =>
    look + 1 === LOOKS ? end : start + ((end - start) * (look + 1)) / LOOKS,
  );
}

function nearer(range: SearchRange | undefined, known: number | undefined, value: number): number {
  if (range === undefined || known === undefined) return value;
  return Math.abs(known - range.start) <= Math.abs(value - range.start) ? known : value;
}
