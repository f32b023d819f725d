import type { WrittenVariable } from '../../model-file.js';
import { printUnits } from '../../units/print-units.js';
import type { Refusals } from './refusals.js';

/** Units, range and comment of a variable, from `~` to `|`. */
export function printRemarks(variable: WrittenVariable, refusals: Refusals): string {
  const units = variable.units === undefined ? '' : printUnits(variable.units);
  return `\t~\t${[units, printRange(variable.range)].filter((part) => part !== '').join(' ')}\n\t~\t${printComment(variable, refusals)}\n\t|\n`;
}

function printRange(range: WrittenVariable['range']): string {
  if (range === undefined) return '';
  return `[${range.min ?? '?'},${range.max ?? '?'}]`;
}

/** A comment, with each line indented. The marks that end a comment are replaced, and a warning says so. */
function printComment({ documentation, span }: WrittenVariable, refusals: Refusals): string {
  if (documentation === undefined) return '';
  const safe = documentation.replace(/[|~]/g, (mark) => (mark === '|' ? '/' : '-'));
  if (safe !== documentation)
    refusals.warn(
      span,
      'In the comment, `|` is written as `/` and `~` as `-`: they end a comment in Vensim.',
    );
  return safe.split('\n').join('\n\t\t');
}
