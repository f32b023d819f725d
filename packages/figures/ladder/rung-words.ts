import { directionWord } from '../text/direction.js';
import { capitalized } from '../text/list.js';
import type { CheckSummary } from './check-words.js';
import type { DirectionCounts } from './direction-counts.js';
import type { Rung } from './rung.js';

/**
 * How many of so many, out of a hundred: the nearest whole, but 0 and 100 only where exact.
 *
 * @example outOfHundred(299, 300) // 99
 */
export function outOfHundred(count: number, total: number): number {
  if (count === 0 || total === 0) return 0;
  if (count === total) return 100;
  return Math.min(99, Math.max(1, Math.round((100 * count) / total)));
}

/** The word of a rung: 'Lower', 'About the same', 'Higher', 'Mixed'; or 'Counting, 60 of 200'. */
export function rungWord(rung: Rung, wanted: number = rung.counts.attempted): string {
  if (rung.kind === 'counting') return `Counting, ${rung.counts.attempted} of ${wanted}`;
  return rung.kind === 'mixed' ? 'Mixed' : capitalized(directionWord(rung.direction));
}

/** How many draws agree: '94 of 100'; for mixed, all three counts. */
export function agreementText(rung: Rung): string {
  const { counts } = rung;
  if (rung.kind === 'word') return `${outOfHundred(counts[rung.direction], counts.attempted)} of 100`;
  return `${of100(counts, 'lower')} lower, ${of100(counts, 'same')} about the same, ${of100(counts, 'higher')} higher of 100`;
}

function of100(counts: DirectionCounts, direction: 'lower' | 'same' | 'higher'): number {
  return outOfHundred(counts[direction], counts.attempted);
}

/** The size of a rung: 'moderate', 'size unclear'; nothing for other rungs. */
export function rungSize(rung: Rung): string | undefined {
  if (rung.kind !== 'word' || rung.size === undefined) return undefined;
  return rung.size === 'unclear' ? 'size unclear' : rung.size;
}

/** What the checks come to: 'holds in 3 of 3', 'reverses in 1 of 3'. */
export function checkText({ word, count, total }: CheckSummary): string {
  return `${word} in ${count} of ${total}`;
}

/**
 * A rung in words, to stand after a policy and an outcome: 'higher in 100 of 100 runs, moderate; reverses in 1 of 3
 * checks'.
 */
export function rungSentence(rung: Rung, checks?: CheckSummary, wanted?: number): string {
  if (rung.kind === 'counting') return uncapital(rungWord(rung, wanted));
  const size = rungSize(rung);
  const agreement =
    rung.kind === 'mixed'
      ? `mixed: ${agreementText(rung)} runs`
      : `${directionWord(rung.direction)} in ${agreementText(rung)} runs`;
  const parts = [
    `${agreement}${size === undefined ? '' : `, ${size}`}${rung.isBorderline ? ', borderline' : ''}`,
    ...(checks === undefined ? [] : [`${checkText(checks)} checks`]),
  ];
  return parts.join('; ');
}

function uncapital(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
