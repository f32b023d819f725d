import { describe, expect, it } from 'vitest';
import { settled, TANK_STUDY, tank } from '../testing/small-study.js';
import { explainPolicy } from './explain-policy.js';

const BOTH = `  both:
    label: Both
    summary: More arrivals, and shorter stays.
    set: { rate: 10, stay: 2 }
`;
const study = (mechanisms: string) =>
  `${TANK_STUDY.replace('stop_rules:', `${BOTH}stop_rules:`)}${mechanisms}`;

const MECHANISMS = `mechanisms:
  arrivals:
    label: More people arrive
    links: [{ from: rate, to: [Arrivals] }]
  stays:
    label: People stay for less time
    links: [{ from: stay }]
`;

describe('explainPolicy', () => {
  it('shares an effect that cancels out', () => {
    // At rest there are rate x stay people: 20 before; 40 with the rate alone, 10 with the stay alone, 20 with both.
    const explained = settled(explainPolicy(tank(study(MECHANISMS)), 'both'));
    expect(explained.mechanisms.map(({ id }) => id)).toEqual(['arrivals', 'stays']);
    const people = explained.outcomes.find(({ id }) => id === 'people');
    expect(people?.total).toBeCloseTo(0, 9);
    expect(people?.unexplained).toBeCloseTo(0, 9);
    expect(people?.shares).toEqual([
      { share: expect.closeTo(75, 7), only: expect.closeTo(100, 7), without: expect.closeTo(-50, 7) },
      { share: expect.closeTo(-75, 7), only: expect.closeTo(-50, 7), without: expect.closeTo(100, 7) },
    ]);
  });

  it('leaves out mechanisms that a policy does not use', () => {
    const explained = settled(explainPolicy(tank(study(MECHANISMS)), 'busy'));
    expect(explained.mechanisms.map(({ id }) => id)).toEqual(['arrivals']);
  });

  it('says how much its mechanisms leave unexplained', () => {
    const only = MECHANISMS.slice(0, MECHANISMS.indexOf('  stays'));
    const explained = settled(explainPolicy(tank(study(only)), 'both'));
    expect(explained.outcomes.find(({ id }) => id === 'people')?.unexplained).toBeCloseTo(-50, 7);
  });

  it.each([
    ['unknown-scenario', MECHANISMS, 'bosy'],
    ['no-mechanisms', '', 'busy'],
    ['unknown-link', MECHANISMS.replace('[Arrivals]', '[Departures]'), 'busy'],
    ['unknown-name', MECHANISMS.replace('from: rate', 'from: rote'), 'busy'],
  ])('%s', (code, mechanisms, scenario) => {
    const explained = explainPolicy(tank(study(mechanisms)), scenario);
    if (explained.ok) throw new Error('explained');
    expect(explained.diagnostics.map((problem) => problem.code)).toEqual([code]);
    if (code.startsWith('unknown-') && code !== 'unknown-scenario')
      expect(explained.diagnostics[0]?.place).toMatchObject({ line: expect.any(Number) });
  });

  it('mechanism-limit', () => {
    const many = Array.from(
      { length: 13 },
      (_, at) => `  m${String.fromCharCode(97 + at)}:\n    label: one\n    links: [{ from: rate }]\n`,
    );
    const explained = explainPolicy(tank(study(`mechanisms:\n${many.join('')}`)), 'busy');
    expect(explained.ok ? [] : explained.diagnostics.map(({ code }) => code)).toEqual(['mechanism-limit']);
  });
});
