import type { BuiltinName } from '../equation/builtin-signature.js';
import { BUILTINS, builtinNamed } from '../equation/builtin-signature.js';
import type { Expression } from '../equation/expression.js';
import { printExpression } from '../equation/print.js';
import type { Model } from '../model.js';
import type { CanonicalName } from '../names/canonical-name.js';
import type { ModelCode } from '../source/diagnostic-codes.js';
import type { Findings } from '../source/findings.js';
import type { Dimension } from './dimension.js';
import {
  combine,
  DIMENSIONLESS_DIMENSION,
  isWhole,
  printDimension,
  raise,
  sameDimension,
} from './dimension.js';
import type { UnitTable } from './unit-table.js';

/** What is known of the unit of a term. */
export type TermUnit =
  | { readonly kind: 'known'; readonly dimension: Dimension }
  /** Made of numbers only: takes the unit of its neighbour in a sum, and is dimensionless in a product. */
  | { readonly kind: 'number' }
  /** Holds a variable without units, or a fault already reported: fits anywhere. */
  | { readonly kind: 'unknown' };

const NUMBER: TermUnit = { kind: 'number' };
const UNKNOWN: TermUnit = { kind: 'unknown' };
const PLAIN: TermUnit = { kind: 'known', dimension: DIMENSIONLESS_DIMENSION };
/** Longest term written out in a message. */
const LONGEST_TERM = 60;

/** Infers the units of the terms of one equation, and reports those that do not go together, each once. */
export class UnitInference {
  constructor(
    private readonly model: Model,
    private readonly table: UnitTable,
    private readonly findings: Findings,
    private readonly variable: string,
  ) {}

  /**
   * The unit of a term.
   *
   * @param expected - Unit that the whole should have: where two terms disagree, the one that has it is not blamed.
   */
  infer(term: Expression, expected?: Dimension): TermUnit {
    switch (term.kind) {
      case 'number':
        return NUMBER;
      case 'name':
        return this.named(term.key);
      case 'call':
        return this.called(term, expected);
      case 'unary':
        if (term.operator !== 'not') return this.infer(term.operand, expected);
        this.condition(term.operand);
        return PLAIN;
      case 'binary':
        return this.binary(term, expected);
      case 'if':
        this.condition(term.condition);
        return this.alike([term.then, term.otherwise], 'the branches of an IF', expected);
    }
  }

  private named(key: CanonicalName): TermUnit {
    const builtin = builtinNamed(key);
    if (builtin !== undefined) return this.constant(builtin);
    const variable = this.model.variables.get(key);
    if (variable?.units === undefined || variable.kind === 'graphical') return UNKNOWN;
    return known(this.table.dimensionOf(variable.units));
  }

  private constant(builtin: BuiltinName): TermUnit {
    switch (BUILTINS[builtin].unitRule) {
      case 'time':
        return known(this.table.time);
      case 'any':
        return NUMBER;
      case 'one':
        return PLAIN;
      default:
        return UNKNOWN;
    }
  }

  private binary(term: Expression & { readonly kind: 'binary' }, expected?: Dimension): TermUnit {
    const { operator, left, right } = term;
    switch (operator) {
      case '+':
        return this.alike([left, right], 'the terms of a sum', expected);
      case '-':
        return this.alike([left, right], 'the terms of a difference', expected);
      case 'mod':
        return this.alike([left, right], 'the operands of MOD', expected);
      case '<':
      case '<=':
      case '>':
      case '>=':
      case '=':
      case '<>':
        this.alike([left, right], 'the sides of a comparison');
        return PLAIN;
      case 'and':
      case 'or':
        this.condition(left);
        this.condition(right);
        return PLAIN;
      case '*':
        return product(this.infer(left), this.infer(right), 1);
      case '/':
        return product(this.infer(left), this.infer(right), -1);
      case '^':
        return this.power(left, right, term);
    }
  }

  private called(term: Expression & { readonly kind: 'call' }, expected?: Dimension): TermUnit {
    const builtin = builtinNamed(term.key);
    const [first, second, third] = term.arguments;
    if (builtin === undefined) {
      for (const argument of term.arguments) this.infer(argument);
      const graph = this.model.variables.get(term.key);
      return graph?.units === undefined ? UNKNOWN : known(this.table.dimensionOf(graph.units));
    }
    if (first === undefined) return this.constant(builtin);
    const name = term.written.toUpperCase();
    switch (BUILTINS[builtin].unitRule) {
      case 'same':
        return this.alike(term.arguments, `the arguments of ${name}`, expected);
      case 'plain':
        for (const argument of term.arguments)
          this.mustBe(argument, DIMENSIONLESS_DIMENSION, `${name} takes numbers without unit`);
        return PLAIN;
      case 'root':
        return this.raised(this.infer(first), 0.5, term);
      case 'init':
        return this.infer(first, expected);
      case 'step':
        this.mustBeTime(second, `${name} starts at a time`);
        return this.infer(first, expected);
      case 'ramp':
        this.mustBeTime(second, `${name} starts at a time`);
        return this.overTime(this.infer(first), 1);
      case 'pulse':
        this.mustBeTime(second, `${name} starts at a time`);
        this.mustBeTime(third, `${name} repeats after a time`);
        return this.overTime(this.infer(first), -1);
      case 'divide': {
        if (second === undefined) return UNKNOWN;
        const quotient = product(this.infer(first), this.infer(second), -1);
        if (third === undefined) return quotient;
        if (quotient.kind === 'known')
          this.mustBe(third, quotient.dimension, `${name} gives its third argument in place of the quotient`);
        return quotient;
      }
      default:
        for (const argument of term.arguments) this.infer(argument);
        return this.constant(builtin);
    }
  }

