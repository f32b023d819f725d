import type { PreparedStudy } from '../execute/prepared-study.js';
import { DEFAULT_SEED } from '../execute/run-settings.js';
import { ConfidenceContext } from './confidence-context.js';
import type { ConfidenceResult } from './confidence-result.js';
import { CONFIDENCE_TESTS } from './confidence-tests.js';

/** What to test, and how. */
export interface ConfidenceOptions {
  /** Ids of the tests to run; all unless given. */
  readonly only?: readonly string[];
  /** More values, more starts and every loop. */
  readonly thorough?: boolean;
  /** Seed of starts and of parameter sets; 1234 unless given. */
  readonly seed?: number;
  /** Parameter sets over which pattern tests are evaluated; none unless given. */
  readonly sets?: number;
  /** Told before each test, for a progress line. */
  readonly onTest?: (title: string, done: number, tests: number) => void;
}

/**
 * Runs the confidence tests of a model, with what its study adds. Pure: the same model and options give the same
 * results. Needs no Node.js; where generated code is forbidden, points of rest are left out.
 *
 * @param prepared - A study, corrected or not.
 */
export function runConfidenceTests(
  prepared: PreparedStudy,
  options: ConfidenceOptions = {},
): readonly ConfidenceResult[] {
  const { only, thorough = false, seed = DEFAULT_SEED, sets = 0, onTest } = options;
  const context = new ConfidenceContext(prepared, { thorough, seed, sets });
  const wanted = CONFIDENCE_TESTS.filter(({ id }) => only === undefined || only.includes(id));
  return wanted.map((test, done) => {
    const { id, title, family, limits, source } = test;
    onTest?.(title, done, wanted.length);
    const { outcome, done: what, found, numbers = [], places = [] } = test.run(context);
    return { id, title, family, outcome, done: what, found, numbers, places, limits, source };
  });
}
