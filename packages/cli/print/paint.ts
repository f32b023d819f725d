import { createColors } from 'picocolors';
import type { Io } from '../io.js';

/** Colors for text on the error stream. They repeat what the words say. */
export interface Paint {
  red(text: string): string;
  yellow(text: string): string;
}

/** Colors where a person watches and has not declined them (`NO_COLOR`, `--no-color`). */
export function paintFor(io: Io, words: readonly string[]): Paint {
  const declined = (io.environment.NO_COLOR ?? '') !== '' || words.includes('--no-color');
  return createColors(io.errIsTerminal && !declined && io.environment.TERM !== 'dumb');
}
