import { interpreter, javascript, type Slot, simulate, wasm } from '@weir/engine';
import { canonicalName } from '@weir/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prepareStudy } from '../execute/prepared-study.js';
import { modelOf, settled, TANK_MODEL, tank } from '../testing/small-study.js';
import { type DatedSlots, datedProgram } from './dated-program.js';

const { program } = tank();

function slotIn(of: typeof program, name: string): Slot {
  const slot = of.slotOf.get(canonicalName(name));
  if (slot === undefined) throw new Error(`no ${name}`);
  return slot;
}

const rate = slotIn(program, 'Arrival rate');
const arrivals = slotIn(program, 'Arrivals');
const inside = slotIn(program, 'People inside');

const settings = { method: 'rk4', dt: 0.25, stop: { kind: 'time', time: 20 }, saveEvery: 0.25 } as const;
const backends = [interpreter, javascript, wasm];

interface Change {
  readonly to: number;
  readonly at: number;
  readonly over: number;
}

function given({ changes }: DatedSlots, dated: readonly Change[]) {
  return dated.flatMap(({ to, at, over }, index) => {
    const slots = changes[index];
    if (slots === undefined) throw new Error('no such change');
    return [
      { slot: slots.to, value: to },
      { slot: slots.at, value: at },
      { slot: slots.over, value: over },
    ];
  });
}

function dated(dates: readonly Change[], backend = javascript) {
  const { program: own, slots } = settled(datedProgram(program, new Map([[rate, dates.length]])));
  const places = slots.get(rate);
  if (places === undefined) throw new Error('no places');
  const run = simulate(backend(own), given(places, dates), settings);
  if (run.status !== 'ok' || run.series === undefined) throw new Error('the run failed');
  return run.series;
}

function plain(value: number, backend = javascript) {
  const run = simulate(backend(program), [{ slot: rate, value }], settings);
  if (run.status !== 'ok' || run.series === undefined) throw new Error('the run failed');
  return run.series;
}

const at = (series: ReturnType<typeof plain>, slot: Slot, time: number) =>
  series.columns[slot]?.[series.times.indexOf(time)];

