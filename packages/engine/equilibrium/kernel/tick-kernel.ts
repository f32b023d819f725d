import type { GraphicalFunction } from '@weir/model';
import type { ClockSettings } from '../../backend.js';
import { lookupTable } from '../../builtins/table-lookup.js';
import type { Program, Slot } from '../../lower/program.js';
import { writeBlock } from '../../wasm/block.js';
import { ForeignFunctions } from '../../wasm/foreign-functions.js';
import { FunctionWriter, type Local, type OwnFunction } from '../../wasm/function-writer.js';
import { writeInitialise, writeObserve } from '../../wasm/functions.js';
import { Layout, Room } from '../../wasm/layout.js';
import { LookupFunctions } from '../../wasm/lookup-functions.js';
import { ModuleWriter } from '../../wasm/module-writer.js';
import { SINGLE_WORDS } from '../../wasm/single-words.js';
import { type ClockLocals, type CompiledUnit, compileUnit, ready, type Unit } from '../../wasm/unit.js';
import type { FlowGroups } from '../flow-groups.js';
import type { RestGraph } from '../rest-graph.js';
import {
  PART_NAMES,
  type Part,
  type PartName,
  STOCK_PART_NAMES,
  type StockPart,
  type StockPartName,
  TICK,
  tickGraph,
} from './tick-graph.js';
import { type SinglePlace, type StockPlace, type TickCounts, TickPlaces } from './tick-places.js';
import { tickWords } from './tick-words.js';

/** A kernel compiled: plain data beside the module, which can be posted to workers. */
export interface TickKernel extends CompiledUnit {
  readonly lanes: 1 | 2;
  readonly counts: TickCounts;
  /** The program's tables, and those of their slopes. */
  readonly tables: readonly GraphicalFunction[];
  /** Whether a total of stocks is conserved. */
  readonly conserves: boolean;
}

/**
 * How many pairs of runs a tick takes on, one after the other in each of its parts: the code of a part is the longer to fetch
 * from memory, the more other code was run since.
 */
const BLOCKS = 4;

/** The layouts in a kernel's memory: of its own values for each block of lanes, and of the program's for a run that begins or ends. */
interface TickLayouts {
  /** Of the first block. */
  readonly kernel: Layout;
  /** Bytes from one block to the next. */
  readonly stride: number;
  readonly single: Layout;
}

function layoutsOf(program: Program, places: TickPlaces, lanes: 1 | 2): TickLayouts {
  const room = new Room();
  const sizes = { variables: { length: places.count }, stocks: [], held: [] };
  const kernel = new Layout(sizes, lanes, room);
  const second = new Layout(sizes, lanes, room);
  for (let block = 2; block < BLOCKS; block += 1) new Layout(sizes, lanes, room);
  return { kernel, stride: second.values - kernel.values, single: new Layout(program, 1, room) };
}

/**
 * Compiles a program's search for rest, for one run or for two side by side.
 *
 * @throws CompileError of WebAssembly where the surroundings forbid generated code, or an equation breaks a limit of the
 * JavaScript engine.
 */
export function tickKernel(program: Program, rest: RestGraph, groups: FlowGroups, lanes: 1 | 2): TickKernel {
  const { places, settle, parts, stockParts } = tickGraph(program, rest, groups);
  const module = new ModuleWriter();
  const foreign = new ForeignFunctions(module);
  const { kernel, single: singleLayout, stride } = layoutsOf(program, places, lanes);
  const lookups = new LookupFunctions(module, singleLayout, rest.tables);
  const shared = { program, module, foreign, lookups };
  const single: Unit = { ...shared, layout: singleLayout, words: SINGLE_WORDS };
  const own: Unit = { ...shared, layout: kernel, words: tickWords(lanes) };
  writeInitialise(single);
  writeObserve(single);
  for (let lane = 0; lane < lanes; lane += 1) writeSettle(single, kernel, lane, settle);
  const functions = new Map<PartName | StockPartName, OwnFunction>();
  for (const name of PART_NAMES) functions.set(name, writePart(own, parts[name]));
  for (const name of STOCK_PART_NAMES) {
    functions.set(name, writeStockPart(own, places, stockParts[name], program.stocks.length));
  }
  writeTick(own, functions, stride);
  return {
    ...compileUnit(own),
    lanes,
    counts: places.counts,
    tables: rest.tables,
    conserves: groups.conserved.size > 0,
  };
}

