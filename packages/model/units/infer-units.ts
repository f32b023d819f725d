import { BUILTINS, builtinNamed } from '../equation/builtin-signature.js';
import type { Expression } from '../equation/expression.js';
import { printExpression } from '../equation/print.js';
import type { Model } from '../model.js';
import type { ModelCode } from '../source/diagnostic-codes.js';
import { callUnits, unitsOf } from './call-units.js';
import type { Dimension } from './dimension.js';
import { DIMENSIONLESS_DIMENSION, isWhole, printDimension, raise, sameDimension } from './dimension.js';
import type { TermUnit } from './term-unit.js';
import { known, multiply, NUMBER, PLAIN, TRUTH, UNKNOWN } from './term-unit.js';
import type { UnitTable } from './unit-table.js';
import type { VariableUnits } from './variable-units.js';

/** Longest term written out in a message. */
const LONGEST_TERM = 60;

/** One slip in the units of an equation. */
export interface UnitSlip {
  readonly code: ModelCode;
  /** The term that does not fit. */
  readonly term: Expression;
  readonly message: string;
  readonly hint: string | undefined;
}

/** Infers the units of the terms of equations, and tells of those that do not go together, each once. */
export class UnitInference {
  readonly table: UnitTable;

  /** @param tell - Receives each slip; without it, inference is silent. */
  constructor(
    private readonly model: Model,
    private readonly units: VariableUnits,
    private readonly tell: (slip: UnitSlip) => void = () => {},
  ) {
    this.table = units.table;
  }

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
        return this.named(term);
      case 'call':
        return this.called(term, expected);
      case 'unary':
        if (term.operator !== 'not') return this.infer(term.operand, expected);
        this.condition(term.operand);
        return TRUTH;
      case 'binary':
        return this.binary(term, expected);
      case 'if':
        this.condition(term.condition);
        return this.alike([term.then, term.otherwise], 'the branches of an IF', expected);
    }
  }

  private named(term: Expression & { readonly kind: 'name' }): TermUnit {
    const { key } = term;
    const builtin = builtinNamed(key);
    if (builtin !== undefined) return callUnits(this, term, unitsOf(builtin), undefined);
    if (this.model.variables.get(key)?.kind === 'graphical') return UNKNOWN;
    return known(this.units.ofKey(key)?.dimension);
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
        return TRUTH;
      case 'and':
      case 'or':
        this.condition(left);
        this.condition(right);
        return TRUTH;
      case '*':
        return multiply(this.infer(left), this.infer(right), 1);
      case '/':
        return multiply(this.infer(left), this.infer(right), -1);
      case '^':
        return this.power(left, right, term);
    }
  }

  private called(term: Expression & { readonly kind: 'call' }, expected?: Dimension): TermUnit {
    const builtin = builtinNamed(term.key);
    const [first, second] = term.arguments;
    if (builtin === undefined) {
      for (const argument of term.arguments) this.infer(argument);
      return known(this.units.ofKey(term.key)?.dimension);
    }
    const rule = BUILTINS[builtin].unitRule;
    // The first argument names a graph, whose unit the result has.
    if (rule === 'lookup' && first?.kind === 'name') {
      if (second !== undefined) this.infer(second);
      return known(this.units.ofKey(first.key)?.dimension);
    }
    if (rule === 'power' && first !== undefined && second !== undefined)
      return this.power(first, second, term);
    const unit = callUnits(this, term, unitsOf(builtin), expected);
    return rule === 'truth' ? TRUTH : unit;
  }

  /** Terms that must have one unit; gives that unit. */
  alike(terms: readonly Expression[], what: string, expected?: Dimension): TermUnit {
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

  /** Asks of a term that it be true or false. */
  condition(term: Expression): void {
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

  /** A unit to a power; a result whose exponents are not whole is a slip. */
  raised(unit: TermUnit, exponent: number, term: Expression): TermUnit {
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

  /** Asks of a term that it have a unit. */
  mustBe(term: Expression, wanted: Dimension, rule: string, code: ModelCode = 'unit-argument'): void {
    const unit = this.infer(term, wanted);
    if (unit.kind !== 'known' || sameDimension(unit.dimension, wanted)) return;
    const wantedText = wanted.size === 0 ? '' : ` (${this.print(wanted)})`;
    this.report(
      code,
      term,
      `${rule}${wantedText}, but \`${shortened(term)}\` is in ${this.print(unit.dimension)}.`,
      'Divide by a reference value, or correct a declared unit.',
    );
  }

  private print(dimension: Dimension): string {
    return printDimension(dimension, this.table.nameOf);
  }

  private report(code: ModelCode, term: Expression, message: string, hint?: string): void {
    this.tell({ code, term, message, hint });
  }
}

/** The value of an exponent that is a number, perhaps with a sign. */
export function fixedNumber(term: Expression): number | undefined {
  if (term.kind === 'number') return term.value;
  if (term.kind !== 'unary' || term.operator === 'not') return undefined;
  const value = fixedNumber(term.operand);
  return value === undefined || term.operator === '+' ? value : -value;
}

/** A term as text, cut where it is long. */
export function shortened(term: Expression): string {
  const printed = printExpression(term);
  return printed.length > LONGEST_TERM ? `${printed.slice(0, LONGEST_TERM)}...` : printed;
}
