import type { PreparedStudy } from '@weir/study';
import fc from 'fast-check';

/** Numbers from which a state of a model with parameters is made. */
export interface Point {
  /** Where each parameter lies in its range, from 0 to 1. */
  readonly parameters: readonly number[];
  /** Logarithms of stocks; minus infinity for an empty one. */
  readonly sizes: readonly number[];
  /** Shares of people with a record. */
  readonly records: readonly number[];
}

/** More than the models have of each. */
const MOST = 100;
const share = fc.double({ min: 0, max: 1, noNaN: true });
const size = fc.oneof(
  { weight: 3, arbitrary: fc.double({ min: -7, max: 16, noNaN: true }) },
  { weight: 1, arbitrary: fc.constant(Number.NEGATIVE_INFINITY) },
);
const list = (of: fc.Arbitrary<number>) => fc.array(of, { minLength: MOST, maxLength: MOST });

/** Points all over the ranges, one in four stocks empty, now and then everybody with a record. */
export const points: fc.Arbitrary<Point> = fc.record({
  parameters: list(share),
  sizes: list(size),
  records: list(fc.oneof(share, fc.constant(1))),
});

/** A parameter and its range. */
interface Varied {
  readonly slot: number;
  readonly low: number;
  readonly high: number;
}

/** Evaluates a corrected or published Massachusetts model anywhere. */
export class Evaluation {
  readonly parameters: readonly Varied[];
  /** The stock of which a stock holds those with a record. */
  readonly wholes: ReadonlyMap<number, number>;

  /**
   * @param prepared - The model.
   * @param published - The published model, whose documentation has the hand-set ranges.
   * @param wide - Whether these are taken, or 20 % around the published values.
   */
  constructor(
    readonly prepared: PreparedStudy,
    published: PreparedStudy,
    wide: boolean,
  ) {
    const { program } = prepared;
    const values = this.settle(new Map());
    this.parameters = program.variables.flatMap(({ slot, key, timing }) => {
      const { documentation = '' } = published.model.variables.get(key) ?? {};
      if (timing !== 'constant' || !documentation.includes('Value: ')) return [];
      const [, low, high] = (wide && /Range: ([\d.]+) to ([\d.]+)/.exec(documentation)) || [];
      const value = values[slot] ?? Number.NaN;
      if (low !== undefined && high !== undefined) return [{ slot, low: Number(low), high: Number(high) }];
      return value === 0 ? [] : [{ slot, low: 0.8 * value, high: 1.2 * value }];
    });
    this.wholes = new Map(
      program.stocks.flatMap(({ slot }) => {
        const { name = '' } = program.variables[slot] ?? {};
        const whole = program.variables.find((other) => `${other.name} with record` === name);
        return whole?.kind === 'stock' ? [[slot, whole.slot] as const] : [];
      }),
    );
  }

  /** All values of the model, shape `[variables]`, with one stock emptied if asked. */
  at({ parameters, sizes, records }: Point, empty?: number): Float64Array {
    const { stocks } = this.prepared.program;
    const given = new Map<number, number>();
    for (const [index, { slot, low, high }] of this.parameters.entries())
      given.set(slot, low + (high - low) * (parameters[index] ?? 0));
    const sizeOf = (slot: number) =>
      slot === empty ? 0 : Math.exp(sizes[stocks.findIndex((stock) => stock.slot === slot)] ?? 0);
    for (const [index, { slot }] of stocks.entries()) {
      const whole = this.wholes.get(slot);
      const own = whole === undefined ? sizeOf(slot) : (records[index] ?? 0) * sizeOf(whole);
      given.set(slot, slot === empty ? 0 : own);
    }
    return this.settle(given);
  }

  /** Names of flows that run against their arrow at a point, with their values. */
  backwards(point: Point): readonly (readonly [name: string, value: number])[] {
    const values = this.at(point);
    return this.prepared.program.variables.flatMap(({ kind, slot, name }) => {
      const value = values[slot] ?? Number.NaN;
      return kind !== 'flow' || value >= 0 ? [] : [[name, value] as const];
    });
  }

  private settle(given: ReadonlyMap<number, number>): Float64Array {
    const { program, executable } = this.prepared;
    const { start, stop, dt } = program;
    const values = new Float64Array(program.variables.length);
    const isGiven = new Uint8Array(values.length);
    for (const [slot, value] of given) {
      values[slot] = value;
      isGiven[slot] = 1;
    }
    const code = executable('javascript');
    code.initialise(values, isGiven, { start, stop, dt });
    code.observe(values, { start, stop, dt }, 0);
    return values;
  }
}
