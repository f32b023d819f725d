import type { Slot } from '../../lower/program.js';
import { writeBlock } from '../../wasm/block.js';
import { FunctionWriter, type Local, type OwnFunction } from '../../wasm/function-writer.js';
import type { Layout } from '../../wasm/layout.js';
import type { ClockLocals, Unit } from '../../wasm/unit.js';
import { type Part, type PartName, type StockPart, type StockPartName, TICK } from './tick-parts.js';
import type { SinglePlace, TickPlaces } from './tick-places.js';

/** Settles what stands still in the run that the program's values hold, into one lane of the block at the address given. */
export function writeSettle(single: Unit, kernel: Layout, lane: number, { graph, results }: Part): void {
  const writer = new FunctionWriter(['f64', 'f64', 'f64', 'i32']);
  const clock = clockLocals(
    single,
    writer,
    [0, 1, 2].map((index) => writer.parameter(index)),
  );
  const roots = results.map(({ node }) => node);
  const push = writeBlock({ unit: single, writer, clock, graph, roots, nameRoots: true, frozen: 'computed' });
  writer.base = writer.parameter(3);
  for (const { slot, node } of results) {
    writer.store(kernel.at('values', slot) + 8 * lane, () => push(node));
  }
  single.module.define(writer, `settle${lane}`);
}

/** A function that leaves a part's results in the block at the address given: all are computed before the first is stored. */
export function writePart(unit: Unit, { graph, results }: Part): OwnFunction {
  const writer = new FunctionWriter(['i32']);
  writer.base = writer.parameter(0);
  const roots = results.map(({ node }) => node);
  const clock = clockLocals(unit, writer, []);
  const push = writeBlock({ unit, writer, clock, graph, roots, nameRoots: true, frozen: 'computed' });
  for (const { slot, node } of results) {
    unit.words.store(writer, unit.layout.at('values', slot), () => push(node));
  }
  return unit.module.define(writer);
}

/** As {@link writePart}, for one stock after the other: the values of the next stand right behind those of the one before. */
export function writeStockPart(unit: Unit, places: TickPlaces, part: StockPart, stocks: number): OwnFunction {
  const { words, layout } = unit;
  const { graph, results, gathered } = part;
  const writer = new FunctionWriter(['i32']);
  const block = writer.parameter(0);
  writer.base = block;
  const [stock, end] = [writer.local('i32'), writer.local('i32')];
  const width = 8 * words.lanes;
  writer.get(block);
  writer.tee(stock);
  writer.integer(width * stocks);
  writer.op('i32.add');
  writer.set(end);
  const variables = new Map<Slot, Local>();
  const isGathered = (place: SinglePlace): boolean => gathered.some((item) => item.place === place);
  for (const place of places.singles) {
    if (isGathered(place)) continue;
    const local = writer.local(words.type);
    words.load(writer, layout.at('values', places.single(place)));
    writer.set(local);
    variables.set(places.single(place), local);
  }
  const totals = gathered.map(({ place, from }) => {
    const local = writer.local(words.type);
    words.constant(writer, from);
    writer.set(local);
    variables.set(places.single(place), local);
    return local;
  });
  writer.while(
    () => {
      writer.get(stock);
      writer.get(end);
      writer.op('i32.lt_s');
    },
    () => {
      writer.base = stock;
      const roots = [...results, ...gathered].map(({ node }) => node);
      const clock = clockLocals(unit, writer, []);
      const push = writeBlock({
        unit,
        writer,
        clock,
        graph,
        roots,
        nameRoots: true,
        frozen: 'computed',
        variables,
      });
      for (const { slot, node } of results) words.store(writer, layout.at('values', slot), () => push(node));
      gathered.forEach(({ node }, index) => {
        push(node);
        writer.set(totals[index] ?? stock);
      });
      writer.get(stock);
      writer.integer(width);
      writer.op('i32.add');
      writer.set(stock);
    },
  );
  writer.base = block;
  gathered.forEach(({ place }, index) => {
    words.store(writer, layout.at('values', places.single(place)), () => writer.get(totals[index] ?? stock));
  });
  return unit.module.define(writer);
}

/** The function that runs the parts of a tick, each for as many blocks as are asked for before the next. */
export function writeTick(
  { module }: Unit,
  functions: ReadonlyMap<PartName | StockPartName, OwnFunction>,
  stride: number,
): void {
  const writer = new FunctionWriter(['i32']);
  const [at, end] = [writer.local('i32'), writer.local('i32')];
  writer.get(writer.parameter(0));
  writer.integer(stride);
  writer.op('i32.mul');
  writer.set(end);
  for (const name of TICK) {
    const target = functions.get(name);
    if (target === undefined) throw new RangeError(`no part ${name}`);
    writer.integer(0);
    writer.set(at);
    writer.while(
      () => {
        writer.get(at);
        writer.get(end);
        writer.op('i32.lt_s');
      },
      () => {
        writer.get(at);
        writer.callOwn(target);
        writer.get(at);
        writer.integer(stride);
        writer.op('i32.add');
        writer.set(at);
      },
    );
  }
  module.define(writer, 'tick');
}

/** A clock for code that reads none of it, but for what is given of first and last time and time step. */
function clockLocals({ words }: Unit, writer: FunctionWriter, given: readonly Local[]): ClockLocals {
  const [start = writer.local(words.type), stop = start, dt = start] = given;
  return { start, stop, dt, seed: start, step: start, time: start };
}
