import type { Stages } from '../integrate/runge-kutta.js';
import { FunctionWriter, type Local } from './function-writer.js';
import type { PartLocals } from './parts.js';
import type { Unit } from './unit.js';
import { spreadParameter, type Words } from './words.js';

/** Functions that are called from outside. All begin with the first and last time, the time step, seed and step. */
const PARAMETERS = {
  initialise: [],
  observe: [],
  /** And the number of steps. */
  euler: ['f64'],
  /** And the number of steps, the divisor of the weighted sum, and the number of stages. */
  rungeKutta: ['f64', 'f64', 'i32'],
  /** And the model time since the beginning of the step. */
  rates: ['f64'],
} as const;

/** Name of a function that is called from outside. */
export type EntryName = keyof typeof PARAMETERS;

/** A function being written, with the clock and what parts need in locals. */
export interface Entry {
  readonly words: Words;
  readonly name: EntryName;
  readonly writer: FunctionWriter;
  readonly locals: PartLocals;
  /** Parameters after the common ones. */
  extra(index: number): Local;
}

/** Begins a function; time is that of the beginning of the step, stage 0. */
export function newEntry({ words, layout }: Unit, name: EntryName): Entry {
  const writer = new FunctionWriter(['f64', 'f64', 'f64', 'f64', 'f64', ...PARAMETERS[name]]);
  const at = (index: number): Local => spreadParameter(words, writer, writer.parameter(index));
  const locals = {
    start: at(0),
    stop: at(1),
    dt: at(2),
    seed: at(3),
    step: words.lanes === 1 ? writer.parameter(4) : writer.local(words.type),
    time: writer.local(words.type),
    h: writer.local(words.type),
    weight: writer.local(words.type),
    stage: writer.local('i32'),
  };
  if (layout.steps !== undefined) {
    words.load(writer, layout.steps);
    writer.set(locals.step);
  }
  const entry: Entry = { words, name, writer, locals, extra: (index) => writer.parameter(5 + index) };
  setTime(entry);
  return entry;
}

/** Sets the time: `start + step * dt`, and `+ h` within a step. */
export function setTime({ words, writer, locals }: Entry, isWithinStep = false): void {
  writer.get(locals.start);
  writer.get(locals.step);
  writer.get(locals.dt);
  words.arithmetic(writer, 'multiply', 'add');
  if (isWithinStep) {
    writer.get(locals.h);
    words.arithmetic(writer, 'add');
  }
  writer.set(locals.time);
}

/** Repeats `body` for the number of steps in the first parameter of its own, counting in the step. */
export function eachStep({ words, writer, locals, extra }: Entry, body: () => void): void {
  const left = extra(0);
  writer.while(
    () => {
      writer.get(left);
      writer.double(0);
      writer.op('f64.gt');
    },
    () => {
      body();
      writer.get(locals.step);
      words.constant(writer, 1);
      words.arithmetic(writer, 'add');
      writer.set(locals.step);
      writer.get(left);
      writer.double(1);
      writer.op('f64.sub');
      writer.set(left);
    },
  );
}

/** Sets the factor of the weighted sum: `dt / divisor`. */
export function setFactor({ words, writer, locals, extra }: Entry, factor: Local): void {
  writer.get(locals.dt);
  writer.get(spreadParameter(words, writer, extra(1)));
  words.arithmetic(writer, 'divide');
  writer.set(factor);
}

/** Repeats `body` for every stage of a method, with offset, weight and time set. */
export function eachStage(
  entry: Entry,
  tables: { offsets: number; weights: number },
  body: () => void,
): void {
  const { words, writer, locals, extra } = entry;
  const read = (table: number): void => {
    const place = locals.stage;
    writer.get(place);
    writer.integer(8);
    writer.op('i32.mul');
    writer.loadAt(table);
    words.spread(writer);
  };
  writer.integer(0);
  writer.set(locals.stage);
  writer.while(
    () => {
      writer.get(locals.stage);
      writer.get(extra(2));
      writer.op('i32.lt_s');
    },
    () => {
      read(tables.offsets);
      writer.get(locals.dt);
      words.arithmetic(writer, 'multiply');
      writer.set(locals.h);
      read(tables.weights);
      writer.set(locals.weight);
      setTime(entry, true);
      body();
      writer.get(locals.stage);
      writer.integer(1);
      writer.op('i32.add');
      writer.set(locals.stage);
    },
  );
}

/** As {@link eachStage}, of stages known beforehand: `body` is written once for each of them. */
export function eachKnownStage(entry: Entry, { stages }: Stages, body: () => void): void {
  const { words, writer, locals } = entry;
  stages.forEach(({ offset, weight }, stage) => {
    words.constant(writer, offset);
    writer.get(locals.dt);
    words.arithmetic(writer, 'multiply');
    writer.set(locals.h);
    words.constant(writer, weight);
    writer.set(locals.weight);
    writer.integer(stage);
    writer.set(locals.stage);
    setTime(entry, true);
    body();
  });
}
