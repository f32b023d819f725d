/** Red, green and blue from 0 to 1 of a `#rrggbb` color. */
function channels(color: string): readonly number[] {
  if (!/^#[0-9a-f]{6}$/i.test(color)) throw new Error(`Not a #rrggbb color: ${color}`);
  return [1, 3, 5].map((start) => Number.parseInt(color.slice(start, start + 2), 16) / 255);
}

/**
 * Relative luminance, 0 for black to 1 for white.
 *
 * @source WCAG 2.2, definition of relative luminance.
 */
export function luminance(color: string): number {
  const weights = [0.2126, 0.7152, 0.0722];
  return channels(color)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
    .reduce((sum, value, index) => sum + value * (weights[index] ?? 0), 0);
}

/**
 * Contrast ratio of two colors, from 1 to 21.
 *
 * @source WCAG 2.2, definition of contrast ratio.
 * @example contrastRatio('#000000', '#FFFFFF') // 21
 */
export function contrastRatio(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}
