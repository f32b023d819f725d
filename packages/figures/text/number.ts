import type { OutcomeKind } from '@weir/study';

/** Minus sign for screens; files use the hyphen-minus. */
export const MINUS = '\u2212';
/** Keeps a number and its sign of percent on one line. */
export const NO_BREAK = '\u00a0';
const FEWEST_PEOPLE = 10;

/** Groups the digits of a whole number in threes. */
export function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

/**
 * A number with so many decimals, grouped, with a true minus. Numbers that round to zero have no sign.
 *
 * @example fixed(-1234.5, 1) // '−1,234.5'
 */
export function fixed(value: number, decimals: number): string {
  if (!Number.isFinite(value)) return 'not finite';
  const text = Math.abs(value).toFixed(decimals);
  const [whole = '0', fraction] = text.split('.');
  const sign = value < 0 && /[1-9]/.test(text) ? MINUS : '';
  return `${sign}${grouped(whole)}${fraction === undefined ? '' : `.${fraction}`}`;
}

/** The value rounded to so many significant figures. */
export function significant(value: number, figures: number): number {
  return value === 0 || !Number.isFinite(value) ? value : Number(value.toPrecision(figures));
}

/**
 * A number of people for reading: two significant figures.
 *
 * @example people(9919.8) // 'about 9,900'
 * @example people(4) // 'fewer than 10'
 */
export function people(value: number): string {
  if (value < FEWEST_PEOPLE) return `fewer than ${FEWEST_PEOPLE}`;
  return `about ${fixed(significant(value, 2), 0)}`;
}

/** A share as a whole percent: `share(0.398)` is '40 %'. */
export function share(value: number): string {
  return `${fixed(value * 100, 0)}${NO_BREAK}%`;
}

/** A level of an outcome for reading, as its kind asks. */
export function level(value: number, kind: OutcomeKind): string {
  switch (kind) {
    case 'people':
      return people(value);
    case 'share':
      return share(value);
    case 'money':
      return `about $${rounded(value)}`;
    case 'rate':
      return `about ${rounded(value)}`;
  }
}

function rounded(value: number): string {
  const two = significant(value, 2);
  return fixed(two, Math.abs(two) < 10 && two !== 0 ? 1 : 0);
}

/**
 * All the digits a table of reproduction needs: three decimals, more for small numbers.
 *
 * @example exact(9919.765287548746) // '9,919.765'
 * @example exact(0.3985173) // '0.398517'
 */
export function exact(value: number): string {
  return fixed(value, Math.abs(value) < 10 && !Number.isInteger(value) ? 6 : Number.isInteger(value) ? 0 : 3);
}
