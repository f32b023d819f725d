import type { DIRECTIONS, RealityChecksFile } from './reality-checks-schema.js';

/** A scenario and what is set on top of it, by names as written. */
export interface Situation {
  /** The baseline where absent. */
  readonly scenario?: string;
  readonly set: ReadonlyMap<string, number>;
}

/** What an outcome is expected to do. */
export type Direction = (typeof DIRECTIONS)[number];

/** A statement about what must happen if something else happens (Peterson and Eberlein 1994). */
export interface RealityCheck {
  readonly id: string;
  readonly because: string;
  readonly source: string;
  /** `start`: whether stocks start as the file has them, or at the baseline's point of rest. */
  readonly given: Situation & { readonly start: 'file' | 'rest' };
  readonly expect: {
    readonly outcome: string;
    readonly direction: Direction;
    /** The limit of `at most` and `at least`. */
    readonly value?: number;
    /** Least relative change for `lower` and `higher`. */
    readonly by: number;
    /** Largest relative change for `about the same`. */
    readonly within: number;
    /** What it is compared with. */
    readonly against: Situation;
    /** Model time, or the point of rest. */
    readonly at: 'rest' | number;
  };
}

/** The Reality Checks of a study file, in its order. */
export function realityChecksOf(file: RealityChecksFile): readonly RealityCheck[] {
  return Object.entries(file).map(([id, { because, source, given, expect }]) => {
    const { value, against, ...rest } = expect;
    return {
      id,
      because,
      source,
      given: { ...situationOf(given), start: given.start },
      expect: {
        ...rest,
        ...(value === undefined ? {} : { value }),
        against: against === undefined ? { set: new Map() } : situationOf(against),
      },
    };
  });
}

/** A situation as read. */
export function situationOf(file: {
  readonly scenario?: string | undefined;
  readonly set: Readonly<Record<string, number>>;
}): Situation {
  const set = new Map(Object.entries(file.set));
  return file.scenario === undefined ? { set } : { scenario: file.scenario, set };
}

/** Whether a situation sets one of these names. */
export function setsAny({ set }: Situation, isGone: (name: string) => boolean): boolean {
  return [...set.keys()].some(isGone);
}
