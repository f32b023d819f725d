import type { Accumulating } from '@weir/engine';
import { shortNameOf } from '../names/name-index.js';
import type { PreparedStudy } from './prepared-study.js';

/** Stocks that only count and go on counting where all else stands still: part of a document. */
export interface AccumulatingDocument {
  /** Net flow of each per time unit, by name; absent where there are none. */
  readonly accumulating?: Readonly<Record<string, number>>;
}

/** Names the stocks that go on counting. */
export function accumulatingIn(
  { program, bound }: PreparedStudy,
  found: readonly Accumulating[],
): AccumulatingDocument {
  const named = found.flatMap(({ slot, rate }) => {
    const variable = program.variables[slot];
    if (variable === undefined || variable.kind === 'hidden') return [];
    return [[shortNameOf(bound.names, variable), rate] as const];
  });
  return named.length === 0 ? {} : { accumulating: Object.fromEntries(named) };
}
