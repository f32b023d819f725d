import type { Expression } from './equation/expression.js';
import type { CanonicalName } from './names/canonical-name.js';
import type { SourceText, Span } from './source/source-text.js';
import type { UnitExpression } from './units/unit-expression.js';
import type { View } from './view.js';

/**
 * A model as read: immutable, checked for names and form, ready to be ordered and compiled.
 * Corrections and scenarios make another `Model` or other values; they never edit one.
 */
export interface Model {
  /** Name of the model, from the header or the file. */
  readonly name: string;
  readonly source: SourceText;
  readonly header: Header;
  readonly simulation: SimulationSpecs;
  readonly units: readonly UnitDefinition[];
  /** Variables in the order of the file, by canonical name. */
  readonly variables: ReadonlyMap<CanonicalName, Variable>;
  readonly views: readonly View[];
  /** Language of the file; in Vensim's, a variable may have the name of a built-in. XMILE where absent. */
  readonly dialect?: 'xmile' | 'vensim';
  /** The arrays whose elements are among the variables: what diagrams and tables call by one name. */
  readonly arrays?: ReadonlyMap<CanonicalName, ArrayVariable>;
}

/** An array of the file, whose elements are variables of the model. */
export interface ArrayVariable {
  readonly key: CanonicalName;
  readonly name: string;
  readonly kind: Variable['kind'];
  /** Names of its dimensions, in order. */
  readonly dimensions: readonly string[];
  /** Keys of its elements that have an equation, row-major: the last dimension varies fastest. */
  readonly elements: readonly CanonicalName[];
}

/** Who wrote the file, and with what (XMILE 1.0, 2.2). */
export interface Header {
  readonly vendor: string;
  readonly product: string;
  readonly productVersion: string;
  readonly title?: string;
  readonly documentation?: string;
}

/** Integration methods a file may ask for (XMILE 1.0, 3.4.1). */
export type FileMethod = 'euler' | 'rk2' | 'rk4' | 'rk45' | 'gear';

/** Run specification (XMILE 1.0, 2.3). Times in the model's time unit. */
export interface SimulationSpecs {
  readonly start: number;
  readonly stop: number;
  readonly dt: number;
  /** First choice and fallbacks, in order. */
  readonly methods: readonly FileMethod[];
  readonly timeUnits: string;
  /** Save step, where the file gives one. */
  readonly saveStep?: number;
}

/** A unit the file declares, with its aliases (XMILE 1.0, 2.4). */
export interface UnitDefinition {
  readonly name: string;
  readonly aliases: readonly string[];
  /** What it stands for; absent for a base unit. */
  readonly definition?: UnitExpression;
  readonly span: Span;
}

/** What every variable has. */
interface VariableBase {
  /** Name as written in the file. */
  readonly written: string;
  /** Name as shown to people. */
  readonly name: string;
  readonly key: CanonicalName;
  readonly documentation?: string;
  readonly units?: UnitExpression;
  readonly range?: { readonly min?: number; readonly max?: number };
  /** For an element of an array: the array it belongs to, and its subscripts as shown to people. */
  readonly element?: {
    readonly array: CanonicalName;
    readonly name: string;
    readonly subscripts: readonly string[];
  };
  /** The variable's element in the file. */
  readonly span: Span;
  /** Made in elaboration, such as a variable of one call of a macro: no one wrote it as it stands here. */
  readonly hidden?: boolean;
}

/** A stock: `equation` is its initial value, evaluated once (XMILE 1.0, 3.1.1). */
export interface Stock extends VariableBase {
  readonly kind: 'stock';
  readonly equation: Expression;
  readonly inflows: readonly FlowReference[];
  readonly outflows: readonly FlowReference[];
}

/** The name of a flow in a stock's `<inflow>` or `<outflow>`. */
export interface FlowReference {
  readonly written: string;
  readonly key: CanonicalName;
  readonly span: Span;
}

/** A flow: a rate per time unit (XMILE 1.0, 3.1.2). */
export interface Flow extends VariableBase {
  readonly kind: 'flow';
  readonly equation: Expression;
  /** As for an auxiliary. */
  readonly initial?: Expression;
  readonly graph?: GraphicalFunction;
}

/** An auxiliary, constants included (XMILE 1.0, 3.1.3). With a graph, the equation is its input. */
export interface Auxiliary extends VariableBase {
  readonly kind: 'auxiliary';
  readonly equation: Expression;
  /** What stands for it while initial values are settled, where that differs (Vensim ACTIVE INITIAL). */
  readonly initial?: Expression;
  readonly graph?: GraphicalFunction;
}

/** A graphical function that stands alone and is called by name (XMILE 1.0, 3.1.4). */
export interface GraphicalVariable extends VariableBase {
  readonly kind: 'graphical';
  readonly graph: GraphicalFunction;
}

/** Any variable of a model. */
export type Variable = Stock | Flow | Auxiliary | GraphicalVariable;

/**
 * Points of a graphical function: `x` ascending, as many `y`.
 * `continuous` holds the ends, `extrapolate` extends the last two points, `discrete` takes the next lower x.
 *
 * @source OASIS XMILE 1.0, 3.1.4 and 4.1.3.
 */
export interface GraphicalFunction {
  readonly type: 'continuous' | 'extrapolate' | 'discrete';
  readonly x: readonly number[];
  readonly y: readonly number[];
}