  /** Terms that must have one unit; gives that unit. */
  private alike(terms: readonly Expression[], what: string, expected?: Dimension): TermUnit {
    let common: TermUnit = NUMBER;
    let holder: Expression | undefined;
    for (const term of terms) {
      const unit = this.infer(term, expected);
      if (
        unit.kind === 'known' &&
        common.kind === 'known' &&
        !sameDimension(unit.dimension, common.dimension)
      ) {
        // Of two that disagree, the one that fits its surroundings is right.
        const laterFits = expected !== undefined && sameDimension(unit.dimension, expected);
        const [wrong, right] = laterFits ? [holder ?? term, term] : [term, holder ?? term];
        const [wrongUnit, rightUnit] = laterFits ? [common, unit] : [unit, common];
        this.report(
          'unit-mismatch',
          wrong,
          `\`${shortened(wrong)}\` is in ${this.print(wrongUnit.dimension)}, but \`${shortened(right)}\` is in ${this.print(rightUnit.dimension)}; ${what} must have one unit.`,
          'Convert one of them, or correct a declared unit.',
        );
        return UNKNOWN;
      }
      if (common.kind === 'known') continue;
      if (unit.kind === 'known' || common.kind === 'number') {
        common = unit;
        holder = term;
      }
    }
    return common;
  }

  private condition(term: Expression): void {
    const unit = this.infer(term);
    if (unit.kind !== 'known' || unit.dimension.size === 0) return;
    this.report(
      'unit-condition',
      term,
      `\`${shortened(term)}\` is used as a condition, but it is in ${this.print(unit.dimension)}.`,
      'Compare it with something, such as `> 0`.',
    );
  }

  private power(base: Expression, exponent: Expression, term: Expression): TermUnit {
    this.mustBe(exponent, DIMENSIONLESS_DIMENSION, 'An exponent has no unit', 'unit-exponent');
    const unit = this.infer(base);
    const fixed = fixedNumber(exponent);
    if (fixed !== undefined) return this.raised(unit, fixed, term);
    if (unit.kind !== 'known' || unit.dimension.size === 0) return unit.kind === 'known' ? PLAIN : UNKNOWN;
    this.report(
      'unit-exponent',
      base,
      `\`${shortened(base)}\` is in ${this.print(unit.dimension)} and is raised to a power that is not a fixed number, so the unit of the result is not fixed.`,
      'Divide by a reference value first, so that the base has no unit.',
    );
    return UNKNOWN;
  }

  private raised(unit: TermUnit, exponent: number, term: Expression): TermUnit {
    if (unit.kind !== 'known') return unit;
    const dimension = raise(unit.dimension, exponent);
    if (isWhole(dimension)) return { kind: 'known', dimension };
    this.report(
      'unit-exponent',
      term,
      `\`${shortened(term)}\` is in ${this.print(dimension)}, whose exponent is not whole.`,
      'Divide by a reference value first, so that the argument has no unit.',
    );
    return UNKNOWN;
  }

  private mustBe(term: Expression, wanted: Dimension, rule: string, code: ModelCode = 'unit-argument'): void {
    const unit = this.infer(term, wanted);
    if (unit.kind !== 'known' || sameDimension(unit.dimension, wanted)) return;
    const wantedText = wanted.size === 0 ? '' : ` (${this.print(wanted)})`;
    this.report(
      code,
      term,
      `${rule}${wantedText}, but \`${shortened(term)}\` is in ${this.print(unit.dimension)}.`,
    );
  }

  private mustBeTime(term: Expression | undefined, rule: string): void {
    if (term === undefined) return;
    if (this.table.time === undefined) this.infer(term);
    else this.mustBe(term, this.table.time, rule);
  }

  /** A unit times the time unit to a power; a number stays one. */
  private overTime(unit: TermUnit, power: 1 | -1): TermUnit {
    return unit.kind === 'number' ? NUMBER : product(unit, known(this.table.time), power);
  }

  private print(dimension: Dimension): string {
    return printDimension(dimension, this.table.nameOf);
  }

  private report(code: ModelCode, term: Expression, message: string, hint?: string): void {
    this.findings.warning(code, term.span, message, { variable: this.variable, hint });
  }
}

function known(dimension: Dimension | undefined): TermUnit {
  return dimension === undefined ? UNKNOWN : { kind: 'known', dimension };
}

function product(left: TermUnit, right: TermUnit, power: 1 | -1): TermUnit {
  if (left.kind === 'unknown' || right.kind === 'unknown') return UNKNOWN;
  if (left.kind === 'number' && right.kind === 'number') return NUMBER;
  const dimension = (unit: TermUnit) => (unit.kind === 'known' ? unit.dimension : DIMENSIONLESS_DIMENSION);
  return { kind: 'known', dimension: combine(dimension(left), dimension(right), power) };
}

/** The value of an exponent that is a number, perhaps with a sign. */
function fixedNumber(term: Expression): number | undefined {
  if (term.kind === 'number') return term.value;
  if (term.kind !== 'unary' || term.operator === 'not') return undefined;
  const value = fixedNumber(term.operand);
  return value === undefined || term.operator === '+' ? value : -value;
}

function shortened(term: Expression): string {
  const printed = printExpression(term);
  return printed.length > LONGEST_TERM ? `${printed.slice(0, LONGEST_TERM)}...` : printed;
}
