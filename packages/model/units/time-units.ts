import { canonicalName } from '../names/canonical-name.js';

/** Common words for units of time, one group a unit. */
const GROUPS: readonly (readonly string[])[] = [
  ['second', 'seconds', 'sec', 'secs', 's'],
  ['minute', 'minutes', 'min', 'mins'],
  ['hour', 'hours', 'hr', 'hrs', 'h'],
  ['day', 'days', 'd'],
  ['week', 'weeks', 'wk', 'wks'],
  ['month', 'months', 'mo', 'mos', 'mth'],
  ['quarter', 'quarters', 'qtr', 'qtrs'],
  ['year', 'years', 'yr', 'yrs', 'annum'],
];

/**
 * The words that mean a model's time unit, as canonical names: itself, its plural or singular, and the common words
 * for it. Empty when the model names no time unit.
 */
export function timeWords(timeUnits: string): ReadonlySet<string> {
  const own = canonicalName(timeUnits);
  if (own === '') return new Set();
  const group = GROUPS.find((words) => words.includes(own));
  return new Set([own, ...(group ?? [own.endsWith('s') ? own.slice(0, -1) : `${own}s`])]);
}