/** Settles what stands still in the run that the program's values hold, into one lane of the block at the address given. */
function writeSettle(single: Unit, kernel: Layout, lane: number, { graph, results }: Part): void {
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
function writePart(unit: Unit, { graph, results }: Part): OwnFunction {
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
function writeStockPart(unit: Unit, places: TickPlaces, part: StockPart, stocks: number): OwnFunction {
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
function writeTick(
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

/** A kernel with a memory of its own: one run a lane. */
export class TickMachine {
  /** Runs at work at a time. */
  readonly lanes: number;
  /** Runs side by side in a block; values of the others stand further on. */
  readonly width: 1 | 2;
  readonly stocks: number;
  readonly conserves: boolean;
  /** Values of the program for a run that begins or ends, shape `[variables]`. */
  readonly values: Float64Array;
  /** Which of them are given, shape `[variables]`. */
  readonly given: Uint8Array;
  /** Takes on the runs of the first lanes. */
  readonly tick: (count: number) => void;
  readonly #memory: Float64Array;
  readonly #places: TickPlaces;
  readonly #stride: number;
  readonly #initialise: (...operands: readonly number[]) => void;
  readonly #observe: (...operands: readonly number[]) => void;
  readonly #stockSlots: Int32Array;
  readonly #settle: readonly ((...operands: readonly number[]) => void)[];

  constructor(program: Program, kernel: TickKernel) {
    const { lanes } = kernel;
    const places = new TickPlaces(program, kernel.counts);
    const { single, stride } = layoutsOf(program, places, lanes);
    this.#stride = stride;
    const { memory, bytes, exported } = ready(kernel, kernel.tables.map(lookupTable), () => Number.NaN);
    this.lanes = lanes * BLOCKS;
    this.width = lanes;
    this.stocks = program.stocks.length;
    this.conserves = kernel.conserves;
    this.#places = places;
    this.#memory = memory;
    const from = single.values / 8;
    this.values = memory.subarray(from, from + program.variables.length);
    this.given = bytes.subarray(single.given, single.given + program.variables.length);
    const tick = exported('tick');
    this.tick = (count) => tick(Math.ceil(count / lanes));
    this.#stockSlots = Int32Array.from(program.stocks, ({ slot }) => slot);
    this.#initialise = exported('initialise');
    this.#observe = exported('observe');
    this.#settle = Array.from({ length: lanes }, (_, lane) => exported(`settle${lane}`));
  }

  /** Settles constants and initial values from what is given in {@link values}. */
  initialise({ start, stop, dt }: ClockSettings): void {
    this.#initialise(start, stop, dt, 0, 0);
  }

  /** Puts the run in {@link values} into a lane. */
  begin(lane: number, { start, stop, dt }: ClockSettings): void {
    this.#settle[lane % this.width]?.(start, stop, dt, this.#block(lane));
  }

  /** Puts stocks into {@link values}, shape `[stocks]`. */
  setStocks(stocks: Float64Array): void {
    for (let index = 0; index < stocks.length; index += 1) {
      this.values[this.#stockSlots[index] ?? 0] = stocks[index] ?? Number.NaN;
    }
  }

  /** Recomputes auxiliaries and flows from the stocks in {@link values}. */
  observe({ start, stop, dt }: ClockSettings): void {
    this.#observe(start, stop, dt, 0, 0);
  }

  /** Where the values of a lane stand in {@link cells}: at this position and every {@link width} after it. */
  position(lane: number, place: StockPlace, stock = 0): number {
    return this.#block(lane) / 8 + this.#places.of(place, stock) * this.width + (lane % this.width);
  }

  /** Where a single value stands. */
  singlePosition(lane: number, place: SinglePlace): number {
    return this.#block(lane) / 8 + this.#places.single(place) * this.width + (lane % this.width);
  }

  #block(lane: number): number {
    return Math.floor(lane / this.width) * this.#stride;
  }

  /** The kernel's memory. */
  get cells(): Float64Array {
    return this.#memory;
  }
}
