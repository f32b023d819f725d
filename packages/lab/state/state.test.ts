import { LINK_DEFAULTS } from '@weir/study';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Action } from './action.js';
import { act, historyOf, redone, settled, undone } from './history.js';
import type { LabState } from './lab-state.js';
import { reduce } from './reduce.js';

const first: LabState = { ...LINK_DEFAULTS, model: 'tank', draft: { scenario: 'base', settings: [] } };
const set = (name: string, value: number): Action => ({ kind: 'set', name, setting: { name, value } });
const pin: Action = { kind: 'pin', pin: { name: 'p', scenario: 'base', settings: [] } };

const action: fc.Arbitrary<Action> = fc.oneof(
  fc.tuple(fc.constantFrom('a', 'b'), fc.integer()).map(([name, value]) => set(name, value)),
  fc.constantFrom<Action>(
    pin,
    { kind: 'unpin', place: 0 },
    { kind: 'horizon', horizon: 12 },
    { kind: 'corrections', corrections: ['D1'] },
    { kind: 'set', name: 'a' },
    { kind: 'begin', begin: { at: 12, over: 6 } },
    { kind: 'begin' },
  ),
);

describe('reduce', () => {
  it('gives back the same state where nothing changes', () => {
    expect(reduce(first, { kind: 'view', view: 'compare' })).toBe(first);
    expect(reduce(first, { kind: 'set', name: 'nothing' })).toBe(first);
  });

  it('sets a value once, and takes it back', () => {
    const twice = reduce(reduce(first, set('rate', 1)), set('rate', 2));
    expect(twice.draft?.settings).toEqual([{ name: 'rate', value: 2 }]);
    expect(reduce(twice, { kind: 'set', name: 'rate' })).toEqual(first);
  });

  it('keeps at most three pins', () => {
    const full = [pin, pin, pin, pin].reduce(reduce, first);
    expect(full.pins).toHaveLength(3);
  });

  it('changes no state that it is given', () => {
    fc.assert(
      fc.property(fc.array(action), (actions) => {
        const before = structuredClone(first);
        actions.reduce(reduce, first);
        expect(first).toEqual(before);
      }),
      { seed: 1 },
    );
  });
});

describe('history', () => {
  it('undoes every action in turn, and redoes them', () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 20 }), (actions) => {
        const done = actions.reduce((history, one) => act(settled(history), one), historyOf(first));
        const undoneAll = done.past.reduce((history) => undone(history), done);
        expect(undoneAll.present).toEqual(first);
        const redoneAll = done.past.reduce((history) => redone(history), undoneAll);
        expect(redoneAll.present).toEqual(done.present);
      }),
      { seed: 2 },
    );
  });

  it('makes one step of a gesture', () => {
    const moved = [set('rate', 1), set('rate', 2), set('rate', 3)].reduce(act, historyOf(first));
    expect(moved.past).toEqual([first]);
    const again = act(settled(moved), set('rate', 4));
    expect(again.past).toHaveLength(2);
    expect(undone(again).present.draft?.settings).toEqual([{ name: 'rate', value: 3 }]);
  });

  it('does not count a change of view as a step, and stays in the view', () => {
    const viewed = act(act(historyOf(first), pin), { kind: 'view', view: 'trust' });
    expect(viewed.past).toHaveLength(1);
    expect(undone(viewed).present).toEqual({ ...first, view: 'trust' });
  });
});
