import type { ConfidenceContext } from './confidence-context.js';
import type { LeafConstant } from './leaf-constants.js';

/** How many times its value a constant without a range is tried at. */
const LARGE = 10;
/** The same, thoroughly. */
const HUGE = 1000;

/** A constant at one of its limits. */
export interface Extreme {
  readonly constant: LeafConstant;
  readonly value: number;
  /** Whether it is admissible: an end of the range in the file, or of that of a share. Others may not be. */
  readonly admissible: boolean;
}

/**
 * The values to try for a constant: the ends of the range in its file; where there is none, 0 and a multiple of its
 * value, and no more than 1 for what is a share by its unit and value. Its own value is not among them.
 */
export function extremesOf(context: ConfidenceContext, constant: LeafConstant): readonly Extreme[] {
  const { value, definition } = constant;
  const { min, max } = definition.range ?? {};
  const share = isShare(context, constant);
  const top = max ?? (share ? 1 : undefined);
  const multiples =
    value === 0 ? [1] : [LARGE, ...(context.settings.thorough ? [HUGE] : [])].map((one) => one * value);
  const tried = [
    { value: min ?? 0, admissible: min !== undefined || share },
    ...(top === undefined
      ? multiples.map((one) => ({ value: one, admissible: false }))
      : [{ value: top, admissible: true }]),
  ];
  return tried
    .filter((one) => one.value !== value && Number.isFinite(one.value))
    .map((one) => ({ constant, ...one }));
}

/** Whether a constant is a share: without a unit, and from 0 to 1. */
export function isShare(context: ConfidenceContext, { value, variable, definition }: LeafConstant): boolean {
  const dimension = context.units().of(variable.key);
  const max = definition.range?.max;
  return (
    dimension !== undefined &&
    dimension.size === 0 &&
    value >= 0 &&
    value <= 1 &&
    (max === undefined || max <= 1)
  );
}
