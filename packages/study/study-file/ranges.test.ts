import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prepareStudy } from '../execute/prepared-study.js';
import { tankWithRanges } from '../testing/ensemble-study.js';
import { modelOf, settled, studyOf, TANK_MODEL, TANK_STUDY } from '../testing/small-study.js';
import { relativeSpread, spreadOf } from './ranges-distribution.js';
import { rangesOf } from './ranges-of.js';

const SET = '    label: A set\n    justification: An assumption.\n';
const zero = TANK_MODEL.replace(
  '<aux name="Double">',
  '<aux name="Nothing"><eqn>0</eqn></aux><aux name="Both"><eqn>Mean_stay * 2</eqn></aux><aux name="Double">',
);
const open = (sets: string) =>
  prepareStudy(studyOf(TANK_STUDY.replace('limits:', `ranges:\n${sets}limits:`)), modelOf(zero));
const found = (sets: string) =>
  open(sets).diagnostics.map(({ code, place }) => ({ code, line: place === undefined ? 0 : place.line }));
/** The line of the first range set's key in the study text. */
const START = TANK_STUDY.split('\n').indexOf('limits:') + 2;
const inputsOf = (sets: string, id = 'a') => {
  const { inputs, zeros } = settled(rangesOf(settled(open(sets)), id));
  return { zeros, inputs: inputs.map(({ name, distribution, clipped }) => [name, distribution, clipped]) };
};
const uniform = (low: number, high: number) => ({ kind: 'uniform', low, high });

describe('ranges of a study file', () => {
  it('a rule for every constant takes those that are numbers, and says which are 0', () => {
    const rule = `  a:\n${SET}    relative: [{ by: 0.5, constants: true, except: [stay] }]\n`;
    expect(inputsOf(rule)).toEqual({
      inputs: [['rate', uniform(2.5, 7.5), false]],
      zeros: ['Nothing'],
    });
  });

  it('single ranges win over rules, later rules over earlier ones', () => {
    const sets = `  a:\n${SET}    relative: [{ by: 0.5, inputs: [rate, stay] }, { by: 0.25, inputs: [Mean stay] }]\n    inputs: { Nothing: { low: 0, high: 2 }, rate: { kind: triangular, low: 1, mode: 2, high: 4 } }\n`;
    expect(inputsOf(sets).inputs).toEqual([
      ['stay', uniform(3, 5), false],
      ['Nothing', uniform(0, 2), false],
      ['rate', { kind: 'triangular', low: 1, mode: 2, high: 4 }, false],
    ]);
  });

  it('shares stay between 0 and 1, in a rule and in a set that begins with another', () => {
    const share = zero.replace('<eqn>5</eqn>', '<eqn>0.9</eqn>');
    const sets = `  a:\n${SET}    relative: [{ by: 0.2, inputs: [rate] }]\n  b:\n${SET}    from: a\n    shares: [rate]\n  c:\n${SET}    relative: [{ by: 0.2, inputs: [rate] }]\n    shares: [rate]\n`;
    const study = studyOf(TANK_STUDY.replace('limits:', `ranges:\n${sets}limits:`));
    const prepared = settled(prepareStudy(study, modelOf(share)));
    const own = (id: string) => settled(rangesOf(prepared, id)).inputs[0];
    expect(own('a')?.distribution).toEqual(uniform(0.9 * 0.8, 0.9 * 1.2));
    for (const id of ['b', 'c']) {
      expect(own(id)?.distribution).toEqual(uniform(0.9 * 0.8, 1));
      expect(own(id)?.clipped).toBe(true);
    }
  });

  it('a set can hold inputs of the one it begins with', () => {
    const sets = `  z:\n${SET}    relative: [{ by: 0.2, inputs: [rate, stay] }]\n  a:\n${SET}    from: z\n    hold: [rate]\n`;
    expect(inputsOf(sets).inputs.map(([name]) => name)).toEqual(['stay']);
  });

  it('values of the baseline scenario are the defaults', () => {
    const study = TANK_STUDY.replace('baseline: true', 'baseline: true\n    set: { rate: 8 }');
    const sets = `ranges:\n  a:\n${SET}    relative: [{ by: 0.5, inputs: [rate] }]\nlimits:`;
    const prepared = settled(prepareStudy(studyOf(study.replace('limits:', sets)), modelOf()));
    expect(settled(rangesOf(prepared, 'a')).inputs[0]?.distribution).toEqual(uniform(4, 12));
  });

  it('a model without a study has plus or minus 20 % of every constant', () => {
    const prepared = settled(prepareStudy(undefined, modelOf(zero)));
    const { inputs, zeros } = settled(rangesOf(prepared, '20pct'));
    expect(inputs.map(({ name, distribution }) => [name, distribution])).toEqual([
      ['Arrival rate', uniform(4, 6)],
      ['Mean stay', uniform(4 * 0.8, 4 * 1.2)],
    ]);
    expect(zeros).toEqual(['Nothing']);
  });
});

