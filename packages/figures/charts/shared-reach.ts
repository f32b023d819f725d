import type { OutcomeDefinition } from '@weir/study';
import type { Results } from '../results/comparison.js';
import { changeValues } from '../results/values.js';

/** How far an outcome's scale reaches, and whether it is its own. */
export interface SharedReach {
  readonly values: readonly number[];
  readonly own: boolean;
}

/** An outcome that changes so much more than all others would press their marks into the middle. */
const APART = 1.5;

/**
 * Scales of panels side by side: shared by all outcomes of one unit of change, except for one that changes
 * far more than the others, which gets its own.
 *
 * @returns By outcome id.
 */
export function sharedReach(
  results: Results,
  outcomes: readonly OutcomeDefinition[],
): ReadonlyMap<string, SharedReach> {
  const reaches = new Map<string, SharedReach>();
  for (const shares of [true, false]) {
    const group = outcomes.filter((outcome) => (outcome.kind === 'share') === shares);
    const sizes = group.map((outcome) => ({ outcome, values: changeValues(results, [outcome]) }));
    const apart = sizes.find(
      (one) =>
        group.length > 2 &&
        largest(one.values) >
          APART * Math.max(...sizes.filter((other) => other !== one).map((other) => largest(other.values))),
    );
    const together = sizes.filter((one) => one !== apart).flatMap((one) => one.values);
    for (const one of sizes) {
      reaches.set(
        one.outcome.id,
        one === apart ? { values: one.values, own: true } : { values: together, own: false },
      );
    }
  }
  return reaches;
}

function largest(values: readonly number[]): number {
  return Math.max(0, ...values.map(Math.abs));
}
