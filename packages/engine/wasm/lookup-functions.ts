import type { GraphicalFunction } from '@weir/model';
import { FunctionWriter, type Local, type OwnFunction } from './function-writer.js';
import type { Layout } from './layout.js';
import type { ModuleWriter } from './module-writer.js';

/** A graphical function in a module: call the function with the argument, the address and the offset. */
export interface OwnLookup {
  readonly target: OwnFunction;
  /** Byte address of the first point: x, then y, then those of the next point. */
  readonly address: number;
  /** Bytes from the first point to the last. */
  readonly last: number;
}

const POINT = 16;
const [X, Y] = [0, 8];

/** The graphical functions of a module, which it computes by itself, with the operations of `lookUp` in their order. */
export class LookupFunctions {
  readonly #module: ModuleWriter;
  readonly #layout: Layout;
  readonly #tables: readonly GraphicalFunction[];
  readonly #lookups = new Map<number, OwnLookup>();
  readonly #functions = new Map<GraphicalFunction['type'], OwnFunction>();

  /** @param layout - Sets aside the room for the points. */
  constructor(module: ModuleWriter, layout: Layout, tables: readonly GraphicalFunction[]) {
    this.#module = module;
    this.#layout = layout;
    this.#tables = tables;
  }

  /** @returns `undefined` for a table without points, or that there is not. */
  of(index: number): OwnLookup | undefined {
    const known = this.#lookups.get(index);
    const table = this.#tables[index];
    if (known !== undefined || table === undefined || table.x.length === 0) return known;
    const points = table.x.flatMap((x, point) => [x, table.y[point] ?? Number.NaN]);
    const address = this.#layout.doubles(points.length);
    this.#module.doubles(address, points);
    const made = { target: this.#functionOf(table.type), address, last: POINT * (table.x.length - 1) };
    this.#lookups.set(index, made);
    return made;
  }

  #functionOf(type: GraphicalFunction['type']): OwnFunction {
    const known = this.#functions.get(type);
    if (known !== undefined) return known;
    const made = this.#module.define(lookupFunction(type));
    this.#functions.set(type, made);
    return made;
  }
}

/** Writes `lookUp` for tables of a type. */
function lookupFunction(type: GraphicalFunction['type']): FunctionWriter {
  const writer = new FunctionWriter(['f64', 'i32', 'i32'], ['f64']);
  const [at, address, last] = [writer.parameter(0), writer.parameter(1), writer.parameter(2)];
  const [low, high, middle] = [writer.local('i32'), writer.local('i32'), writer.local('i32')];
  const end = writer.local('i32');
  writer.get(address);
  writer.get(last);
  writer.op('i32.add');
  writer.set(end);
  const load = (point: Local, part: number): void => {
    writer.get(point);
    writer.loadAt(part);
  };
  /** Gives back what `push` leaves, where the number before it is not 0. */
  const giveIf = (push: () => void): void => {
    writer.if();
    push();
    writer.op('return', 'end');
  };
  /** Pushes the line through a point and the next; exact at the first of them. */
  const line = (point: Local): void => {
    load(point, Y);
    writer.get(at);
    load(point, X);
    writer.op('f64.sub');
    load(point, POINT + X);
    load(point, X);
    writer.op('f64.sub', 'f64.div');
    load(point, POINT + Y);
    load(point, Y);
    writer.op('f64.sub', 'f64.mul', 'f64.add');
  };
  const isExtrapolated = type === 'extrapolate';

  writer.get(at);
  writer.get(at);
  writer.op('f64.ne');
  giveIf(() => writer.get(at));
  if (isExtrapolated) {
    writer.get(last);
    writer.op('i32.eqz');
    giveIf(() => load(address, Y));
  }
  writer.get(at);
  load(address, X);
  writer.op('f64.lt');
  giveIf(() => (isExtrapolated ? line(address) : load(address, Y)));
  writer.get(at);
  load(end, X);
  writer.op(isExtrapolated ? 'f64.eq' : 'f64.ge');
  giveIf(() => load(end, Y));
  writer.get(address);
  writer.set(low);
  writer.get(end);
  writer.set(high);
  if (isExtrapolated) {
    // Beyond the last point, the last line: the search then has nothing to do.
    writer.get(at);
    load(end, X);
    writer.op('f64.gt');
    writer.if();
    writer.get(end);
    writer.integer(POINT);
    writer.op('i32.sub');
    writer.set(low);
    writer.op('end');
  }
  // Invariant: x[low] <= at < x[high].
  writer.while(
    () => {
      writer.get(high);
      writer.get(low);
      writer.op('i32.sub');
      writer.integer(POINT);
      writer.op('i32.gt_s');
    },
    () => {
      writer.get(low);
      writer.get(high);
      writer.get(low);
      writer.op('i32.sub');
      writer.integer(1);
      writer.op('i32.shr_u');
      writer.integer(-POINT);
      writer.op('i32.and', 'i32.add');
      writer.set(middle);
      load(middle, X);
      writer.get(at);
      writer.op('f64.le');
      writer.if();
      writer.get(middle);
      writer.set(low);
      writer.op('else');
      writer.get(middle);
      writer.set(high);
      writer.op('end');
    },
  );
  if (type === 'discrete') load(low, Y);
  else line(low);
  return writer;
}
