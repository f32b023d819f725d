import { isTimeTake, type Measure, type OutcomeDefinition, type Study } from '@weir/study';
import { fixed, grouped, NO_BREAK, share, significant } from '../text/number.js';

/** Text for a measure that does not come about. */
export const DOES_NOT = 'does not';

/** Whether a measure is a time. */
export function isTime(measure: Measure): boolean {
  return isTimeTake(measure.take);
}

/** A value of a measure for reading: months, a share where it is set against another path, else as its outcome asks. */
export function measureText(study: Study, measure: Measure, value: number | null): string {
  if (value === null) return DOES_NOT;
  if (isTime(measure)) return fixed(value, 0);
  if (measure.against !== undefined) return `${fixed(100 * value, 1)}${NO_BREAK}%`;
  const kind = outcomeOf(study, measure)?.kind;
  if (kind === 'share') return share(value);
  const size = Math.abs(value);
  if (size > 0 && size < 100) return String(significant(value, 3));
  return fixed(value, 0);
}

/** A value with all the digits of a file. */
export function measureCell(study: Study, measure: Measure, value: number | null) {
  const shown = measureText(study, measure, value);
  return value === null ? shown : { value, shown };
}

/** The outcome that a measure is of. */
export function outcomeOf(study: Study, { outcome }: Measure): OutcomeDefinition | undefined {
  return study.outcomes.find(({ id }) => id === outcome);
}

/** A number of sets in a hundred: `hundredths(0.987)` is '99 in 100'. */
export function inHundred(value: number): string {
  return `${grouped(String(Math.round(100 * value)))} in 100`;
}
