import { openStudy } from '@weir/study/node';
import { describe, expect, it } from 'vitest';
import { tankStudyFolder } from '../testing/tank-study.js';
import { assuranceOf } from './report-assurance.js';

const opened = openStudy(tankStudyFolder());
if (!opened.ok) throw new Error(JSON.stringify(opened.diagnostics));
const tank = opened.value;

describe('assuranceOf', () => {
  it('counts directions over the same draws', () => {
    const { assurance } = assuranceOf(tank, tank, 'quick');
    const policy = assurance?.draws?.policies.find(({ scenario }) => scenario === 'shorter');
    // A shorter stay means fewer people at any rate of arrival; the stay of the baseline is drawn from 1 to 10.
    const counts = policy?.counts['people'];
    expect(counts?.attempted).toBe(300);
    expect(counts?.finished).toBe(300);
    // A stay of 2 is longer than the drawn one in one draw of nine.
    expect(counts?.higher).toBeGreaterThan(20);
    expect(counts?.higher).toBeLessThan(45);
    expect(assurance?.rest?.changes['shorter']?.['people']).toBeCloseTo(-50, 6);
    expect(assurance?.flips).toEqual([]);
    expect(assurance?.checks).toEqual([]);
  });

  it('finds the drivers of the effect, not of the level', () => {
    const { assurance } = assuranceOf(tank, tank, 'quick');
    const drivers = assurance?.draws?.policies.find(({ scenario }) => scenario === 'shorter')?.drivers;
    // The change is 2 / stay - 1 whatever the rate.
    expect(drivers?.constants[0]).toMatchObject({ name: 'Mean stay' });
    expect(drivers?.constants[0]?.partial).toBeLessThan(-0.99);
  });

  it('searches for reversals and checks where all is asked for', () => {
    const { assurance } = assuranceOf(tank, tank, 'all');
    const both = assurance?.flips.find(({ scenario }) => scenario === 'both');
    expect(both?.constants.map(({ label }) => label)).toEqual(['Arrival rate', 'Mean stay']);
    expect(assurance?.checks.length).toBeGreaterThan(5);
    expect(assuranceOf(tank, tank, 'none')).toEqual({});
  });
});
