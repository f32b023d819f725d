import type { RunSettings } from '@weir/engine';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RunIdentity, runId } from './run-id.js';

const rule = { watch: [1, 2], sampleEvery: 1, window: 5, from: 100, every: 5, tolerance: 1e-4 };
const settings: RunSettings = { method: 'euler', dt: 0.001, stop: { kind: 'window', rule, cap: 10_000 } };
const identity: RunIdentity = {
  programHash: 'f00d',
  inputs: new Map([
    ['prosecution_of_selling', 0],
    ['adult_short_term_places', 750],
  ]),
  settings,
  backend: 'javascript',
};

const inputs = fc.uniqueArray(fc.tuple(fc.string(), fc.double({ noNaN: true })), {
  selector: ([name]) => name,
  maxLength: 8,
});

describe('runId', () => {
  it('is 16 hex digits, and stays what it is', () => {
    expect(runId(identity)).toMatch(/^[0-9a-f]{16}$/);
    expect(runId(identity)).toBe('18768844a3c8fa35');
  });

  it('does not depend on the order of inputs', () => {
    fc.assert(
      fc.property(inputs, fc.infiniteStream(fc.nat()), (list, order) => {
        const shuffled = list
          .map((input) => ({ input, rank: order.next().value ?? 0 }))
          .sort((a, b) => a.rank - b.rank)
          .map(({ input }) => input);
        const id = runId({ ...identity, inputs: new Map(list) });
        expect(runId({ ...identity, inputs: new Map(shuffled) })).toBe(id);
      }),
    );
  });

  it('changes with any value, down to the last bit and the sign of zero', () => {
    fc.assert(
      fc.property(
        inputs,
        fc.string(),
        fc.double({ noNaN: true }),
        fc.double({ noNaN: true }),
        (list, name, a, b) => {
          fc.pre(!Object.is(a, b));
          const with_ = (value: number) => runId({ ...identity, inputs: new Map([...list, [name, value]]) });
          expect(with_(a)).not.toBe(with_(b));
        },
      ),
    );
    const zero = (value: number) => runId({ ...identity, inputs: new Map([['x', value]]) });
    expect(zero(0)).not.toBe(zero(-0));
    expect(zero(0.1 + 0.2)).not.toBe(zero(0.3));
  });

  it('cannot be forged by a name that looks like a value', () => {
    const one = new Map([['a" 1\ninput "b', 2]]);
    const two = new Map([
      ['a', 1],
      ['b', 2],
    ]);
    expect(runId({ ...identity, inputs: one })).not.toBe(runId({ ...identity, inputs: two }));
  });

  it('changes with every setting', () => {
    const changed: readonly RunIdentity[] = [
      identity,
      { ...identity, programHash: 'beef' },
      { ...identity, inputs: new Map() },
      { ...identity, backend: 'interpreter' },
      { ...identity, settings: { ...settings, method: 'rk4' } },
      { ...identity, settings: { ...settings, dt: 0.01 } },
      { ...identity, settings: { ...settings, saveEvery: 1 } },
      { ...identity, settings: { ...settings, stop: { kind: 'time', time: 240 } } },
      { ...identity, settings: { ...settings, stop: { kind: 'time', time: 241 } } },
      {
        ...identity,
        settings: { ...settings, stop: { kind: 'steady', tolerance: 1e-10, checkEvery: 1, cap: 100 } },
      },
      { ...identity, settings: { ...settings, stop: { kind: 'window', rule, cap: 9999 } } },
      ...[
        { watch: [2, 1] },
        { sampleEvery: 2 },
        { window: 4 },
        { from: 99 },
        { every: 6 },
        { tolerance: 1e-5 },
      ].map(
        (change): RunIdentity => ({
          ...identity,
          settings: { ...settings, stop: { kind: 'window', rule: { ...rule, ...change }, cap: 10_000 } },
        }),
      ),
    ];
    expect(new Set(changed.map(runId)).size).toBe(changed.length);
  });
});
