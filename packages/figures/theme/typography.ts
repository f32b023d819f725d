/** System fonts only: nothing is fetched, and text stays text. */
export const FONT_STACK =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "Liberation Sans", Arial, sans-serif';

/** Sizes in pixels; `tick` is for the numbers of axes only. */
export const FONT_SIZE = { tick: 13, small: 14, base: 16, lead: 18, heading: 22, title: 28 } as const;

/** Spacing in pixels. */
export const SPACE = { 1: 4, 2: 8, 3: 12, 4: 16, 5: 24, 6: 32, 7: 48 } as const;

const AVERAGE_ADVANCE = 0.62;
const WIDE_ADVANCE = 0.7;
const WIDEST_ADVANCE = 0.95;
const NARROW_ADVANCE = 0.37;

/**
 * Width of a line of text in pixels, estimated on the safe side: the fonts of the reader's system are
 * not known here.
 */
export function estimatedWidth(text: string, size: number, bold = false): number {
  let units = 0;
  for (const character of text) {
    if (/[MWmw%@]/.test(character)) units += WIDEST_ADVANCE;
    else if (/[A-Z0-9\u2191\u2193=+\u2212]/.test(character)) units += WIDE_ADVANCE;
    else if (/[ijltfr.,:;'()|\u00a0 ]/.test(character)) units += NARROW_ADVANCE;
    else units += AVERAGE_ADVANCE;
  }
  return units * size * (bold ? 1.07 : 1);
}

/** Breaks text into lines no wider than `width`, at blanks; a single long word stands alone. */
export function wrapText(text: string, width: number, size: number, bold = false): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && estimatedWidth(longer, size, bold) > width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return line === '' ? lines : [...lines, line];
}
