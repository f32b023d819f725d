import { fixed, NO_BREAK, significant } from '../text/number.js';
import { estimatedWidth, FONT_SIZE } from '../theme/typography.js';

/** A number of any size for a label: three or four figures, no needless decimals. */
export function shortNumber(value: number | null): string {
  if (value === null) return 'no limit';
  const rounded = significant(value, 3);
  const size = Math.abs(rounded);
  if (size >= 1000) return fixed(significant(value, 4), 0);
  if (Number.isInteger(rounded)) return fixed(rounded, 0);
  if (size < 0.001) return rounded.toExponential(1);
  return fixed(rounded, size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3)
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');
}

/** A change in percent with its sign. */
export const signedPercent = (value: number): string =>
  `${value > 0 ? '+' : ''}${fixed(value, 1)}${NO_BREAK}%`;

/** A name in lines no wider than `width`, broken after underscores and at blanks. */
export function nameLines(name: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const part of name.split(/(?<=[_ ])/)) {
    if (line !== '' && estimatedWidth(line + part, FONT_SIZE.tick, true) > width) {
      lines.push(line.trim());
      line = part;
    } else line += part;
  }
  return [...lines, line.trim()];
}
