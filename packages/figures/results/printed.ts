import { fixed } from '../text/number.js';

/** A figure as a publication prints it, read into the unit of the outcome. */
export interface PrintedFigure {
  readonly text: string;
  readonly value: number;
  readonly decimals: number;
  /** 100 for a percentage, else 1. */
  readonly factor: 1 | 100;
}

/**
 * Reads a printed figure: digits with commas, a decimal point, a sign of percent.
 *
 * @example readPrinted('80%') // value 0.8, factor 100, decimals 0
 */
export function readPrinted(text: string): PrintedFigure | undefined {
  const match = text.trim().match(/^\$?([-\u2212+]?[\d,]*(?:\.(\d+))?(?:e[-+]?\d+)?)\s*(%?)$/i);
  const digits = match?.[1]?.replace(/,/g, '').replace('\u2212', '-');
  if (match === null || digits === undefined || !/\d/.test(digits)) return undefined;
  const factor = match[3] === '%' ? 100 : 1;
  return { text, value: Number(digits) / factor, decimals: match[2]?.length ?? 0, factor };
}

/** Whether a value shows the printed digits. */
export type Agreement = 'rounded' | 'cut off' | 'close' | 'different';

/** Below this relative difference, the last printed digits are those of arithmetic, not of the model. */
export const CLOSE = 1e-9;

/**
 * How a value agrees with a printed figure: it rounds to the same digits, or shows them when cut off
 * instead of rounded, or differs by less than {@link CLOSE} of itself.
 */
export function agreement(value: number, printed: PrintedFigure): Agreement {
  const scaled = value * printed.factor;
  const target = fixed(printed.value * printed.factor, printed.decimals);
  if (fixed(scaled, printed.decimals) === target) return 'rounded';
  const unit = 10 ** printed.decimals;
  if (fixed(Math.trunc(scaled * unit) / unit, printed.decimals) === target) return 'cut off';
  return Math.abs(value - printed.value) <= CLOSE * Math.abs(printed.value) ? 'close' : 'different';
}

/** The value with the printed figure's unit and so many more decimals. */
export function likePrinted(value: number, printed: PrintedFigure, more = 0): string {
  const text = fixed(value * printed.factor, printed.decimals + more);
  return printed.factor === 100 ? `${text}%` : text;
}
