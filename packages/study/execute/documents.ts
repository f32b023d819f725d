import type { BackendName, Method } from '@weir/engine';
import type { DatedChange } from '../scenario/dated-change.js';
import type { AccumulatingDocument } from './accumulating-in.js';

/** How a run was made, as printed with it. */
export interface SettingsDocument {
  readonly method: Method;
  readonly dt: number;
  /** Seed of random numbers; absent where the model has none. */
  readonly seed?: number;
  /** `published`, `equilibrium`, or a number of months. */
  readonly until: string | number;
  readonly backend: BackendName;
  /** Where stocks started, where that is not as the model file says: at the point of rest of the baseline scenario. */
  readonly from?: 'equilibrium';
  /** When the settings of scenarios began, where that is not the start of the run, as `AT+OVER`. */
  readonly begin?: string;
}

/**
 * One run as `weir run --format json` prints it. Keys of `outcomes` are outcome ids; keys of `stocks`,
 * `inputs` are short names where the study gives them, else names of variables.
 */
export interface RunDocument extends AccumulatingDocument {
  readonly weir: string;
  readonly model: string;
  /** First 16 hex digits of the SHA-256 of (program, inputs, settings): the run's identity. */
  readonly run_id: string;
  readonly scenario: string;
  readonly corrections: readonly string[];
  readonly settings: SettingsDocument;
  /** Everything that was set from outside for the whole run, or until its first change; scenario and `--set` together. */
  readonly inputs: Readonly<Record<string, number>>;
  /** What changes at dates, by the same names; absent where nothing does. */
  readonly changes?: Readonly<Record<string, readonly DatedChange[]>>;
  /** Series from data files, by name of the variable; absent where there are none. */
  readonly tables?: Readonly<Record<string, { readonly file: string; readonly column: string }>>;
  readonly stop: { readonly month: number; readonly reason: string };
  readonly outcomes: Readonly<Record<string, number>>;
  readonly stocks: Readonly<Record<string, number>>;
  /** With `--save-every`: `month` and one column an outcome. */
  readonly series?: Readonly<Record<string, readonly number[]>>;
}

/** Several scenarios side by side, as `weir compare --format json` prints it. */
export interface ComparisonDocument {
  readonly weir: string;
  readonly model: string;
  readonly baseline: string;
  readonly corrections: readonly string[];
  readonly settings: SettingsDocument;
  readonly runs: readonly RunDocument[];
  /** 100 x (scenario / baseline - 1), by scenario and outcome; null where the baseline is 0. */
  readonly change_percent: Readonly<Record<string, Readonly<Record<string, number | null>>>>;
  readonly limits: { readonly strip: string; readonly points: readonly string[] };
}
