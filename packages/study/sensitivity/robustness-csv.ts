import { type Cell, csvText } from '../store/csv.js';
import type { RobustnessDocument } from './robustness-document.js';

/** A robustness analysis as CSV, a row a claim and set of ranges. */
export function robustnessCsv({ claims, ranges }: RobustnessDocument): string {
  const columns = [
    'claim',
    'outcome',
    'scenario',
    'than',
    'direction',
    'stated',
    'at_default_change_percent',
    'at_default_holds',
    'ranges',
    'attempted',
    'usable',
    'holds',
    'opposite',
    'equal',
    'share',
    'share_low',
    'share_high',
    'median_change_percent',
    'low_change_percent',
    'high_change_percent',
    'sentence',
    'source',
  ];
  const rows = claims.flatMap((claim) =>
    ranges.flatMap(({ id }): readonly (readonly Cell[])[] => {
      const counts = claim.by_ranges[id];
      if (counts === undefined) return [];
      return [
        [
          claim.claim,
          claim.outcome,
          claim.scenario,
          claim.than,
          claim.direction,
          claim.stated,
          claim.at_default?.change_percent ?? null,
          claim.at_default?.holds ?? null,
          id,
          counts.attempted,
          counts.usable,
          counts.holds,
          counts.opposite,
          counts.equal,
          counts.share,
          counts.share_low,
          counts.share_high,
          counts.change_percent?.median ?? null,
          counts.change_percent?.low ?? null,
          counts.change_percent?.high ?? null,
          claim.sentence,
          claim.source,
        ],
      ];
    }),
  );
  return csvText(columns, rows);
}
