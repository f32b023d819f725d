import { type Change, fixed, MINUS } from '@weir/figures';
import type { OutcomeKind } from '@weir/study';

const SIGNS = { lower: 'v', same: '=', higher: '^' } as const;

/**
 * A level for a table: people in whole numbers, shares in percent, money with cents. Full digits are for
 * CSV and JSON.
 *
 * @example valueText(0.39852, 'share') // '39.9 %'
 */
export function valueText(value: number, kind: OutcomeKind): string {
  if (!Number.isFinite(value)) return 'not a number';
  switch (kind) {
    case 'people':
      return plain(fixed(value, 0));
    case 'share':
      return `${plain(fixed(value * 100, 1))} %`;
    case 'money':
      return plain(fixed(value, 2));
    case 'rate':
      return rateText(value);
  }
}

/**
 * A change for a table: sign of its direction and size, as `v -5.7 %` or, for shares, `v -15.1 pt`.
 *
 * @param change - Undefined where there is nothing to compare with.
 */
export function changeText(change: Change | undefined): string {
  if (change === undefined) return 'n/a';
  const sign = SIGNS[change.direction];
  if (change.unit === 'none') return `${sign} few`;
  const digits = plain(fixed(change.value, 1));
  const size = digits.startsWith('-') || digits === '0.0' ? digits : `+${digits}`;
  return `${sign} ${size} ${change.unit === 'points' ? 'pt' : '%'}`;
}

/** Levels of unknown size: five significant figures at least, and no more decimals than they need. */
function rateText(value: number): string {
  const size = Math.abs(value);
  if (size >= 1000) return plain(fixed(value, 0));
  if (size >= 1 || size === 0) return plain(fixed(value, 2));
  return size < 1e-4 ? value.toExponential(3) : plain(fixed(value, 5));
}

/** Terminals and files get the hyphen-minus. */
function plain(text: string): string {
  return text.replaceAll(MINUS, '-');
}
