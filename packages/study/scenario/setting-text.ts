import { numberText } from '../run-id/number-text.js';
import type { DatedChange, PhaseIn } from './dated-change.js';

const NUMBER = String.raw`[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?`;
const SETTING = new RegExp(`^(${NUMBER})(?:@(${NUMBER})(?:\\+(${NUMBER}))?)?$`, 'i');
const PHASE_IN = new RegExp(`^(${NUMBER})(?:\\+(${NUMBER}))?$`, 'i');

/**
 * A value as people write it, with or without a date: `VALUE`, `VALUE@AT` or `VALUE@AT+OVER`. Undefined for anything
 * else, numbers that are not finite and times that run backwards included.
 *
 * @example readSetting('0.1@12+6') // { value: 0.1, at: 12, over: 6 }
 * @example readSetting('0.1') // 0.1
 */
export function readSetting(text: string): number | DatedChange | undefined {
  const [, value, at, over] = SETTING.exec(text.trim()) ?? [];
  if (value === undefined || !Number.isFinite(Number(value))) return undefined;
  if (at === undefined) return Number(value);
  const phase = phaseOf(at, over);
  return phase === undefined ? undefined : { value: Number(value), ...phase };
}

/**
 * A beginning as people write it: `AT` or `AT+OVER`. Undefined for anything else.
 *
 * @example readPhaseIn('12+6') // { at: 12, over: 6 }
 */
export function readPhaseIn(text: string): PhaseIn | undefined {
  const [, at, over] = PHASE_IN.exec(text.trim()) ?? [];
  return at === undefined ? undefined : phaseOf(at, over);
}

/** A dated change as {@link readSetting} reads it back to the last bit. */
export function settingText({ value, at, over }: DatedChange): string {
  return `${numberText(value)}@${phaseInText({ at, over })}`;
}

/** A beginning as {@link readPhaseIn} reads it. */
export function phaseInText({ at, over }: PhaseIn): string {
  return over === 0 ? numberText(at) : `${numberText(at)}+${numberText(over)}`;
}

function phaseOf(at: string, over: string | undefined): PhaseIn | undefined {
  const phase = { at: Number(at), over: Number(over ?? '0') };
  return Number.isFinite(phase.at) && Number.isFinite(phase.over) && phase.over >= 0 ? phase : undefined;
}
