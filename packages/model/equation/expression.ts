import type { CanonicalName } from '../names/canonical-name.js';
import type { Span } from '../source/source-text.js';

/** Operators of two operands (XMILE 1.0, 3.3.1); comparisons and logic give 1 or 0. */
export type BinaryOperator =
  | '+'
  | '-'
  | '*'
  | '/'
  | '^'
  | 'mod'
  | '<'
  | '<='
  | '>'
  | '>='
  | '='
  | '<>'
  | 'and'
  | 'or';

/** Operators of one operand. */
export type UnaryOperator = '+' | '-' | 'not';

/** What expressions of every form are made of; `Extra` adds nodes that only some forms have. */
type ExpressionOf<Extra> =
  | { readonly kind: 'number'; readonly value: number; readonly span: Span }
  | { readonly kind: 'name'; readonly written: string; readonly key: CanonicalName; readonly span: Span }
  | {
      readonly kind: 'unary';
      readonly operator: UnaryOperator;
      readonly operand: ExpressionOf<Extra>;
      readonly span: Span;
    }
  | {
      readonly kind: 'binary';
      readonly operator: BinaryOperator;
      readonly left: ExpressionOf<Extra>;
      readonly right: ExpressionOf<Extra>;
      readonly span: Span;
    }
  | {
      readonly kind: 'call';
      /** Function or graphical function as written, with its canonical key. */
      readonly written: string;
      readonly key: CanonicalName;
      readonly arguments: readonly ExpressionOf<Extra>[];
      readonly span: Span;
    }
  | {
      readonly kind: 'if';
      readonly condition: ExpressionOf<Extra>;
      readonly then: ExpressionOf<Extra>;
      readonly otherwise: ExpressionOf<Extra>;
      readonly span: Span;
    }
  | Extra;

/**
 * An equation of one value, as a tree. Every node knows its span in the model file, so a message can point
 * at the very term. Names are resolved later (`structure/resolve`).
 */
export type Expression = ExpressionOf<never>;

/** An equation as written: it may name elements and slices of arrays, which `elaborate` takes apart. */
export type WrittenExpression = ExpressionOf<ArrayNode>;

/** What only equations over arrays have (XMILE 1.0, 3.7.1). */
export type ArrayNode =
  /** An element or a slice: `A[Boston]`, `A[1, *]`, `A[@2]`; `graph[Boston](x)` has the call around it. */
  | {
      readonly kind: 'element';
      readonly written: string;
      readonly key: CanonicalName;
      readonly subscripts: readonly Subscript[];
      readonly span: Span;
    }
  | { readonly kind: 'transpose'; readonly operand: WrittenExpression; readonly span: Span };

/** One index of an element or slice. */
export type Subscript =
  /** A name (element, subrange or dimension) or a computed position: which, elaboration decides. */
  | { readonly kind: 'expression'; readonly expression: WrittenExpression }
  /** `*`: all elements; or `name!` of Vensim: each element of that range. */
  | { readonly kind: 'all'; readonly of?: CanonicalName }
  /** `1:3` */
  | { readonly kind: 'range'; readonly from: WrittenExpression; readonly to: WrittenExpression }
  /** `@2`: the index at that position of the equation's own dimensions. */
  | { readonly kind: 'position'; readonly position: number };
