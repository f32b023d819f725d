import { setsAny } from './reality-checks.js';
import type { Study } from './study.js';

/** The Reality Checks and patterns of a study without those that set a name that its model has no more. */
export function checksWithout(
  { realityChecks, patterns }: Study,
  isGone: (name: string) => boolean,
): Pick<Study, 'realityChecks' | 'patterns'> {
  const { sets } = patterns;
  return {
    realityChecks: realityChecks.filter(
      ({ given, expect }) => !setsAny(given, isGone) && !setsAny(expect.against, isGone),
    ),
    patterns: {
      ...patterns,
      ...(sets === undefined
        ? {}
        : { sets: { ...sets, sumToOne: sets.sumToOne.filter((name) => !isGone(name)) } }),
      tests: patterns.tests.filter(({ given, expect }) =>
        [given, ...expect.flatMap(({ comparedWith }) => comparedWith ?? [])].every(
          (curve) =>
            !setsAny(curve, isGone) &&
            !(typeof curve.relativeTo === 'object' && setsAny(curve.relativeTo, isGone)),
        ),
      ),
    },
  };
}