describe('datedProgram', () => {
  it('moves a constant on a straight line between two values', () => {
    const series = dated([{ to: 9, at: 4, over: 8 }]);
    for (const [time, value] of [
      [0, 5],
      [4, 5],
      [5, 5.5],
      [8, 7],
      [12, 9],
      [20, 9],
    ] as const) {
      expect(at(series, arrivals, time)).toBe(value);
    }
  });

  it('follows the exact solution of a filling tank', () => {
    // level' = r - level/4 with r = 5 until 4, then 9: level = 4r + (level(4) - 4r) exp(-(t - 4)/4).
    const series = dated([{ to: 9, at: 4, over: 0 }]);
    const before = (time: number) => 20 - 10 * Math.exp(-time / 4);
    const after = (time: number) => 36 + (before(4) - 36) * Math.exp(-(time - 4) / 4);
    expect(at(series, inside, 4)).toBeCloseTo(before(4), 6);
    expect(at(series, inside, 20)).toBeCloseTo(after(20), 6);
  });

  it('makes a step at its date and not before', () => {
    const series = dated([{ to: 9, at: 4, over: 0 }]);
    expect([3.75, 4, 4.25].map((time) => at(series, arrivals, time))).toEqual([5, 9, 9]);
  });

  it('makes one change after another', () => {
    const series = dated([
      { to: 9, at: 2, over: 2 },
      { to: 1, at: 4, over: 4 },
      { to: 5, at: 10, over: 0 },
    ]);
    expect([2, 3, 4, 6, 8, 9, 10].map((time) => at(series, arrivals, time))).toEqual([5, 7, 9, 5, 1, 1, 5]);
  });

  it('computes the same to the last bit where nothing changes, on every backend', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        fc.double({ min: 0, max: 19, noNaN: true }),
        fc.double({ min: 0, max: 30, noNaN: true }),
        (value, start, over) => {
          const { program: own, slots } = settled(datedProgram(program, new Map([[rate, 1]])));
          const places = slots.get(rate);
          if (places === undefined) throw new Error('no places');
          const inputs = [{ slot: places.before, value }, ...given(places, [{ to: value, at: start, over }])];
          for (const backend of backends) {
            const run = simulate(backend(own), inputs, settings);
            if (run.status !== 'ok') throw new Error('the run failed');
            const column = plain(value, backend).columns[inside];
            expect(run.series?.columns[inside]).toEqual(column);
          }
        },
      ),
      { numRuns: 25 },
    );
  });

  it('is the plain setting where the change is made at the start', () => {
    expect(dated([{ to: 9, at: 0, over: 0 }]).columns[inside]).toEqual(plain(9).columns[inside]);
  });

  it('is the same on every backend', () => {
    const dates = [
      { to: 9, at: 2.5, over: 3 },
      { to: 2, at: 10, over: 0 },
    ];
    const wanted = dated(dates, interpreter).columns[inside];
    for (const backend of [javascript, wasm]) expect(dated(dates, backend).columns[inside]).toEqual(wanted);
  });

  it('leaves the program it is given as it was, and its slots where they were', () => {
    const text = JSON.stringify(program.constants);
    const { program: own } = settled(datedProgram(program, new Map([[rate, 2]])));
    expect(JSON.stringify(program.constants)).toBe(text);
    expect(own.variables.slice(0, program.variables.length).map(({ key }) => key)).toEqual(
      program.variables.map(({ key }) => key),
    );
    expect(own.slotOf).toEqual(program.slotOf);
  });

  const derived = TANK_MODEL.replace(
    '<aux name="Double">',
    '<aux name="Twice the rate"><eqn>2 * Arrival_rate</eqn></aux><aux name="Double">',
  )
    .replace('<eqn>Arrival_rate</eqn>', '<eqn>Twice_the_rate / 2</eqn>')
    .replace('<eqn>10</eqn>', '<eqn>2 * Arrival_rate</eqn>');
  const other = settled(prepareStudy(undefined, modelOf(derived))).program;
  const twice = slotIn(other, 'Twice the rate');

  it('lets constants computed from it follow, and initial values take its first value', () => {
    const { program: own, slots } = settled(
      datedProgram(other, new Map([[slotIn(other, 'Arrival rate'), 1]])),
    );
    const places = [...slots.values()][0];
    if (places === undefined) throw new Error('no places');
    const run = simulate(javascript(own), given(places, [{ to: 7, at: 10, over: 0 }]), settings);
    if (run.status !== 'ok' || run.series === undefined) throw new Error('the run failed');
    expect(at(run.series, twice, 9.75)).toBe(10);
    expect(at(run.series, twice, 10)).toBe(14);
    expect(at(run.series, slotIn(other, 'People inside'), 0)).toBe(10);
  });

  it('keeps a constant computed from it where that is given from outside', () => {
    const { program: own, slots } = settled(
      datedProgram(other, new Map([[slotIn(other, 'Arrival rate'), 1]]), new Set([twice])),
    );
    const places = [...slots.values()][0];
    if (places === undefined) throw new Error('no places');
    const inputs = [{ slot: twice, value: 8 }, ...given(places, [{ to: 7, at: 10, over: 0 }])];
    const run = simulate(javascript(own), inputs, settings);
    if (run.status !== 'ok' || run.series === undefined) throw new Error('the run failed');
    expect(at(run.series, twice, 20)).toBe(8);
    expect(at(run.series, slotIn(other, 'Arrivals'), 20)).toBe(4);
  });

  it('refuses what a delay is made of', () => {
    const delayed = TANK_MODEL.replace(
      '<eqn>Arrival_rate</eqn>',
      '<eqn>DELAYN(Arrival_rate, 2, Stages)</eqn>',
    ).replace('<aux name="Double">', '<aux name="Stages"><eqn>3</eqn></aux><aux name="Double">');
    const { program: own } = settled(prepareStudy(undefined, modelOf(delayed)));
    const outcome = datedProgram(own, new Map([[slotIn(own, 'Stages'), 1]]));
    expect(outcome.diagnostics).toMatchObject([{ code: 'not-datable', variable: 'Stages' }]);
  });
});
