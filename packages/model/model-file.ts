import type { WrittenExpression } from './equation/expression.js';
import type { FlowReference, GraphicalFunction, Header, SimulationSpecs, UnitDefinition } from './model.js';
import type { CanonicalName } from './names/canonical-name.js';
import type { SourceText, Span } from './source/source-text.js';
import type { UnitExpression } from './units/unit-expression.js';
import type { View } from './view.js';

/**
 * A model file as written: arrays, modules and macros still in the form their author gave them. Readers make
 * it (`xmile`, `vensim`), writers print it, and `elaborate` turns it into the {@link Model} that runs, in
 * which every element of every array is a variable of its own.
 */
export interface ModelFile {
  readonly name: string;
  readonly source: SourceText;
  /** Which language it is written in: decides what a few built-ins mean. */
  readonly dialect: 'xmile' | 'vensim';
  readonly header: Header;
  readonly simulation: SimulationSpecs;
  readonly units: readonly UnitDefinition[];
  readonly dimensions: ReadonlyMap<CanonicalName, Dimension>;
  readonly root: WrittenModel;
  /** Models that modules refer to, by name. */
  readonly submodels: ReadonlyMap<CanonicalName, WrittenModel>;
  readonly macros: ReadonlyMap<CanonicalName, Macro>;
}

/** An array dimension, or a subrange of one (XMILE 1.0, 2.9 and 4.5; Vensim subscript ranges). */
export interface Dimension {
  readonly written: string;
  readonly name: string;
  readonly key: CanonicalName;
  /** In order; positions count from 1. */
  readonly elements: readonly DimensionElement[];
  /** Whether elements are numbers 1 to size rather than names. */
  readonly numbered: boolean;
  /**
   * Mappings to other dimensions (Vensim `->`): the element of `to` that each own element stands for, in the
   * order of `elements`; one own element may stand for several.
   */
  readonly mappings: readonly {
    readonly to: CanonicalName;
    readonly elements: readonly (readonly CanonicalName[])[];
  }[];
  readonly span: Span;
}

/** One element of a dimension. */
export interface DimensionElement {
  readonly written: string;
  readonly name: string;
  readonly key: CanonicalName;
}

/** The variables, modules and views of one `<model>`. */
export interface WrittenModel {
  readonly name: string;
  readonly key: CanonicalName;
  readonly variables: readonly WrittenVariable[];
  readonly modules: readonly ModuleInstance[];
  readonly views: readonly View[];
}

/** A place where a model stands inside another (XMILE 1.0, 3.7.4 and 4.7). */
export interface ModuleInstance {
  readonly written: string;
  readonly name: string;
  readonly key: CanonicalName;
  /** Name of the submodel; the instance's own name where the file gives none. */
  readonly model: CanonicalName;
  readonly connections: readonly { readonly from: string; readonly to: string; readonly span: Span }[];
  readonly documentation?: string;
  readonly span: Span;
}

/** A variable as written, with one part for each equation it has. */
export interface WrittenVariable {
  readonly kind: 'stock' | 'flow' | 'auxiliary' | 'graphical';
  readonly written: string;
  readonly name: string;
  readonly key: CanonicalName;
  readonly documentation?: string;
  readonly units?: UnitExpression;
  readonly range?: { readonly min?: number; readonly max?: number };
  /** Dimensions it is declared over, in order; empty for a scalar. */
  readonly dimensions: readonly CanonicalName[];
  /** One for a scalar or an apply-to-all array; otherwise one for each `<element>` or Vensim equation. */
  readonly parts: readonly EquationPart[];
  readonly inflows: readonly FlowReference[];
  readonly outflows: readonly FlowReference[];
  /** Limited from below: a stock whose outflows are limited, or a flow of one direction (XMILE 1.0, 3.6.2, 4.8.4). */
  readonly nonNegative: boolean;
  /** Of a flow: what the stock it fills gets for each unit of the flow (XMILE 1.0, 4.3). */
  readonly multiplier?: WrittenExpression;
  /** Whether other models may connect it (XMILE 1.0, 4.1.1). */
  readonly access?: 'input' | 'output';
  readonly span: Span;
}

/** One equation of a variable. */
export interface EquationPart {
  /**
   * What it applies to, one entry a dimension: the key of an element, of a subrange, or of the dimension
   * itself. Empty: everything.
   */
  readonly subscripts: readonly CanonicalName[];
  /** Patterns it does not apply to (Vensim `:EXCEPT:`). */
  readonly except: readonly (readonly CanonicalName[])[];
  /** Absent for a graphical function that stands alone, and for an input of a module with no value of its own. */
  readonly expression?: WrittenExpression;
  /** Initial value given apart from the equation (Vensim ACTIVE INITIAL; XMILE `<init_eqn>`). */
  readonly initial?: WrittenExpression;
  /** Rows of numbers (Vensim constant lists, XMILE list equations), row-major over the part's elements. */
  readonly list?: readonly number[];
  readonly graph?: GraphicalFunction;
  readonly span: Span;
}

/** A macro (XMILE 1.0, 4.8; Vensim `:MACRO:`): each call has its own variables. */
export interface Macro {
  readonly written: string;
  readonly name: string;
  readonly key: CanonicalName;
  readonly parameters: readonly {
    readonly key: CanonicalName;
    readonly written: string;
    readonly default?: WrittenExpression;
  }[];
  /** The result of a call where the macro is one expression; else the variable of the macro's own name, or the first output. */
  readonly expression?: WrittenExpression;
  readonly output: CanonicalName;
  readonly variables: readonly WrittenVariable[];
  readonly span: Span;
}
