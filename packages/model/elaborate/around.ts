import type { Expression, WrittenExpression } from '../equation/expression.js';
import type { Macro, ModelFile } from '../model-file.js';
import type { CanonicalName } from '../names/canonical-name.js';
import type { Span } from '../source/source-text.js';
import type { BoundAxis } from './axis.js';
import type { Budget } from './budget.js';
import type { DimensionTable, Range } from './dimension-table.js';
import type { Reporter } from './reporter.js';
import type { Scope } from './scope.js';

/** What the rules of one elaboration share. They call each other through it, so that none needs to import another. */
export interface Services {
  readonly file: ModelFile;
  readonly table: DimensionTable;
  readonly reporter: Reporter;
  readonly budget: Budget;
  /** Turns an expression into one of a single value. */
  readonly flatten: (expression: WrittenExpression, around: Around) => Expression;
  /** Writes out a call of a macro, whose arguments are flat already. */
  readonly expandMacro: (
    macro: Macro,
    given: readonly Expression[],
    around: Around,
    span: Span,
  ) => Expression;
}

/** The variable, one element of an array perhaps, whose equation is being written out. */
export interface Owner {
  /** Name of the variable as the modeller knows it, without subscripts. */
  readonly variable: string;
  /** Key and name in the flat model. */
  readonly key: CanonicalName;
  readonly name: string;
  /** How many elements the variable has. */
  readonly size: number;
  /** How many calls of macros its equation has had so far. */
  calls: number;
  /** Macros that are being written out, the outermost first. */
  readonly macros: readonly CanonicalName[];
}

/** One index of the equation's left-hand side. */
export interface OwnIndex {
  /** The range named there, or the dimension declared where an element is named. */
  readonly range: Range;
  readonly declared: Range;
  readonly element: CanonicalName;
}

/** Where an expression stands. */
export interface Around {
  readonly services: Services;
  readonly scope: Scope;
  readonly owner: Owner;
  /** What names of dimensions stand for. */
  readonly own: readonly OwnIndex[];
  /** What `*` and omitted subscripts stand for: the owner's dimensions or, in a function over arrays, its loops. */
  readonly axes: readonly BoundAxis[];
  /** Whether it stands in a function over arrays, so that arrays are taken whole. */
  readonly whole: boolean;
}
