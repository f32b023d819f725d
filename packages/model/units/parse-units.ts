import type { Outcome } from '../source/diagnostic.js';
import { reached, refused } from '../source/diagnostic.js';
import type { FindingDetails } from '../source/findings.js';
import { finding } from '../source/findings.js';
import type { MappedText } from '../source/mapped-text.js';
import { spanIn, wholeText } from '../source/mapped-text.js';
import type { SourceText } from '../source/source-text.js';
import type { UnitExpression } from './unit-expression.js';

/** Deepest nesting of parentheses and longest chain of factors in a unit. */
export const MAX_UNIT_NESTING = 100;

/** Words for "no unit", by canonical name. */
export const DIMENSIONLESS: ReadonlySet<string> = new Set([
  'dmnl',
  'dimensionless',
  'unitless',
  'fraction',
  'nodim',
]);

// A name runs until an operator: blanks and underscores within it belong to it.
const PART = /\s*(?:([0-9]+(?:\.[0-9]+)?)|([^\s*/^()\-0-9][^*/^()-]*)|([*/^()-]))/y;

interface Part {
  readonly kind: 'number' | 'name' | 'symbol';
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Parses a unit such as `person/month`, `USD*person^2` or `1`.
 *
 * `^` binds before `* / -`, which go left to right; `-` means a product, as in `person-month`, save
 * after `^`, where it is a sign. A missing text is dimensionless.
 *
 * @errors unit-syntax, always exactly one.
 * @source OASIS XMILE 1.0, 3.3.6.
 */
export function parseUnits(
  source: SourceText,
  text: MappedText = wholeText(source),
  details: FindingDetails = {},
): Outcome<UnitExpression> {
  const parts = split(text.text);
  if (parts.length === 0) return reached({ kind: 'one', span: spanIn(text, 0, text.text.length) });
  const parser = new UnitParser(parts, text);
  const parsed = parser.whole();
  if (parsed !== undefined) return reached(parsed);
  const { start, end, message, hint } = parser.fault;
  const span = spanIn(text, start, Math.max(end, start));
  return refused([
    finding(
      source,
      'error',
      'unit-syntax',
      span,
      `The unit \`${text.text.trim()}\` cannot be read: ${message}.`,
      {
        ...details,
        hint,
      },
    ),
  ]);
}

function split(text: string): readonly Part[] {
  const parts: Part[] = [];
  let at = 0;
  while (text.slice(at).trim() !== '') {
    PART.lastIndex = at;
    const [whole = '', number, name, symbol] = PART.exec(text) ?? [];
    if (whole === '') break;
    const part = (number ?? name ?? symbol ?? '').trimEnd();
    const start = at + whole.length - (number ?? name ?? symbol ?? '').length;
    const kind = number !== undefined ? 'number' : name !== undefined ? 'name' : 'symbol';
    parts.push({ kind, text: part, start, end: start + part.length });
    at += whole.length;
  }
  return parts;
}

interface UnitFault {
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly hint?: string;
}

class UnitParser {
  fault: UnitFault = { start: 0, end: 0, message: 'it is not a unit' };
  private at = 0;
  private nesting = 0;

  constructor(
    private readonly parts: readonly Part[],
    private readonly text: MappedText,
  ) {}

  whole(): UnitExpression | undefined {
    const parsed = this.product();
    if (parsed === undefined) return undefined;
    const rest = this.parts[this.at];
    if (rest === undefined) return parsed;
    return this.fail(
      rest,
      rest.text === ')' ? '`)` closes nothing' : `\`*\` or \`/\` is expected before \`${rest.text}\``,
    );
  }

  private fail(part: Part | undefined, message: string, hint?: string): undefined {
    const at = part ?? this.parts[this.parts.length - 1];
    this.fault = {
      start: at?.start ?? 0,
      end: at?.end ?? 0,
      message,
      ...(hint === undefined ? {} : { hint }),
    };
    return undefined;
  }

  private isSymbol(...symbols: readonly string[]): boolean {
    const part = this.parts[this.at];
    return part?.kind === 'symbol' && symbols.includes(part.text);
  }

  private product(): UnitExpression | undefined {
    let left = this.power();
    let factors = 1;
    while (left !== undefined && this.isSymbol('*', '/', '-')) {
      const operator = this.parts[this.at];
      this.at += 1;
      factors += 1;
      if (factors > MAX_UNIT_NESTING) return this.fail(operator, 'it has too many factors');
      const right = this.power();
      if (right === undefined) return undefined;
      const kind: 'quotient' | 'product' = operator?.text === '/' ? 'quotient' : 'product';
      left = { kind, left, right, span: { start: left.span.start, end: right.span.end } };
    }
    return left;
  }

  private power(): UnitExpression | undefined {
    const base = this.primary();
    if (base === undefined || !this.isSymbol('^')) return base;
    this.at += 1;
    const bracketed = this.isSymbol('(');
    if (bracketed) this.at += 1;
    const negative = this.isSymbol('-');
    if (negative) this.at += 1;
    const part = this.parts[this.at];
    if (part?.kind !== 'number' || !/^[0-9]{1,3}$/.test(part.text))
      return this.fail(part, 'a whole number is expected after `^`');
    this.at += 1;
    if (bracketed) {
      if (!this.isSymbol(')')) return this.fail(this.parts[this.at], '`)` is missing');
      this.at += 1;
    }
    const exponent = negative ? -Number(part.text) : Number(part.text);
    const end = this.parts[this.at - 1]?.end ?? part.end;
    return {
      kind: 'power',
      base,
      exponent,
      span: { start: base.span.start, end: spanIn(this.text, end - 1, end).end },
    };
  }

  private primary(): UnitExpression | undefined {
    const part = this.parts[this.at];
    if (part === undefined) return this.fail(undefined, 'a unit is expected at the end');
    const span = spanIn(this.text, part.start, part.end);
    this.at += 1;
    if (part.kind === 'number') {
      if (part.text === '1') return { kind: 'one', span };
      return this.fail(
        part,
        `\`${part.text}\` is not a unit`,
        'The only number in a unit is 1; declare a unit for any other.',
      );
    }
    if (part.kind === 'name') return { kind: 'unit', name: part.text, span };
    if (part.text !== '(') return this.fail(part, `a unit is expected before \`${part.text}\``);
    this.nesting += 1;
    if (this.nesting > MAX_UNIT_NESTING) return this.fail(part, 'it is nested too deeply');
    const inner = this.product();
    this.nesting -= 1;
    if (inner === undefined) return undefined;
    if (!this.isSymbol(')')) return this.fail(part, '`(` is never closed');
    this.at += 1;
    return inner;
  }
}
