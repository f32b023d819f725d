import type { NodeId } from '../javascript/graph.js';
import type { Motion } from '../javascript/motion.js';
import { type PushNode, writeBlock } from './block.js';
import { type Entry, eachStage, eachStep, newEntry, setFactor, setTime } from './entry.js';
import type { FunctionWriter, Local } from './function-writer.js';
import { writeInvariants, writeLoopBody } from './loop-body.js';
import type { Unit } from './unit.js';

/**
 * Euler and the Runge-Kutta methods as one loop each: stocks and shared expressions in variables, and whatever does
 * not change during the run computed once before the loop. Memories and what is settled once a step stay in memory.
 */
export function writeFused(unit: Unit, motion: Motion): void {
  writeEuler(unit, motion);
  writeRungeKutta(unit, motion);
}

function writeEuler(unit: Unit, motion: Motion): void {
  const entry = newEntry('euler');
  const { writer, locals } = entry;
  const known = writeInvariants(unit, motion, entry);
  const state = loadStocks(unit, writer);
  const pending = unit.program.held.map(() => writer.local());
  eachStep(entry, () => {
    setTime(entry);
    const push = writeLoopBody(unit, motion, entry, known, state, 'computed');
    pending.forEach((local, index) => {
      pushAt(motion.next, index, push);
      writer.set(local);
    });
    // All new stocks are on the stack before the first of them is set.
    state.forEach((local, stock) => {
      writer.get(local);
      writer.get(locals.dt);
      pushAt(motion.rates, stock, push);
      writer.op('f64.mul', 'f64.add');
    });
    for (const local of [...state].reverse()) writer.set(local);
    writeCommit(unit, entry, pending);
  });
  storeStocks(unit, writer, state);
  unit.module.define(writer, entry.name);
}

function writeRungeKutta(unit: Unit, motion: Motion): void {
  const entry = newEntry('rungeKutta');
  const { writer, locals } = entry;
  const factor = writer.local();
  setFactor(entry, factor);
  const known = writeInvariants(unit, motion, entry);
  const state = loadStocks(unit, writer);
  const [shifted, rate, sum] = [state, state, state].map((stocks) => stocks.map(() => writer.local()));
  if (shifted === undefined || rate === undefined || sum === undefined) throw new RangeError('no stages');
  const pending = unit.program.held.map(() => writer.local());
  /** Sets each of `target` to `from + factor * of`. */
  const combine = (
    target: readonly Local[],
    from: readonly Local[],
    by: Local,
    of: readonly Local[],
  ): void => {
    target.forEach((local, stock) => {
      writer.get(from[stock] ?? local);
      writer.get(by);
      writer.get(of[stock] ?? local);
      writer.op('f64.mul', 'f64.add');
      writer.set(local);
    });
  };
  eachStep(entry, () => {
    for (const local of [...rate, ...sum]) {
      writer.double(0);
      writer.set(local);
    }
    eachStage(entry, unit.layout, () => {
      combine(shifted, state, locals.h, rate);
      const push = writeLoopBody(unit, motion, entry, known, shifted, 'by stage');
      if (pending.length > 0) {
        writer.get(locals.stage);
        writer.op('i32.eqz');
        writer.if();
        pending.forEach((local, index) => {
          pushAt(motion.next, index, push);
          writer.set(local);
        });
        writer.op('end');
      }
      rate.forEach((local, stock) => {
        pushAt(motion.rates, stock, push);
        writer.set(local);
      });
      combine(sum, sum, locals.weight, rate);
    });
    combine(state, state, factor, sum);
    writeCommit(unit, entry, pending);
  });
  storeStocks(unit, writer, state);
  unit.module.define(writer, entry.name);
}

/** The rates of all stocks at one time within a step, as one function. */
export function writeFusedRates(unit: Unit, { graph, rates }: Motion): void {
  const entry = newEntry('rates');
  const { writer, locals } = entry;
  writer.get(entry.extra(0));
  writer.set(locals.h);
  setTime(entry, true);
  const push = writeBlock({ unit, writer, clock: locals, graph, roots: rates, frozen: 'read' });
  rates.forEach((id, stock) => {
    writer.store(unit.layout.at('rate', stock), () => push(id));
  });
  unit.module.define(writer, entry.name);
}

function loadStocks({ program, layout }: Unit, writer: FunctionWriter): readonly Local[] {
  return program.stocks.map(({ slot }) => {
    const local = writer.local();
    writer.load(layout.at('values', slot));
    writer.set(local);
    return local;
  });
}

function storeStocks({ program, layout }: Unit, writer: FunctionWriter, state: readonly Local[]): void {
  state.forEach((local, stock) => {
    const slot = program.stocks[stock]?.slot;
    if (slot !== undefined) writer.store(layout.at('values', slot), () => writer.get(local));
  });
}

/** Ends a step: memories take over what was pending. */
function writeCommit(
  { program, layout, foreign }: Unit,
  { writer, locals }: Entry,
  pending: readonly Local[],
): void {
  pending.forEach((local, index) => {
    const held = program.held[index];
    if (held === undefined) return;
    writer.store(layout.at('values', held.slot), () => {
      if (held.delay !== undefined) writer.get(locals.step);
      writer.get(local);
      if (held.delay !== undefined) writer.call(foreign.shift(index));
    });
  });
}

function pushAt(ids: readonly NodeId[], index: number, push: PushNode): void {
  const id = ids[index];
  if (id === undefined) throw new RangeError(`nothing at ${index}`);
  push(id);
}
