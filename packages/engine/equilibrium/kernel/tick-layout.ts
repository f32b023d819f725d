import type { Program } from '../../lower/program.js';
import { Layout, Room } from '../../wasm/layout.js';
import type { TickPlaces } from './tick-places.js';

/**
 * How many pairs of runs a tick takes on, one after the other in each of its parts: the code of a part is the longer to fetch
 * from memory, the more other code was run since.
 */
export const BLOCKS = 4;

/** The layouts in a kernel's memory: of its own values for each block of lanes, and of the program's for a run that begins or ends. */
export interface TickLayouts {
  /** Of the first block. */
  readonly kernel: Layout;
  /** Bytes from one block to the next. */
  readonly stride: number;
  readonly single: Layout;
}

/** The layouts of a kernel: the same wherever they are made. */
export function layoutsOf(program: Program, places: TickPlaces, lanes: 1 | 2): TickLayouts {
  const room = new Room();
  const sizes = { variables: { length: places.count }, stocks: [], held: [] };
  const kernel = new Layout(sizes, lanes, room);
  const second = new Layout(sizes, lanes, room);
  for (let block = 2; block < BLOCKS; block += 1) new Layout(sizes, lanes, room);
  return { kernel, stride: second.values - kernel.values, single: new Layout(program, 1, room) };
}
