import { echoAgrees, relativeDifference } from '@weir/analysis';
import type { AuditedJoin, JoinKind } from './audit-document.js';
import type { Echo } from './find-echoes.js';

/** A join: the row of the sample for each row of results, shape [results]; below 0 where there is none. */
export interface Join {
  readonly by: JoinKind;
  readonly places: Int32Array;
  readonly facts: AuditedJoin;
}

/**
 * What speaks for and against a join.
 *
 * @param places - Shape [results]; -1 where no sample fits, -2 where several do.
 */
export function weighJoin(
  by: JoinKind,
  places: Int32Array,
  echoes: readonly Echo[],
  tolerance: number,
): Join {
  let inPlace = 0;
  let largestDisplacement = 0;
  let without = 0;
  let several = 0;
  let agreeing = 0;
  let equalBits = 0;
  let largest = 0;
  for (const [row, place] of places.entries()) {
    if (place === -1) without += 1;
    if (place === -2) several += 1;
    if (place < 0) continue;
    if (place === row) inPlace += 1;
    largestDisplacement = Math.max(largestDisplacement, Math.abs(place - row));
    let agrees = true;
    for (const echo of echoes) {
      const { from, back } = echo;
      if (Object.is(back[row], from[place])) equalBits += 1;
      else if (!echoAgrees(echo, row, place, tolerance)) agrees = false;
      largest = Math.max(largest, relativeDifference(back[row], from[place]));
    }
    if (agrees) agreeing += 1;
  }
  const rows = places.length - without - several;
  const facts: AuditedJoin = {
    by,
    rows,
    rows_without_sample: without,
    rows_with_several: several,
    in_place: inPlace,
    largest_displacement: largestDisplacement,
    echo_cells: rows * echoes.length,
    equal_bits: equalBits,
    agreeing_rows: echoes.length === 0 ? 0 : agreeing,
    largest_difference: echoes.length === 0 || !Number.isFinite(largest) ? null : largest,
    confirmed: echoes.length > 0 && rows > 0 && agreeing === places.length,
  };
  return { by, places, facts };
}
