import { Graph } from '../javascript/graph.js';
import { neededFor } from '../lower/node-walk.js';
import type { HeldValue, ProgramStock, Slot } from '../lower/program.js';
import { rateNode } from '../lower/rate-node.js';
import { writeBlock } from './block.js';
import { type Entry, eachStage, eachStep, newEntry, setFactor, setTime } from './entry.js';
import type { FunctionWriter, OwnFunction } from './function-writer.js';
import { callParts, type PartLocals, partsOf, settleParts } from './parts.js';
import type { Unit } from './unit.js';

/**
 * Euler and the Runge-Kutta methods for models too large for one function: every value lives in memory, and
 * functions of moderate size work on it in turn. What no flow or memory needs is left out.
 */
export function writeChunked(unit: Unit): void {
  const { layout, program } = unit;
  const settle = settleMotion(unit);
  const { capture, commit } = memoryParts(unit);
  const value = ({ slot }: ProgramStock): number => layout.at('values', slot);
  const onStocks = (
    write: (stock: ProgramStock, writer: FunctionWriter, locals: PartLocals, index: number) => void,
  ): readonly OwnFunction[] => partsOf(unit, program.stocks, write);

  const step = onStocks((stock, writer, locals) => {
    const push = writeRate(unit, stock, writer, locals);
    writer.store(value(stock), () => {
      writer.load(value(stock));
      writer.get(locals.dt);
      push();
      writer.op('f64.mul', 'f64.add');
    });
  });
  const keep = onStocks((stock, writer, _, index) => {
    writer.store(layout.at('base', index), () => writer.load(value(stock)));
    for (const array of ['rate', 'sum'] as const) {
      writer.store(layout.at(array, index), () => writer.double(0));
    }
  });
  const shift = onStocks((stock, writer, locals, index) => {
    writer.store(value(stock), () => {
      writer.load(layout.at('base', index));
      writer.get(locals.h);
      writer.load(layout.at('rate', index));
      writer.op('f64.mul', 'f64.add');
    });
  });
  const gather = onStocks((stock, writer, locals, index) => {
    const push = writeRate(unit, stock, writer, locals);
    writer.store(layout.at('rate', index), push);
    writer.store(layout.at('sum', index), () => {
      writer.load(layout.at('sum', index));
      writer.get(locals.weight);
      writer.load(layout.at('rate', index));
      writer.op('f64.mul', 'f64.add');
    });
  });
  const finish = onStocks((stock, writer, locals, index) => {
    writer.store(value(stock), () => {
      writer.load(layout.at('base', index));
      writer.get(locals.weight);
      writer.load(layout.at('sum', index));
      writer.op('f64.mul', 'f64.add');
    });
  });

  const euler = newEntry('euler');
  eachStep(euler, () => {
    setTime(euler);
    call(euler, settle, capture, step, commit);
  });
  unit.module.define(euler.writer, euler.name);

  const stages = newEntry('rungeKutta');
  const { writer, locals } = stages;
  const factor = writer.local();
  setFactor(stages, factor);
  eachStep(stages, () => {
    call(stages, keep);
    eachStage(stages, layout, () => {
      call(stages, shift, settle);
      if (capture.length > 0) {
        writer.get(locals.stage);
        writer.op('i32.eqz');
        writer.if();
        call(stages, capture);
        writer.op('end');
      }
      call(stages, gather);
    });
    writer.get(factor);
    writer.set(locals.weight);
    call(stages, finish, commit);
  });
  unit.module.define(writer, stages.name);
}

/** The rates of all stocks at one time within a step, in functions of moderate size. */
export function writeChunkedRates(unit: Unit): void {
  const settle = settleMotion(unit);
  const gather = partsOf(unit, unit.program.stocks, (stock, writer, locals, index) => {
    writer.store(unit.layout.at('rate', index), writeRate(unit, stock, writer, locals));
  });
  const entry = newEntry('rates');
  const { writer, locals } = entry;
  writer.get(entry.extra(0));
  writer.set(locals.h);
  // Not the first stage: what is settled once a step stays.
  writer.integer(1);
  writer.set(locals.stage);
  setTime(entry, true);
  call(entry, settle, gather);
  unit.module.define(writer, entry.name);
}

function call({ writer, locals }: Entry, ...lists: readonly (readonly OwnFunction[])[]): void {
  for (const parts of lists) callParts(writer, parts, locals);
}

/** Settles what the flows and the memories need. */
function settleMotion(unit: Unit): readonly OwnFunction[] {
  const { stocks, held, dynamic, oncePerStep } = unit.program;
  const wanted = [
    ...stocks.flatMap((stock): readonly Slot[] => [...stock.inflows, ...stock.outflows]),
    ...held.map(({ next }) => next),
  ];
  return settleParts(unit, neededFor(wanted, dynamic), oncePerStep);
}

/** Parts that set aside what memories take over, and that let them. */
function memoryParts(unit: Unit): {
  readonly capture: readonly OwnFunction[];
  readonly commit: readonly OwnFunction[];
} {
  const { layout, foreign, program } = unit;
  const pending = (index: number): number => layout.at('pending', index);
  const capture = partsOf(unit, program.held, ({ next }: HeldValue, writer, _, index) => {
    writer.store(pending(index), () => writer.load(layout.at('values', next)));
  });
  const commit = partsOf(unit, program.held, ({ slot, delay }: HeldValue, writer, locals, index) => {
    writer.store(layout.at('values', slot), () => {
      if (delay !== undefined) writer.get(locals.step);
      writer.load(pending(index));
      if (delay !== undefined) writer.call(foreign.shift(index));
    });
  });
  return { capture, commit };
}

/** Writes what the rate of a stock relies on, its flows read from memory; gives what pushes it. */
function writeRate(unit: Unit, stock: ProgramStock, writer: FunctionWriter, clock: PartLocals): () => void {
  const graph = new Graph();
  const root = graph.add(rateNode(stock));
  const push = writeBlock({ unit, writer, clock, graph, roots: [root], frozen: 'computed' });
  return () => push(root);
}
