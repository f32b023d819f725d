import { Graph } from '../javascript/graph.js';
import { neededFor } from '../lower/node-walk.js';
import type { HeldValue, ProgramStock, Slot } from '../lower/program.js';
import { rateNode } from '../lower/rate-node.js';
import { writeBlock } from './block.js';
import { type Entry, eachStage, eachStep, newEntry, setFactor, setTime } from './entry.js';
import type { FunctionWriter, OwnFunction } from './function-writer.js';
import { callParts, type PartLocals, partsOf, settleParts } from './parts.js';
import type { Unit } from './unit.js';
import { spreadParameter } from './words.js';

/** Parts that steps of every method are made of. */
interface Steps {
  /** Settles what the flows and the memories need. */
  readonly settle: readonly OwnFunction[];
  /** Sets aside what memories take over, and lets them. */
  readonly capture: readonly OwnFunction[];
  readonly commit: readonly OwnFunction[];
}

/**
 * Methods for models too large for one function: every value lives in memory, and functions of moderate size work on
 * it in turn. What no flow or memory needs is left out.
 */
export function writeChunked(unit: Unit, methods: readonly ('euler' | 'rungeKutta')[]): void {
  const steps = { settle: settleMotion(unit), ...memoryParts(unit) };
  for (const method of methods) {
    if (method === 'euler') writeEuler(unit, steps);
    else writeRungeKutta(unit, steps);
  }
}

function writeEuler(unit: Unit, { settle, capture, commit }: Steps): void {
  const { program, words } = unit;
  const step = partsOf(unit, program.stocks, (stock, writer, locals) => {
    const push = writeRate(unit, stock, writer, locals);
    words.store(writer, addressOf(unit, stock), () => {
      words.load(writer, addressOf(unit, stock));
      writer.get(locals.dt);
      push();
      words.arithmetic(writer, 'multiply', 'add');
    });
  });
  const euler = newEntry(unit, 'euler');
  eachStep(euler, () => {
    setTime(euler);
    call(euler, settle, capture, step, commit);
  });
  unit.module.define(euler.writer, euler.name);
}

function writeRungeKutta(unit: Unit, { settle, capture, commit }: Steps): void {
  const { layout, program, words } = unit;
  const value = (stock: ProgramStock): number => addressOf(unit, stock);
  const onStocks = (
    write: (stock: ProgramStock, writer: FunctionWriter, locals: PartLocals, index: number) => void,
  ): readonly OwnFunction[] => partsOf(unit, program.stocks, write);
  const keep = onStocks((stock, writer, _, index) => {
    words.store(writer, layout.at('base', index), () => words.load(writer, value(stock)));
    for (const array of ['rate', 'sum'] as const) {
      words.store(writer, layout.at(array, index), () => words.constant(writer, 0));
    }
  });
  const shift = onStocks((stock, writer, locals, index) => {
    words.store(writer, value(stock), () => {
      words.load(writer, layout.at('base', index));
      writer.get(locals.h);
      words.load(writer, layout.at('rate', index));
      words.arithmetic(writer, 'multiply', 'add');
    });
  });
  const gather = onStocks((stock, writer, locals, index) => {
    const push = writeRate(unit, stock, writer, locals);
    words.store(writer, layout.at('rate', index), push);
    words.store(writer, layout.at('sum', index), () => {
      words.load(writer, layout.at('sum', index));
      writer.get(locals.weight);
      words.load(writer, layout.at('rate', index));
      words.arithmetic(writer, 'multiply', 'add');
    });
  });
  const finish = onStocks((stock, writer, locals, index) => {
    words.store(writer, value(stock), () => {
      words.load(writer, layout.at('base', index));
      writer.get(locals.weight);
      words.load(writer, layout.at('sum', index));
      words.arithmetic(writer, 'multiply', 'add');
    });
  });

  const stages = newEntry(unit, 'rungeKutta');
  const { writer, locals } = stages;
  const factor = writer.local(words.type);
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
    unit.words.store(writer, unit.layout.at('rate', index), writeRate(unit, stock, writer, locals));
  });
  const entry = newEntry(unit, 'rates');
  const { writer, locals } = entry;
  writer.get(spreadParameter(unit.words, writer, entry.extra(0)));
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

/** Byte address of a stock's value. */
const addressOf = ({ layout }: Unit, { slot }: ProgramStock): number => layout.at('values', slot);

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
  const { layout, foreign, program, words } = unit;
  const pending = (index: number): number => layout.at('pending', index);
  const capture = partsOf(unit, program.held, ({ next }: HeldValue, writer, _, index) => {
    writer.store(pending(index), () => words.load(writer, layout.at('values', next)));
  });
  const commit = partsOf(unit, program.held, ({ slot, delay }: HeldValue, writer, locals, index) => {
    words.store(writer, layout.at('values', slot), () => {
      if (delay !== undefined) writer.get(locals.step);
      words.load(writer, pending(index));
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
