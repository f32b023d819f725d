import type { Span } from '../source/source-text.js';

/** Units as written, as a tree (XMILE 1.0, 3.3.6). `1` and an empty text are dimensionless. */
export type UnitExpression =
  | { readonly kind: 'one'; readonly span: Span }
  | { readonly kind: 'unit'; readonly name: string; readonly span: Span }
  | {
      readonly kind: 'product' | 'quotient';
      readonly left: UnitExpression;
      readonly right: UnitExpression;
      readonly span: Span;
    }
  | { readonly kind: 'power'; readonly base: UnitExpression; readonly exponent: number; readonly span: Span };
