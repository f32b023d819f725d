import type { Io } from '../io.js';

const NARROWEST = 60;
const WIDEST = 100;
const UNKNOWN = 80;

/** Columns that printed text may use: the terminal's, held between 60 and 100; 80 where there is none. */
export function printWidth(io: Io): number {
  return Math.max(NARROWEST, Math.min(WIDEST, io.columns ?? UNKNOWN));
}
