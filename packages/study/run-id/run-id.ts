import type { BackendName, RunSettings, StopRule } from '@weir/engine';
import { numberText } from './number-text.js';
import { sha256Hex } from './sha256-hex.js';

/** Hex digits of the hash that make a run id: 64 bits. */
const RUN_ID_DIGITS = 16;

/** Everything that decides what a run computes. */
export interface RunIdentity {
  /** SHA-256 of the program's text. */
  readonly programHash: string;
  /** Values from outside by canonical name of the variable, in any order. */
  readonly inputs: ReadonlyMap<string, number>;
  readonly settings: RunSettings;
  readonly backend: BackendName;
}

/**
 * The identity of a run: the first 16 hex digits of the SHA-256 of (program, inputs, settings). Results are
 * stored and joined by it, never by position. The scenario's name does not enter: two scenarios that set the
 * same values are the same run.
 */
export function runId(identity: RunIdentity): string {
  return sha256Hex(identityText(identity)).slice(0, RUN_ID_DIGITS);
}

/** The text that is hashed, one fact a line. */
function identityText({ programHash, inputs, settings, backend }: RunIdentity): string {
  const sorted = [...inputs].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return [
    'weir run 1',
    `program ${programHash}`,
    ...sorted.map(([key, value]) => `input ${JSON.stringify(key)} ${numberText(value)}`),
    `method ${settings.method}`,
    `dt ${numberText(settings.dt)}`,
    `stop ${stopText(settings.stop)}`,
    `save ${settings.saveEvery === undefined ? 'end' : numberText(settings.saveEvery)}`,
    ...(settings.seed === undefined ? [] : [`seed ${numberText(settings.seed)}`]),
    `backend ${backend}`,
  ].join('\n');
}

function stopText(stop: StopRule): string {
  switch (stop.kind) {
    case 'time':
      return `time ${numberText(stop.time)}`;
    case 'steady':
      return `steady ${[stop.tolerance, stop.checkEvery, stop.cap].map(numberText).join(' ')}${stop.from === undefined ? '' : ` from ${numberText(stop.from)}`}`;
    case 'window': {
      const { watch, sampleEvery, window, from, every, tolerance } = stop.rule;
      const figures = [sampleEvery, window, from, every, tolerance, stop.cap].map(numberText);
      return `window ${figures.join(' ')} watch ${watch.join(' ')}`;
    }
  }
}
