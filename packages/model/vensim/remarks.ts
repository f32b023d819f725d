import type { Findings } from '../source/findings.js';
import { spanIn } from '../source/mapped-text.js';
import type { Span } from '../source/source-text.js';
import { parseUnits } from '../units/parse-units.js';
import type { UnitExpression } from '../units/unit-expression.js';
import { numberIn } from '../xmile/number.js';
import { joinedText } from './joined-text.js';

/** What stands after the equation of an entry. */
export interface Remarks {
  readonly units?: UnitExpression;
  readonly range?: { readonly min?: number; readonly max?: number };
  readonly documentation?: string;
}

/** `[min, max, step]` at the end of the units, `?` for no bound. */
const RANGE = /\[([^[\]]*)\]$/;
/** No bound: `?` in Vensim's own files, words for infinity in those of other tools. */
const OPEN = /^(?:\??|[+-]?(?:inf(?:inity)?|nan))$/i;
/** What stands after the comment: `~ :SUPPLEMENTARY` and other marks for the editor. */
const FLAGS = /(?:^|\s)~\s*(?::[A-Z]+\s*)*$/;

/**
 * Reads units, range and comment of an entry. Units that cannot be read give a warning: they bear on no value.
 *
 * @errors Warns unit-syntax, bad-number.
 */
export function readRemarks(findings: Findings, units: Span, comment: Span, variable: string): Remarks {
  const text = joinedText(findings.source, units);
  const bracket = RANGE.exec(text.text);
  const unitText = bracket === null ? text.text : text.text.slice(0, bracket.index);
  const range = bracket === null ? undefined : readRange(bracket[1] ?? '');
  if (bracket !== null && range === undefined)
    findings.warning(
      'bad-number',
      spanIn(text, bracket.index, text.text.length),
      `The range \`${bracket[0]}\` cannot be read.`,
      { variable, hint: 'Write `[min, max]`, with `?` for no bound.' },
    );
  const parsed =
    unitText.trim() === ''
      ? undefined
      : parseUnits(findings.source, { text: unitText, pieces: text.pieces }, { variable });
  if (parsed?.ok === false)
    for (const diagnostic of parsed.diagnostics) findings.list.push({ ...diagnostic, severity: 'warning' });
  const documentation = readComment(findings, comment);
  return {
    ...(parsed?.ok === true ? { units: parsed.value } : {}),
    ...(range === undefined || (range.min === undefined && range.max === undefined) ? {} : { range }),
    ...(documentation === '' ? {} : { documentation }),
  };
}

function readRange(text: string): { readonly min?: number; readonly max?: number } | undefined {
  const bounds = text.split(',').map((part) => part.trim());
  if (bounds.length > 3) return undefined;
  const values = bounds.map((bound) => (OPEN.test(bound) ? 'open' : (numberIn(bound) ?? 'bad')));
  if (values.includes('bad')) return undefined;
  const [min, max] = values;
  return { ...(typeof min === 'number' ? { min } : {}), ...(typeof max === 'number' ? { max } : {}) };
}

/** A comment with its joined lines made one, and the blanks that Vensim indents lines with removed. */
function readComment(findings: Findings, comment: Span): string {
  return joinedText(findings.source, comment)
    .text.replace(FLAGS, '')
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .join('\n')
    .trim();
}
