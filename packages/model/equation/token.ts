/** A token of an equation, with its offsets in the decoded text. */
export type Token = { readonly start: number; readonly end: number } & (
  | { readonly kind: 'number'; readonly value: number }
  /** A name as written, quotes included. Keywords are told apart by the parser. */
  | { readonly kind: 'name'; readonly written: string }
  | { readonly kind: 'symbol'; readonly symbol: Mark }
  | { readonly kind: 'end' }
);

/** Marks of the equation language. */
export type Mark =
  | '+'
  | '-'
  | '*'
  | '/'
  | '^'
  | '<'
  | '<='
  | '>'
  | '>='
  | '='
  | '<>'
  | '('
  | ')'
  | ','
  | '['
  | ']'
  | '.'
  | "'"
  | '@'
  | ':';

/** Marks by length, the longest first. `@` and `:` are marks within brackets only; `'` only after an operand. */
export const SYMBOLS: readonly Mark[] = [
  '<=',
  '>=',
  '<>',
  '+',
  '-',
  '*',
  '/',
  '^',
  '<',
  '>',
  '=',
  '(',
  ')',
  ',',
  '[',
  ']',
  '.',
  "'",
  '@',
  ':',
];
