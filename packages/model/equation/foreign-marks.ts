/** A mark of another language, met in an equation, with the way XMILE writes it. */
export interface ForeignMark {
  readonly mark: string;
  readonly message: string;
  readonly hint: string;
}

// Longest first. What follows is the hint.
const MARKS: readonly (readonly [mark: string, hint: string])[] = [
  [':AND:', 'Write `AND`.'],
  [':OR:', 'Write `OR`.'],
  [':NOT:', 'Write `NOT`.'],
  ['==', 'Write `=` to compare.'],
  ['!=', 'Write `<>` for unequal.'],
  ['=<', 'Write `<=`.'],
  ['=>', 'Write `>=`.'],
  ['&&', 'Write `AND`.'],
  ['||', 'Write `OR`.'],
  ['**', 'Write `^` for a power.'],
  ['//', 'Write `/` to divide and `INT(x / y)` for the whole part; comments stand in `{ }`.'],
  [':=', 'Write only the right-hand side of the equation.'],
  ['!', 'Write `NOT`.'],
  ['%', 'Divide by 100, or write `MOD` for the remainder.'],
  [';', 'An equation is one expression; remove the `;`.'],
  ["'", 'Put names in double quotes: `"name"`.'],
  ['\u2212', 'Write the minus of the keyboard, `-`.'],
  ['\u2013', 'Write the minus of the keyboard, `-`.'],
  ['\u2014', 'Write the minus of the keyboard, `-`.'],
  ['\u00d7', 'Write `*`.'],
  ['\u00b7', 'Write `*`.'],
  ['\u00f7', 'Write `/`.'],
  ['\u2264', 'Write `<=`.'],
  ['\u2265', 'Write `>=`.'],
  ['\u2260', 'Write `<>`.'],
  ['\u201c', 'Write straight quotes, `"`.'],
  ['\u201d', 'Write straight quotes, `"`.'],
  ['\u2018', 'Write straight double quotes, `"`.'],
  ['\u2019', 'Write straight double quotes, `"`.'],
];

/** The foreign mark that stands at an offset, if one does. */
export function foreignMark(text: string, at: number): ForeignMark | undefined {
  const here = text.slice(at, at + 5).toUpperCase();
  const found = MARKS.find(([mark]) => here.startsWith(mark));
  if (found === undefined) return undefined;
  const [mark, hint] = found;
  return { mark, message: `\`${mark}\` has no meaning in an equation.`, hint };
}
