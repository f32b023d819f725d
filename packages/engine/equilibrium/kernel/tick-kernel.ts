import type { GraphicalFunction } from '@weir/model';
import type { Program } from '../../lower/program.js';
import { ForeignFunctions } from '../../wasm/foreign-functions.js';
import type { OwnFunction } from '../../wasm/function-writer.js';
import { writeInitialise, writeObserve } from '../../wasm/functions.js';
import { LookupFunctions } from '../../wasm/lookup-functions.js';
import { ModuleWriter } from '../../wasm/module-writer.js';
import { SINGLE_WORDS } from '../../wasm/single-words.js';
import { type CompiledUnit, compileUnit, type Unit } from '../../wasm/unit.js';
import type { FlowGroups } from '../flow-groups.js';
import type { RestGraph } from '../rest-graph.js';
import { writePart, writeSettle, writeStockPart, writeTick } from './tick-functions.js';
import { tickGraph } from './tick-graph.js';
import { layoutsOf } from './tick-layout.js';
import { PART_NAMES, type PartName, STOCK_PART_NAMES, type StockPartName } from './tick-parts.js';
import type { TickCounts } from './tick-places.js';
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