describe('is refused with its place', () => {
  const line = (offset: number) => START + offset;
  it.each<readonly [string, string, number]>([
    ['unknown-name', `  a:\n${SET}    relative: [{ by: 0.2, inputs: [rat] }]\n`, 3],
    ['unknown-name', `  a:\n${SET}    inputs:\n      rat: { low: 1, high: 2 }\n`, 4],
    ['not-settable', `  a:\n${SET}    inputs:\n      Double: { low: 1, high: 2 }\n`, 4],
    [
      'duplicate-id',
      `  a:\n${SET}    inputs:\n      rate: { low: 1, high: 2 }\n      Arrival rate: { low: 1, high: 2 }\n`,
      5,
    ],
    ['range-zero', `  a:\n${SET}    relative:\n      - { by: 0.2, inputs: [Nothing] }\n`, 4],
    ['range-form', `  a:\n${SET}    relative:\n      - { by: 0.2, inputs: [Both] }\n`, 4],
    ['range-form', `  a:\n${SET}    inputs:\n      rate: { low: 2, high: 1 }\n`, 4],
    ['range-form', `  a:\n${SET}    inputs:\n      rate: { low: 2 }\n`, 4],
    ['range-form', `  a:\n${SET}    inputs:\n      rate: { low: 2, high: 3, sd: 1 }\n`, 4],
    ['range-limits', `  a:\n${SET}    inputs:\n      rate: { low: 0.5, high: 1.1 }\n    shares: [rate]\n`, 4],
    [
      'range-limits',
      `  a:\n${SET}    inputs:\n      rate: { kind: normal, mean: 0.5, sd: 1 }\n    shares: [rate]\n`,
      4,
    ],
    ['unknown-ranges', `  a:\n${SET}    from: b\n`, 3],
    ['study-key', `  a:\n${SET}    inputs:\n      rate: { low: 1, hig: 2 }\n`, 4],
    ['study-missing', '  a:\n    label: A set\n', 0],
  ])('%s', (code, sets, offset) => {
    const source = TANK_STUDY.replace('limits:', `ranges:\n${sets}limits:`);
    if (code.startsWith('study-')) expect(() => studyOf(source)).toThrow(code);
    else expect(found(sets)).toEqual([{ code, line: line(offset) }]);
  });

  it('an id that no set has, with the nearest', () => {
    const asked = rangesOf(tankWithRanges(), '20pc');
    expect(asked.diagnostics[0]).toMatchObject({
      code: 'unknown-ranges',
      hint: 'Did you mean `20pct`? The sets are 20pct, broken.',
    });
  });
});

describe('a range', () => {
  it('of a share of the default lies around it and within its limits', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        fc.double({ min: 0.01, max: 2 }),
        (value, by) => {
          const spread = relativeSpread(value, by, [-1, 1]);
          if (spread?.distribution.kind !== 'uniform') return;
          const { low, high } = spread.distribution;
          expect(low).toBeGreaterThanOrEqual(-1);
          expect(high).toBeLessThanOrEqual(1);
          if (Math.abs(value) <= 1) expect(low <= value && value <= high).toBe(true);
        },
      ),
    );
  });

  it('with a tail below 0 is cut off there, for an input that is 0 or more, unless it says where', () => {
    const bell = { kind: 'normal', numbers: { mean: 1, sd: 2 } } as const;
    expect(spreadOf(bell, true)).toMatchObject({ distribution: { kind: 'truncated', low: 0 } });
    expect(spreadOf({ ...bell, min: -3 }, true)).toMatchObject({ distribution: { low: -3 } });
    expect(spreadOf(bell, false)).toMatchObject({ distribution: { kind: 'normal' } });
  });
});
