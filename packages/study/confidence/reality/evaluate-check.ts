import type { RealityCheck } from '../../study-file/reality-checks.js';
import { shown } from '../confidence-test.js';
import type { OutcomeValues, SituationValues } from './situation-values.js';

/** Share of the size of two values below which they are the same number. */
const SAME = 1e-9;
/** Share of the baseline below which a value is zero. */
const NOTHING = 1e-9;

/** What a Reality Check came to. */
export interface CheckResult {
  readonly check: RealityCheck;
  readonly holds: boolean;
  /** The value that the expectation is about; NaN where there is none. */
  readonly value: number;
  /** The value it is compared with; absent where it is compared with a limit. */
  readonly other?: number;
  /** One sentence: what was expected and what was found. */
  readonly message: string;
}

/** Evaluates a Reality Check. */
export function evaluateCheck(check: RealityCheck, values: SituationValues): CheckResult {
  const { given, expect } = check;
  const own = values.of(given, given.start, expect.at);
  const against = values.of(expect.against, given.start, expect.at);
  const at = expect.at === 'rest' ? 'at rest' : `at ${expect.at}`;
  const [value, reason] = read(own, expect.outcome);
  const [other, otherReason] = read(against, expect.outcome);
  if (reason !== undefined || otherReason !== undefined) {
    const message = `\`${expect.outcome}\` has no value ${at}: ${reason ?? otherReason}.`;
    return { check, holds: false, value: Number.NaN, message };
  }
  const { direction, value: limit = Number.NaN } = expect;
  if (direction === 'at most' || direction === 'at least') {
    const holds = direction === 'at most' ? value <= limit : value >= limit;
    const message = `\`${expect.outcome}\` is ${shown(value)} ${at}; expected ${direction} ${shown(limit)}.`;
    return { check, holds, value, message };
  }
  const holds = fits(check, value, other);
  const by = other === 0 ? '' : `, ${signed((100 * (value - other)) / Math.abs(other))} %`;
  const expected = direction === 'zero' ? 'expected zero' : `expected ${direction} than that`;
  const words = direction === 'about the same' ? 'expected about the same' : expected;
  const message = `\`${expect.outcome}\` is ${shown(value)} ${at}, against ${shown(other)}${by}; ${words}.`;
  return { check, holds, value, other, message };
}

function fits({ expect }: RealityCheck, value: number, other: number): boolean {
  const size = Math.abs(other);
  const rounding = SAME * Math.max(size, Math.abs(value));
  switch (expect.direction) {
    case 'lower':
      return value < other - Math.max(expect.by * size, rounding);
    case 'higher':
      return value > other + Math.max(expect.by * size, rounding);
    case 'about the same':
      return Math.abs(value - other) <= expect.within * size;
    case 'zero':
      return Math.abs(value) <= NOTHING * Math.max(size, 1);
    default:
      return false;
  }
}

function read(values: OutcomeValues, outcome: string): readonly [value: number, reason?: string] {
  if (!values.ok) return [Number.NaN, values.reason.replace(/\.$/, '')];
  const value = values.values[outcome];
  return value === undefined || !Number.isFinite(value) ? [Number.NaN, 'it has none'] : [value];
}

function signed(value: number): string {
  return `${value > 0 ? '+' : ''}${shown(value)}`;
}
