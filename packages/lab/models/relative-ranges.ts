import type { LabConstant, LabRanges } from './lab-study.js';

/** A share of each value. */
const SPREADS: readonly (readonly [id: string, label: string, share: number])[] = [
  ['20pct', '±20 %', 0.2],
  ['wide', 'wide, ±50 %', 0.5],
];

/**
 * Ranges for a model whose study gives none: so much of each value above and below it. Constants of value 0 have no such
 * range, constants of value 1 are mostly switches and factors that only balance units, and what policies set is theirs.
 */
export function relativeRanges(
  constants: readonly LabConstant[],
  excluded: ReadonlySet<string>,
): readonly LabRanges[] {
  const varied = constants.filter(
    ({ key, value }) => !excluded.has(key) && value !== 0 && value !== 1 && Number.isFinite(value),
  );
  return SPREADS.map(([id, label, spread]) => ({
    id,
    label,
    justification: `Every constant within ${Math.round(100 * spread)} % of its value. Not evidence: a test of how much rests on single numbers.`,
    inputs: varied.map(({ key, value }) => {
      const ends = [value * (1 - spread), value * (1 + spread)] as const;
      return {
        name: key,
        distribution: { kind: 'uniform', low: Math.min(...ends), high: Math.max(...ends) },
      };
    }),
  }));
}
