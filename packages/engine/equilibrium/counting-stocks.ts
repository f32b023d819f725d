import { netFlow } from '../integrate/net-flow.js';
import type { Program, ProgramStock, Slot } from '../lower/program.js';
import { flowGroups } from './flow-groups.js';
import { settlingStocks } from './settling-stocks.js';

/** A counting stock that is the rest of a total which cannot change. */
interface Remainder {
  readonly slot: Slot;
  /** The other stocks of the total. */
  readonly others: readonly Slot[];
}

/** Stocks that only count: on which nothing of what settles depends. */
export interface CountingStocks {
  /** The program without them: they are constants of a run there. */
  readonly settling: Program;
  readonly remainders: readonly Remainder[];
  /** Those that have no value at a point of rest, since it is not the point that decides it but the way there. */
  readonly open: readonly ProgramStock[];
}

/** Net flow of a counting stock, as a share of its flows, that is rounding. */
const ROUNDING = 1e-9;

/** Splits a program into what settles and what only counts. Where nothing settles by itself, all of it counts as settling. */
export function countingStocks(program: Program): CountingStocks {
  const settling = settlingStocks(program);
  if (settling.length === 0) return { settling: program, remainders: [], open: [] };
  const counting = program.stocks.filter((stock) => !settling.includes(stock));
  const { groupOf, conserved } = flowGroups(program);
  const remainders: Remainder[] = [];
  const open: ProgramStock[] = [];
  for (const stock of counting) {
    const group = groupOf[program.stocks.indexOf(stock)] ?? -1;
    const others = program.stocks.filter((other, index) => other !== stock && groupOf[index] === group);
    const isRest = conserved.has(group) && others.every((other) => !counting.includes(other));
    if (isRest) remainders.push({ slot: stock.slot, others: others.map(({ slot }) => slot) });
    else open.push(stock);
  }
  return { settling: { ...program, stocks: settling }, remainders, open };
}

/** Total of a remainder and the others, at the start; shape `[remainders]`. */
export function totalsOf({ remainders }: CountingStocks, values: Float64Array): Float64Array {
  return Float64Array.from(
    remainders,
    ({ slot, others }) => sumOf(others, values) + (values[slot] ?? Number.NaN),
  );
}

/** Sets the counting stocks that are the rest of a total. */
export function placeRemainders(
  { remainders }: CountingStocks,
  totals: Float64Array,
  values: Float64Array,
): void {
  for (const [index, { slot, others }] of remainders.entries()) {
    values[slot] = (totals[index] ?? Number.NaN) - sumOf(others, values);
  }
}

/** A stock that goes on counting at a point of rest. */
export interface Accumulating {
  readonly slot: Slot;
  /** Its net flow, per time unit. */
  readonly rate: number;
}

/** The counting stocks that go on at a point of rest; `values` are those there, shape `[variables]`. */
export function accumulatingAt({ open }: CountingStocks, values: Float64Array): readonly Accumulating[] {
  return open.flatMap((stock) => {
    const rate = netFlow(stock, values);
    const flows = [...stock.inflows, ...stock.outflows];
    const size = flows.reduce((sum, flow) => sum + Math.abs(values[flow] ?? Number.NaN), 0);
    return Math.abs(rate) > ROUNDING * size ? [{ slot: stock.slot, rate }] : [];
  });
}

function sumOf(slots: readonly Slot[], values: Float64Array): number {
  return slots.reduce((sum, slot) => sum + (values[slot] ?? Number.NaN), 0);
}
