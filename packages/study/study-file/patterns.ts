import type { MEASURES, PatternsFile } from './patterns-schema.js';
import { type Situation, situationOf } from './reality-checks.js';

/** What is measured of a curve. */
export type Measure = (typeof MEASURES)[number];

/** A time as written: a number, or a turn of the pattern with what is added to it. */
export type Moment = number | { readonly turn: string; readonly plus: number };

/** A turning point: the lowest or highest value in a window. */
export interface Turn {
  readonly name: string;
  readonly kind: 'lowest' | 'highest';
  readonly from: Moment;
  readonly to: Moment;
}

/** A run whose outcome is looked at, and what its values are shares of. */
export interface Curve extends Situation {
  readonly relativeTo?: number | Situation;
}

/** Limits of a measure; one that is absent does not bind. */
export interface Bounds {
  readonly atLeast?: number;
  readonly atMost?: number;
}

/** One thing that is measured of a curve, and what it must be. */
export interface Criterion {
  readonly measure: Measure;
  readonly at?: Moment;
  readonly from?: Moment;
  readonly level: number;
  readonly bounds: Bounds;
  readonly comparedWith?: Curve;
  /** Bounds over parameter sets; absent where the criterion is left out there. */
  readonly overSets?: Bounds;
}

/** A pattern of behavior that a model must show. */
export interface Pattern {
  readonly id: string;
  readonly title: string;
  readonly because: string;
  readonly source: string;
  readonly outcome: string;
  readonly given: Curve;
  /** The stop time of the file where absent. */
  readonly until?: number;
  readonly turns: readonly Turn[];
  readonly expect: readonly Criterion[];
}

/** How parameters vary where patterns are evaluated over many sets of them. */
export interface PatternSets {
  /** Id of a set of ranges. */
  readonly ranges: string;
  /** Names of inputs that are shares of one whole. */
  readonly sumToOne: readonly string[];
  readonly dt?: number;
}

/** The patterns of a study. */
export interface Patterns {
  /** Model time between values of a curve. */
  readonly every: number;
  readonly sets?: PatternSets;
  readonly tests: readonly Pattern[];
}

/** The patterns of a study that has none. */
export const NO_PATTERNS: Patterns = { every: 1, tests: [] };

/** The patterns of a study file, in its order. */
export function patternsOf({ every, sets, tests }: PatternsFile): Patterns {
  return {
    every,
    ...(sets === undefined
      ? {}
      : {
          sets: {
            ranges: sets.ranges,
            sumToOne: sets.sum_to_one,
            ...(sets.dt === undefined ? {} : { dt: sets.dt }),
          },
        }),
    tests: Object.entries(tests).map(([id, test]) => ({
      id,
      title: test.title,
      because: test.because,
      source: test.source,
      outcome: test.of,
      given: curveOf(test.given),
      ...(test.until === undefined ? {} : { until: test.until }),
      turns: Object.entries(test.turns).map(([name, turn]) => turnOf(name, turn)),
      expect: test.expect.map(criterionOf),
    })),
  };
}

type PatternFile = PatternsFile['tests'][string];
type CurveFile = PatternFile['given'];

function curveOf(file: CurveFile): Curve {
  const { relative_to: relative } = file;
  if (relative === undefined) return situationOf(file);
  return {
    ...situationOf(file),
    relativeTo: typeof relative === 'number' ? relative : situationOf(relative),
  };
}

function turnOf(name: string, file: PatternFile['turns'][string]): Turn {
  const [kind, [from, to]] =
    'lowest' in file ? (['lowest', file.lowest] as const) : (['highest', file.highest] as const);
  return { name, kind, from: momentOf(from), to: momentOf(to) };
}

/** `peak + 36` and the like; what cannot be read is taken as the name of a turn, which then is not found. */
function momentOf(written: number | string): Moment {
  if (typeof written === 'number') return written;
  const [, turn = written, sign = '+', number = '0'] =
    /^([a-z][a-z0-9-]*)\s*(?:([+-])\s*(\d+(?:\.\d+)?))?$/.exec(written) ?? [];
  return { turn, plus: (sign === '-' ? -1 : 1) * Number(number) };
}

function criterionOf(file: PatternFile['expect'][number]): Criterion {
  const { at, from, level = 1, compared_with: comparedWith, over_sets: overSets } = file;
  const bounds = boundsOf(file);
  return {
    measure: file.measure,
    ...(at === undefined ? {} : { at: momentOf(at) }),
    ...(from === undefined ? {} : { from: momentOf(from) }),
    level,
    bounds,
    ...(comparedWith === undefined ? {} : { comparedWith: curveOf(comparedWith) }),
    ...(overSets === 'left out' ? {} : { overSets: overSets === undefined ? bounds : boundsOf(overSets) }),
  };
}

function boundsOf(file: {
  readonly at_least?: number | undefined;
  readonly at_most?: number | undefined;
}): Bounds {
  const { at_least: atLeast, at_most: atMost } = file;
  return {
    ...(atLeast === undefined ? {} : { atLeast }),
    ...(atMost === undefined ? {} : { atMost }),
  };
}
