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

/** What a model without a time unit of its own calls it. */
const NAMELESS: ReadonlySet<string> = new Set(['', 'time', 'times', 'time_unit', 'time_units']);

/** Whether a time unit is no more than a word for one, as where an editor filled it in: nothing can be asked of it. */
export function isNamelessTime(timeUnits: string): boolean {
  return NAMELESS.has(canonicalName(timeUnits));
}

/** The first word for the unit of time that a word spells out, such as `minute` for `minutes`; none for others and for abbreviations. */
export function timeWord(key: string): string | undefined {
  return GROUPS.find((words) => key.length > 3 && words.includes(key))?.[0];
}
