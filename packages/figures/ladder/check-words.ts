import type { Direction } from '../text/direction.js';
import type { DirectionCounts } from './direction-counts.js';
import { type Rung, rungOf } from './rung.js';

/** What becomes of a word under another assumption. */
export type CheckWord = 'holds' | 'weakens' | 'reverses';

/** A check of a cell: another range, or another reading of the model. */
export interface CheckResult {
  readonly id: string;
  readonly label: string;
  readonly word: CheckWord;
}

/** The worst of several checks, as in 'reverses in 1 of 3'. */
export interface CheckSummary {
  readonly word: CheckWord;
  /** Checks with that word; all of them where the word is `holds`. */
  readonly count: number;
  readonly total: number;
}

/**
 * What becomes of a word under a check: it holds where the check has the same word; it reverses where more than half of
 * the draws attempted go the other way; else it weakens. Undefined where the cell has no word, or the check is not done.
 */
export function checkWord(cell: Rung, check: DirectionCounts): CheckWord | undefined {
  if (cell.kind !== 'word') return undefined;
  const rung = rungOf(check);
  if (rung.kind === 'counting') return undefined;
  if (rung.kind === 'word' && rung.direction === cell.direction) return 'holds';
  const other = opposite(cell.direction);
  return other !== undefined && check[other] * 2 > check.attempted ? 'reverses' : 'weakens';
}

/** The worst word of several checks, and how many have it; undefined without checks. */
export function checkSummary(words: readonly CheckWord[]): CheckSummary | undefined {
  if (words.length === 0) return undefined;
  const word = words.includes('reverses') ? 'reverses' : words.includes('weakens') ? 'weakens' : 'holds';
  return { word, count: words.filter((one) => one === word).length, total: words.length };
}

function opposite(direction: Direction): Direction | undefined {
  if (direction === 'same') return undefined;
  return direction === 'lower' ? 'higher' : 'lower';
}
