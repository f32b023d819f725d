import type { LinkHorizon } from '@weir/study';
import type { LabStudy } from './lab-study.js';

/** A time at which outcomes are read. */
export interface Horizon {
  readonly at: LinkHorizon;
  /** As in '5 years', 'long run', 'end, year 13'. */
  readonly label: string;
}

/** Times that a study's outcomes can be read at. */
export interface Horizons {
  readonly all: readonly Horizon[];
  readonly default: LinkHorizon;
}

const YEARS = [1, 3, 5, 10];
const DEFAULT_YEARS = 5;

/** Units of a year, by the first letters of the name of a time unit. */
const PER_YEAR: readonly (readonly [RegExp, number])[] = [
  [/^years?$/i, 1],
  [/^quarters?$/i, 4],
  [/^months?$/i, 12],
  [/^weeks?$/i, 52],
  [/^days?$/i, 365],
];

/** Model time of a year; undefined for a unit that is none of time. */
export function yearOf({ time }: LabStudy): number | undefined {
  return PER_YEAR.find(([name]) => name.test(time.units.trim()))?.[1];
}

/** Model time of a month: the step of default paths. A hundredth of the run where the time unit is not known. */
export function monthOf(study: LabStudy): number {
  const year = yearOf(study);
  return year === undefined ? (study.time.stop - study.time.start) / 100 : year / 12;
}

/**
 * Horizons of a study. A model that rests is read 1, 3, 5 and 10 years after a policy begins, and where it settles. A
 * model that does not is read at the same times of its own run, as far as it goes, and at its end.
 */
export function horizonsOf(study: LabStudy): Horizons {
  const { time, rests } = study;
  const year = yearOf(study);
  const span = time.stop - time.start;
  const years = year === undefined ? [] : YEARS.filter((count) => rests || count * year < span);
  const all: Horizon[] = years.map((count) => ({
    at: count * (year ?? 1),
    label: count === 1 ? '1 year' : `${count} years`,
  }));
  all.push({ at: 'long', label: rests ? 'long run' : 'end of the run' });
  const wanted = DEFAULT_YEARS * (year ?? Number.NaN);
  return { all, default: rests && all.some(({ at }) => at === wanted) ? wanted : 'long' };
}

/** Words for a horizon, also for one that a link brought. */
export function horizonLabel(study: LabStudy, at: LinkHorizon): string {
  const known = horizonsOf(study).all.find((horizon) => horizon.at === at);
  return known?.label ?? `${at} ${study.time.units}s`;
}
