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

/**
 * An equation as written, as a tree. Every node knows its span in the model file, so a
 * message can point at the very term. Names are resolved later (`structure/resolve`).
 */
export type Expression =
  | { readonly kind: 'number'; readonly value: number; readonly span: Span }
  | { readonly kind: 'name'; readonly written: string; readonly key: CanonicalName; readonly span: Span }
  | {
      readonly kind: 'unary';
      readonly operator: UnaryOperator;
      readonly operand: Expression;
      readonly span: Span;
    }
  | {
      readonly kind: 'binary';
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
      readonly span: Span;
    }
  | {
      readonly kind: 'call';
      /** Function or graphical function as written, with its canonical key. */
      readonly written: string;
      readonly key: CanonicalName;
      readonly arguments: readonly Expression[];
      readonly span: Span;
    }
  | {
      readonly kind: 'if';
      readonly condition: Expression;
      readonly then: Expression;
      readonly otherwise: Expression;
      readonly span: Span;
    };
