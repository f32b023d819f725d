import { sourceText } from '@weir/model';
import { describe, expect, it } from 'vitest';
import { settled, TANK_MODEL, TANK_STUDY, tank } from '../testing/small-study.js';
import { compareLevers } from './compare-levers.js';
import { readLevers } from './read-levers.js';

const LEVERS = `title: Two tanks
limit: Toys.
models:
  tank: { until: equilibrium }
  other: { until: 20 }
outcomes:
  people: { label: People, in: { tank: people, other: people } }
  share: { label: Share, in: { tank: share } }
levers:
  arrivals:
    label: Half the arrivals
    in:
      tank: { structure: A rate., scale: { rate: 0.5 } }
      other: { structure: A scenario., scenario: busy }
  doors:
    label: Doors
    in:
      tank: { structure: A stay., set: { stay: 2 } }
      other: { structure: No doors., absent: true }
`;
const read = (text: string) => readLevers(sourceText('levers.yaml', text));
const models = new Map([
  ['tank', tank()],
  ['other', tank(TANK_STUDY.replace('id: tank', 'id: other'))],
]);
const compared = (text = LEVERS) => compareLevers(settled(read(text)), models);

describe('compareLevers', () => {
  const { changes, runs, models: told } = settled(compared());

  it('gives the change from the baseline of each model', () => {
    expect(changes.arrivals?.tank?.people).toBeCloseTo(-50, 9);
    expect(changes.doors?.tank?.people).toBeCloseTo(-50, 9);
    expect(changes.doors?.tank?.share).toBeCloseTo(-50, 9);
    // level(20) = 4r + (10 - 4r) q with Euler's q = (1 - dt/4)^(20/dt), for r of 10 and of 5.
    const q = (1 - 0.25 / 4) ** 80;
    const level = (rate: number) => 4 * rate + (10 - 4 * rate) * q;
    expect(changes.arrivals?.other?.people).toBeCloseTo(100 * (level(10) / level(5) - 1), 9);
  });

  it('leaves out what a model has not', () => {
    expect(changes.doors).not.toHaveProperty('other');
    expect(changes.arrivals?.other).not.toHaveProperty('share');
    expect(runs.doors).not.toHaveProperty('other');
    expect(told.map(({ id }) => id)).toEqual(['tank', 'other']);
  });

  it.each([
    [
      'people: { label: People, in: { tank: people,',
      'people: { label: People, in: { tank: peple,',
      'unknown-outcome',
    ],
    ['scenario: busy', 'scenario: bussy', 'unknown-scenario'],
    ['scale: { rate: 0.5 }', 'scale: { rat: 0.5 }', 'unknown-name'],
    ['scale: { rate: 0.5 }', 'scale: { Double: 0.5 }', 'not-settable'],
    ['  other: { until: 20 }', '  third: { until: 20 }', 'no-such-study'],
  ])('refuses %j written as %j with %s', (from, to, code) => {
    expect(compared(LEVERS.replace(from, to)).diagnostics.map((one) => one.code)).toContain(code);
  });

  it('says when a model does not come to rest', () => {
    const growing = tank(TANK_STUDY, TANK_MODEL.replace('People_inside / Mean_stay', 'People_inside * -0.1'));
    const found = compareLevers(settled(read(LEVERS)), new Map([...models, ['tank', growing]]));
    expect(found.diagnostics[0]).toMatchObject({ code: 'no-rest', severity: 'error' });
  });
});

describe('readLevers', () => {
  it.each([
    ['until: 20', 'until: later', 'study-value'],
    ['limit: Toys.\n', '', 'study-missing'],
    ['absent: true', 'missing: true', 'study-key'],
    ['rate: 0.5', 'rate: -0.5', 'study-value'],
  ])('refuses %j written as %j with %s', (from, to, code) => {
    expect(read(LEVERS.replace(from, to)).diagnostics.map((one) => one.code)).toContain(code);
  });
});
