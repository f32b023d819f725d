import type { RANGE_KINDS, RangesFile } from './ranges-schema.js';

/** Numbers of a distribution as a study file writes them; which ones are needed depends on the kind. */
export interface RangeNumbers {
  readonly low?: number;
  readonly high?: number;
  readonly mode?: number;
  readonly mean?: number;
  readonly sd?: number;
  readonly log_mean?: number;
  readonly log_sd?: number;
  readonly alpha?: number;
  readonly beta?: number;
  readonly values?: readonly number[];
  readonly weights?: readonly number[];
}

/** The range of one input, as written. */
export interface WrittenRange {
  readonly kind: (typeof RANGE_KINDS)[number];
  readonly numbers: RangeNumbers;
  /** Nothing below or above is drawn. */
  readonly min?: number;
  readonly max?: number;
  readonly basis?: string;
}

/** A rule for many inputs: uniform within a share of the default to either side. */
export interface RelativeRule {
  readonly by: number;
  /** Whether it is for every constant that the model file gives as a number. */
  readonly constants: boolean;
  readonly inputs: readonly string[];
  readonly except: readonly string[];
  readonly basis?: string;
}

/** How far inputs may lie from their defaults, as a study file writes it. */
export interface RangeSet {
  readonly id: string;
  readonly label: string;
  readonly justification: string;
  readonly source?: string;
  /** Id of the set that this one begins with. */
  readonly from?: string;
  readonly relative: readonly RelativeRule[];
  /** By name as written. */
  readonly inputs: ReadonlyMap<string, WrittenRange>;
  readonly shares: readonly string[];
  readonly hold: readonly string[];
}

/** The range sets of a study file, in their order. */
export function rangeSetsOf(file: RangesFile): readonly RangeSet[] {
  return Object.entries(file).map(([id, { source, from, relative, inputs, ...rest }]) => ({
    id,
    ...rest,
    ...(source === undefined ? {} : { source }),
    ...(from === undefined ? {} : { from }),
    relative: relative.map(({ basis, ...rule }) => ({ ...rule, ...(basis === undefined ? {} : { basis }) })),
    inputs: new Map(Object.entries(inputs).map(([name, written]) => [name, rangeOf(written)])),
  }));
}

function rangeOf({ kind, min, max, basis, ...written }: RangesFile[string]['inputs'][string]): WrittenRange {
  const { low, high, mode, mean, sd, log_mean, log_sd, alpha, beta, values, weights } = written;
  return {
    kind,
    numbers: {
      ...(low === undefined ? {} : { low }),
      ...(high === undefined ? {} : { high }),
      ...(mode === undefined ? {} : { mode }),
      ...(mean === undefined ? {} : { mean }),
      ...(sd === undefined ? {} : { sd }),
      ...(log_mean === undefined ? {} : { log_mean }),
      ...(log_sd === undefined ? {} : { log_sd }),
      ...(alpha === undefined ? {} : { alpha }),
      ...(beta === undefined ? {} : { beta }),
      ...(values === undefined ? {} : { values }),
      ...(weights === undefined ? {} : { weights }),
    },
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    ...(basis === undefined ? {} : { basis }),
  };
}

/**
 * Range sets without inputs that a model has no more.
 *
 * @param isGone - Tells of a name as written.
 */
export function rangesWithout(
  sets: readonly RangeSet[],
  isGone: (name: string) => boolean,
): readonly RangeSet[] {
  const left = (names: readonly string[]) => names.filter((name) => !isGone(name));
  return sets.map((set) => ({
    ...set,
    relative: set.relative.map((rule) => ({ ...rule, inputs: left(rule.inputs), except: left(rule.except) })),
    inputs: new Map([...set.inputs].filter(([name]) => !isGone(name))),
    shares: left(set.shares),
    hold: left(set.hold),
  }));
}
