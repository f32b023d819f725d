import { interpreter, javascript, type Slot, simulate, wasm } from '@weir/engine';
import { canonicalName } from '@weir/model';
import { describe, expect, it } from 'vitest';
import { tank } from '../testing/small-study.js';
import { isLink, linkSwitches, readersOf } from './link-switches.js';

const { program } = tank();
const settings = { method: 'rk4', dt: 0.25, stop: { kind: 'time', time: 20 } } as const;

function slotIn(name: string): Slot {
  const slot = program.slotOf.get(canonicalName(name));
  if (slot === undefined) throw new Error(`no ${name}`);
  return slot;
}

const inside = slotIn('People inside');
const departures = slotIn('Departures');
const rate = slotIn('Arrival rate');
const arrivals = slotIn('Arrivals');
const switched = linkSwitches(program, [
  { source: inside, target: departures },
  { source: rate, target: arrivals },
]);
const [loop, policy] = switched.switches;
if (loop === undefined || policy === undefined) throw new Error('no switches');

function endOf(inputs: readonly { slot: Slot; value: number }[], backend = javascript) {
  const run = simulate(backend(switched.program), inputs, settings);
  if (run.status !== 'ok') throw new Error(run.message);
  return run.values;
}

describe('linkSwitches', () => {
  it.each([interpreter, javascript, wasm])('changes no bit while every link is live', (backend) => {
    const plain = simulate(backend(program), [], settings);
    if (plain.status !== 'ok') throw new Error(plain.message);
    expect([...endOf([], backend)].slice(0, program.variables.length)).toEqual([...plain.values]);
  });

  it('knocks out the loop by which a tank empties', () => {
    // With departures as if 12 people were inside: level' = 5 - 12 / 4, from 10, for 20 months.
    const end = endOf([
      { slot: loop.live, value: 0 },
      { slot: loop.frozen, value: 12 },
    ]);
    expect(end[inside]).toBeCloseTo(10 + 20 * 2, 9);
  });

  it('holds back a setting from one reader', () => {
    const end = endOf([
      { slot: rate, value: 9 },
      { slot: policy.live, value: 0 },
      { slot: policy.frozen, value: 5 },
    ]);
    expect(end[rate]).toBe(9);
    expect(end[arrivals]).toBe(5);
  });

  it('finds links and readers', () => {
    expect(isLink(program, { source: inside, target: departures })).toBe(true);
    expect(isLink(program, { source: departures, target: inside })).toBe(false);
    expect(readersOf(program, inside).map((slot) => program.variables[slot]?.name)).toEqual(
      expect.arrayContaining(['Departures', 'Double', 'Share of ten']),
    );
  });
});
