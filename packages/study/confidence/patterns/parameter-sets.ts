import { element, monteCarlo } from '@weir/analysis';
import type { PreparedStudy } from '../../execute/prepared-study.js';
import { resolveName } from '../../names/name-index.js';
import type { PatternSets } from '../../study-file/patterns.js';
import type { Row } from './pattern-runs.js';

/**
 * Sets of parameters drawn independently from a set of ranges. Set number i is a function of the seed and i alone.
 * Shares of one whole are rescaled to add up to 1.
 */
export function parameterSets(
  { bound }: PreparedStudy,
  { ranges, sumToOne }: PatternSets,
  sets: number,
  seed: number,
): readonly Row[] {
  const inputs = bound.ranges.get(ranges)?.inputs ?? [];
  const shares = new Set(
    sumToOne.flatMap((name) => {
      const found = resolveName(bound.names, name);
      return found.ok ? [found.value.slot] : [];
    }),
  );
  const design = monteCarlo(
    { inputs: inputs.map(({ name, distribution }) => ({ name, distribution })), seed },
    sets,
  );
  if (!design.ok) return [];
  return Array.from({ length: sets }, (_, row) => {
    const drawn = inputs.map(({ variable: { slot } }, place) => ({
      slot,
      value: element(design.value.inputs, row, place),
    }));
    const whole = drawn.reduce((sum, { slot, value }) => sum + (shares.has(slot) ? value : 0), 0);
    return drawn.map(({ slot, value }) => ({ slot, value: shares.has(slot) ? value / whole : value }));
  });
}
