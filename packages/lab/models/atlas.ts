import type { Scene } from '@weir/figures';
import type { CanonicalName } from '@weir/model';

/** What there is to see of a model besides its numbers: diagrams, equations and structure, as plain data. */
export interface Atlas {
  readonly views: readonly AtlasView[];
  /** In the order of the file; hidden ones left out. */
  readonly variables: readonly AtlasVariable[];
  readonly loops: readonly AtlasLoop[];
  /** `all` loops, or a shortest independent set where they are too many. */
  readonly loopSet: 'all' | 'independent';
}

/** A diagram of the model, laid out. */
export interface AtlasView {
  readonly title: string;
  readonly scene: Scene;
  /** Whether the file has no such diagram and it was laid out here. */
  readonly isMade: boolean;
}

/** A variable with everything that its card says. */
export interface AtlasVariable {
  readonly key: CanonicalName;
  readonly name: string;
  readonly short: string;
  readonly kind: 'stock' | 'flow' | 'auxiliary' | 'graphical';
  /** Whether it is settled by numbers alone and can be set. */
  readonly isConstant: boolean;
  readonly unit: string;
  readonly documentation: string;
  /** For a stock: its initial value. */
  readonly equation: readonly EquationPart[];
  /** Flows of a stock. */
  readonly inflows: readonly CanonicalName[];
  readonly outflows: readonly CanonicalName[];
  readonly causes: readonly CanonicalName[];
  readonly uses: readonly CanonicalName[];
  readonly graph?: { readonly x: readonly number[]; readonly y: readonly number[] };
}

/** A piece of an equation as text; a name of a variable leads to its card. */
export interface EquationPart {
  readonly text: string;
  readonly key?: CanonicalName;
}

/** A feedback loop, by the variables on it in the order of influence. */
export interface AtlasLoop {
  readonly variables: readonly CanonicalName[];
  /** `+` reinforcing, `-` balancing, `?` where it depends on the values. */
  readonly polarity: string;
}
