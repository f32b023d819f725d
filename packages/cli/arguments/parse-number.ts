const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/**
 * A number as people write it on a command line, or undefined: no blanks, no units, no grouping,
 * and nothing that is not finite.
 *
 * @example parseNumber('1e-3') // 0.001
 */
export function parseNumber(text: string): number | undefined {
  if (!DECIMAL.test(text)) return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}
