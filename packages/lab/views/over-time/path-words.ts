import { fixed, level, MINUS } from '@weir/figures';
import type { PathMeasure } from '../../compute/difference-path.js';
import type { LabOutcome } from '../../models/lab-study.js';

/** The unit in which a measure of an outcome is written. */
export function measureUnit({ kind, unit }: LabOutcome, measure: PathMeasure): string {
  if (measure === 'percent') return kind === 'share' ? 'points' : '%';
  if (kind === 'share') return measure === 'level' ? 'share' : 'points';
  return unit;
}

/** A value of a measure for reading. */
export function measureText(value: number, outcome: LabOutcome, measure: PathMeasure): string {
  if (!Number.isFinite(value)) return 'not known';
  if (measure === 'percent') return `${signed(value, 1)} ${measureUnit(outcome, measure)}`;
  if (measure === 'level') return level(value, outcome.kind);
  return outcome.kind === 'share'
    ? `${signed(value * 100, 1)} points`
    : `${signed(value, Math.abs(value) < 10 ? 1 : 0)} ${outcome.unit}`;
}

/** A number for an axis. */
export function tickText(value: number, outcome: LabOutcome, measure: PathMeasure): string {
  if (measure !== 'percent' && outcome.kind === 'share') return `${fixed(value * 100, 0)} %`;
  const size = Math.abs(value);
  return fixed(value, size === 0 || size >= 10 || Number.isInteger(value) ? 0 : size >= 1 ? 1 : 2);
}

/** A number with its sign, also where it is positive. */
export function signed(value: number, decimals: number): string {
  const text = fixed(value, decimals);
  return text.startsWith(MINUS) || !/[1-9]/.test(text) ? text : `+${text}`;
}
