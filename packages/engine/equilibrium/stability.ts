import { type Eigenvalue, eigenvalues } from './eigenvalues.js';
import type { Stability } from './equilibrium-result.js';
import type { RestMotion } from './rest-motion.js';

/** Real parts below this share of the largest eigenvalue are 0 but for rounding. */
const NEUTRAL_SHARE = 1e-9;

/** What eigenvalues say of a point of rest. */
export interface StabilityFinding {
  readonly stability: Stability;
  readonly slowestTime?: number;
}

/**
 * Judges a point by its eigenvalues.
 *
 * @param conserved - Number of totals that cannot change: as many eigenvalues are 0 for that reason, and are left
 *   out.
 */
export function stabilityOf(found: readonly Eigenvalue[] | undefined, conserved: number): StabilityFinding {
  if (found === undefined) return { stability: 'unchecked' };
  const size = ({ real, imaginary }: Eigenvalue): number => Math.hypot(real, imaginary);
  const largest = Math.max(0, ...found.map(size));
  const bySize = [...found].sort((a, b) => size(a) - size(b));
  const explained = bySize
    .slice(0, conserved)
    .filter((eigenvalue) => size(eigenvalue) <= NEUTRAL_SHARE * largest);
  const rest = found.filter((eigenvalue) => !explained.includes(eigenvalue));
  const slowest = rest.reduce((most, { real }) => Math.max(most, real), Number.NEGATIVE_INFINITY);
  if (slowest > NEUTRAL_SHARE * largest) return { stability: 'unstable' };
  if (rest.length > 0 && slowest >= -NEUTRAL_SHARE * largest) {
    return { stability: 'neutral', slowestTime: Number.POSITIVE_INFINITY };
  }
  return { stability: 'stable', slowestTime: rest.length === 0 ? 0 : -1 / slowest };
}

/** A point judged, and the eigenvalues it was judged by. */
export interface Judgement {
  readonly finding: StabilityFinding;
  readonly eigenvalues?: readonly Eigenvalue[];
}

/**
 * Judges the point whose slopes the motion holds.
 *
 * @param withEigenvalues - Otherwise nothing is known of its stability.
 */
export function judgePoint(motion: RestMotion, withEigenvalues: boolean): Judgement {
  if (!withEigenvalues) return { finding: { stability: 'unchecked' } };
  const found = eigenvalues(motion.system.jacobian(motion.slope), motion.size);
  const finding = stabilityOf(found, motion.groups.conserved.size);
  return found === undefined ? { finding } : { finding, eigenvalues: found };
}
