import type { Batch } from '@weir/engine';
import type { Outcome } from '@weir/model';
import type { PreparedStudy } from '../../execute/prepared-study.js';
import type { PatternSets } from '../../study-file/patterns.js';
import { evaluatePattern } from './evaluate-pattern.js';
import { parameterSets } from './parameter-sets.js';
import { PatternRuns } from './pattern-runs.js';

/** Sets that are run at once: their series are held together. */
const AT_ONCE = 25;

/** How many parameter sets keep each pattern. */
export interface PatternShares {
  readonly sets: number;
  /** Sets that keep the pattern, by its id; patterns without a criterion over sets are left out. */
  readonly kept: ReadonlyMap<string, number>;
  /** Sets that keep them all. */
  readonly all: number;
}

/** Counts the parameter sets that keep each pattern. The same seed gives the same count, whatever the chunks. */
export function patternShares(
  prepared: PreparedStudy,
  varied: PatternSets,
  sets: number,
  seed: number,
): PatternShares {
  const { every, tests } = prepared.study.patterns;
  const counted = tests.filter(({ expect }) => expect.some(({ overSets }) => overSets !== undefined));
  const kept = new Map(counted.map(({ id }) => [id, 0]));
  const rows = parameterSets(prepared, varied, sets, seed);
  const settings = { every, ...(varied.dt === undefined ? {} : { dt: varied.dt }) };
  const batches: Map<string, Outcome<Batch>> = new Map();
  let all = 0;
  for (let first = 0; first < rows.length; first += AT_ONCE) {
    const chunk = rows.slice(first, first + AT_ONCE);
    const runs = new PatternRuns(prepared, chunk, settings, batches);
    for (const row of chunk.keys()) {
      let missing = 0;
      for (const pattern of counted) {
        const found = evaluatePattern(prepared, runs, pattern, row, true);
        if (found.ok && found.value.every(({ holds }) => holds))
          kept.set(pattern.id, (kept.get(pattern.id) ?? 0) + 1);
        else missing += 1;
      }
      if (missing === 0) all += 1;
    }
  }
  return { sets: rows.length, kept, all };
}
