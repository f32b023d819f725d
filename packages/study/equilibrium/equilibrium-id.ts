import { numberText } from '../run-id/number-text.js';
import { sha256Hex } from '../run-id/sha256-hex.js';

const DIGITS = 16;

/**
 * The identity of a fixed point: of the program and its inputs. How it was searched for does not enter, since the
 * point is the same.
 */
export function equilibriumId(programHash: string, inputs: ReadonlyMap<string, number>): string {
  const sorted = [...inputs].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const lines = [
    'weir fixed point 1',
    `program ${programHash}`,
    ...sorted.map(([key, value]) => `input ${JSON.stringify(key)} ${numberText(value)}`),
  ];
  return sha256Hex(lines.join('\n')).slice(0, DIGITS);
}
