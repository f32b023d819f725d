import { contrastRatio } from '../theme/contrast.js';
import { LIGHT } from '../theme/tokens.js';

/** Ends of the scale, told apart by people who do not tell red from green. */
const NEGATIVE = [33, 92, 160] as const;
const POSITIVE = [176, 88, 6] as const;
const MIDDLE = [255, 255, 255] as const;

/** A color of a diverging scale: blue below 0, white at 0, ochre above. @param part - From -1 to 1. */
export function divergingColor(part: number): string {
  const size = Math.min(1, Math.abs(part));
  const end = part < 0 ? NEGATIVE : POSITIVE;
  const channels = MIDDLE.map((from, c) => Math.round(from + size * ((end[c] ?? 0) - from)));
  return `#${channels.map((value) => value.toString(16).padStart(2, '0')).join('')}`.toUpperCase();
}

/** Least contrast of text. @source WCAG 2.2, 1.4.3 */
const READABLE = 4.5;

/** The usual text where it can be read on a fill, else black or white: one of the two always can. */
export function textOn(fill: string): string {
  if (contrastRatio(LIGHT.text, fill) >= READABLE) return LIGHT.text;
  return contrastRatio('#000000', fill) >= READABLE ? '#000000' : '#FFFFFF';
}
