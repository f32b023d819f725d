import type { ClockSettings } from '../../backend.js';
import { allFinite } from '../../integrate/fault.js';
import { type CountingStocks, placeRemainders, totalsOf } from '../counting-stocks.js';
import { isBalanced } from '../residual.js';
import { LaneSearch } from './lane-search.js';
import type { TickMachine } from './tick-machine.js';

/** Runs whose points of rest are wanted. */
export interface Rows {
  readonly count: number;
  /**
   * Writes a row's inputs into zeroed values, and marks them as given; both of shape `[variables]`.
   *
   * @returns Whether they can be set.
   */
  give(row: number, values: Float64Array, given: Uint8Array): boolean;
  /** The point of a row, with all values there, shape `[variables]`; they are overwritten afterwards. */
  found(row: number, values: Float64Array, jacobians: number): void;
  /** A row for which the quick search came to no clear end: it must be solved with more care. */
  doubtful(row: number, jacobians: number): void;
}

/**
 * Searches for the points of rest of many runs with the lanes of a machine. A lane takes the next row when its search has
 * ended; what becomes of a row never depends on what is in the other lanes.
 */
export function searchRows(
  machine: TickMachine,
  counting: CountingStocks,
  clock: ClockSettings,
  rows: Rows,
): void {
  const searches = Array.from({ length: machine.lanes }, (_, lane) => new LaneSearch(machine, lane));
  const rowOf = searches.map(() => -1);
  let nextRow = 0;
  const initialise = (row: number): boolean => {
    machine.values.fill(0);
    machine.given.fill(0);
    if (!rows.give(row, machine.values, machine.given)) return false;
    machine.initialise(clock);
    return true;
  };
  const begin = (lane: number, search: LaneSearch): void => {
    while (nextRow < rows.count) {
      const row = nextRow;
      nextRow += 1;
      if (initialise(row)) {
        machine.begin(lane, clock);
        search.begin();
        if (search.state === 'searching') {
          rowOf[lane] = row;
          return;
        }
      }
      rows.doubtful(row, 0);
    }
    rowOf[lane] = -1;
  };
  const end = (row: number, search: LaneSearch): void => {
    // The machine's values are of the run that began last, in whichever lane.
    if (search.state === 'rest' && initialise(row)) {
      const totals = totalsOf(counting, machine.values);
      machine.setStocks(search.point);
      placeRemainders(counting, totals, machine.values);
      machine.observe(clock);
      if (allFinite(machine.values) && isBalanced(counting.settling, machine.values)) {
        rows.found(row, machine.values, search.ticks);
        return;
      }
    }
    rows.doubtful(row, search.ticks);
  };

  searches.forEach((search, lane) => {
    begin(lane, search);
  });
  for (;;) {
    // Lanes up to the last one at work.
    let count = rowOf.length;
    while (count > 0 && (rowOf[count - 1] ?? -1) < 0) count -= 1;
    if (count === 0) return;
    machine.tick(count);
    for (let lane = 0; lane < count; lane += 1) {
      const search = searches[lane];
      const row = rowOf[lane] ?? -1;
      if (search === undefined || row < 0) continue;
      search.look();
      if (search.state === 'searching') continue;
      end(row, search);
      begin(lane, search);
    }
  }
}
