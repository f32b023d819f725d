/** A token of a Vensim equation, with its offsets in the file. */
export type Token = { readonly start: number; readonly end: number } & (
  | { readonly kind: 'number'; readonly value: number }
  /** A name as written, quotes included, its lines joined and its blanks made one. */
  | { readonly kind: 'name'; readonly written: string }
  /** A word between colons, in upper case without them, such as `AND`. */
  | { readonly kind: 'keyword'; readonly word: Keyword }
  /** A text in single quotes: the name of a file or a cell. */
  | { readonly kind: 'text' }
  | { readonly kind: 'symbol'; readonly symbol: Mark }
  | { readonly kind: 'end' }
);

/** Words between colons that equations know. */
export const KEYWORDS = [
  'AND',
  'OR',
  'NOT',
  'NA',
  'EXCEPT',
  'INTERPOLATE',
  'RAW',
  'HOLD FORWARD',
  'HOLD BACKWARD',
  'LOOK FORWARD',
  'BACKWARD',
  'IMPLIES',
  'THE CONDITION',
  'TEST INPUT',
  'CROSSING',
  'AT LEAST ONCE',
] as const;

/** A word between colons. */
export type Keyword = (typeof KEYWORDS)[number];

/** Marks by length, the longest first. */
export const MARKS = [
  '<->',
  '<=',
  '>=',
  '<>',
  '==',
  ':=',
  '->',
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
  ';',
  ':',
  '[',
  ']',
  '!',
] as const;

/** A mark of the equation language. */
export type Mark = (typeof MARKS)[number];
