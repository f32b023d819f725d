import type { ConfidenceContext } from './confidence-context.js';
import type {
  ConfidenceFamily,
  ConfidenceNumber,
  ConfidenceOutcome,
  ConfidencePlace,
} from './confidence-result.js';

/** What a test says of a model. */
export interface TestVerdict {
  readonly outcome: ConfidenceOutcome;
  readonly done: string;
  readonly found: string;
  readonly numbers?: readonly ConfidenceNumber[];
  readonly places?: readonly ConfidencePlace[];
}

/** A test that software can run on a model. */
export interface ConfidenceTest {
  readonly id: string;
  readonly title: string;
  readonly family: ConfidenceFamily;
  readonly limits: string;
  readonly source: string;
  run(context: ConfidenceContext): TestVerdict;
}

/** The verdict of a test that has nothing to look at in this model. */
export function notApplicable(found: string): TestVerdict {
  return { outcome: 'not applicable', done: 'Nothing was run.', found };
}

/** The verdict that places make: failed where one of them fails, passed otherwise. */
export function judged(
  places: readonly ConfidencePlace[],
  verdict: Omit<TestVerdict, 'outcome' | 'places'>,
): TestVerdict {
  return { ...verdict, outcome: places.some(({ fails }) => fails) ? 'failed' : 'passed', places };
}

/** Numbers in messages: four significant digits. */
export function shown(value: number): string {
  return String(Number(value.toPrecision(4)));
}

/** `1 stock`, `2 stocks`. */
export function counted(count: number, one: string, more = `${one}s`): string {
  return `${count} ${count === 1 ? one : more}`;
}
