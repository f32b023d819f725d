import { changeSize, directionWord, rungSentence } from '@weir/figures';
import type { LabOutcome, LabStudy } from '../../../models/lab-study.js';
import type { CompareCell } from '../cell.js';

/** What a sentence to quote is made of. */
export interface QuoteParts {
  readonly study: LabStudy;
  readonly policy: string;
  readonly outcome: LabOutcome;
  /** As in 'after 5 years' or 'in the long run'. */
  readonly when: string;
  readonly cell: CompareCell;
  /** As in 'as published'. */
  readonly corrections: string;
  readonly ranges: string;
}

/** One sentence that can be quoted: direction before size, agreement, limits, source. Never a bare number. */
export function quoteOf({
  study,
  policy,
  outcome,
  when,
  cell,
  corrections,
  ranges,
}: QuoteParts): string | undefined {
  const { rung, summary, single } = cell;
  if (rung === undefined || rung.kind === 'counting') return undefined;
  const size =
    single === undefined || single.direction === 'same'
      ? ''
      : ` (default run: ${changeSize(single)} ${directionWord(single.direction)})`;
  const limit = outcome.limit === undefined ? '' : ` ${outcome.limit}`;
  return [
    `In this model, ${when} and against current law, ${outcome.label} under "${policy}" are ${rungSentence(rung, summary)}${size}.`,
    `${limit.trim()}`,
    study.limits.strip,
    `Model: ${study.title} ${study.version}, ${corrections}; ranges: ${ranges}.`,
    study.citation,
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}
