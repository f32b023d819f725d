import { fixed, significant } from '@weir/figures';

/** A number of any variable for reading: three figures, grouped. */
export function shortNumber(value: number): string {
  if (!Number.isFinite(value)) return 'not known';
  const size = Math.abs(value);
  if (size !== 0 && size < 1e-4) return value.toExponential(1).replace('-', '\u2212');
  const decimals = size >= 100 || value === 0 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : size >= 0.01 ? 3 : 5;
  return fixed(significant(value, size >= 1000 ? 4 : 3), decimals);
}
