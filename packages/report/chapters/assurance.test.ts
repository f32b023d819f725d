import type { DirectionCounts } from '@weir/figures';
import type { ConfidenceResult, PolicyEffects } from '@weir/study';
import { describe, expect, it } from 'vitest';
import type { Assurance } from '../input/assurance.js';
import { reportPage } from '../page/report-page.js';
import { INPUT, SCENARIO_IDS } from '../testing/study-input.js';

const [baseline = '', policy = ''] = SCENARIO_IDS;
const counts = (lower: number, same: number, higher: number): DirectionCounts => ({
  attempted: 300,
  finished: lower + same + higher,
  lower,
  same,
  higher,
  sizes: { lower: [2, 3, 4], same: [], higher: [5, 6, 7] },
  unit: 'percent',
});
const effects = (change: number): PolicyEffects => ({
  values: { [baseline]: { trafficked_sellers: 1000 }, [policy]: { trafficked_sellers: 1000 + 10 * change } },
  changes: { [baseline]: { trafficked_sellers: 0 }, [policy]: { trafficked_sellers: change } },
});
const check = (outcome: ConfidenceResult['outcome'], title: string): ConfidenceResult => ({
  id: title,
  title,
  family: 'structure',
  outcome,
  done: 'Looked.',
  found: 'Found it.',
  numbers: [],
  places: [],
  limits: '',
  source: '',
});
const assurance: Assurance = {
  draws: {
    n: 300,
    seed: 1234,
    ranges: 'Plus or minus 20 %',
    justification: 'An assumption.',
    policies: [
      {
        scenario: policy,
        counts: {
          trafficked_sellers: counts(299, 0, 0),
          trafficked_youth: counts(50, 38, 212),
          sellers: counts(4, 296, 0),
        },
        drivers: {
          outcome: 'trafficked_sellers',
          rankRSquared: 0.61,
          runs: 299,
          constants: [{ name: 'Buyer benefit', partial: 0.62 }],
        },
      },
    ],
  },
  rest: effects(-5.7),
  flips: [
    {
      scenario: policy,
      against: baseline,
      outcome: 'trafficked_sellers',
      ranges: 'wide',
      corrections: [],
      values: { scenario: 943, against: 1000 },
      constants: [
        {
          name: 'a',
          label: 'Far',
          default: 1,
          low: 0,
          high: 10,
          found: { kind: 'changes', at: 9, within: 1e-9 },
        },
        {
          name: 'b',
          label: 'Near',
          default: 1,
          low: 0,
          high: 10,
          found: { kind: 'changes', at: 2, within: 1e-9 },
        },
        { name: 'c', label: 'Never', default: 1, low: 0, high: 10, found: { kind: 'holds' } },
      ],
      runs: 100,
    },
  ],
  corrections: [
    { id: 'X1', title: 'Turned', status: 'proved', effects: effects(3) },
    { id: 'X2', title: 'Gone', status: 'inferred', effects: effects(0.1) },
  ],
  checks: [check('passed', 'Fine'), check('failed', 'Leaks')],
};
const text = (page: string) => page.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const page = text(reportPage({ ...INPUT, assurance }));

describe('chapters on how sure results are', () => {
  it('counts draws that failed against the word, and names no direction where they disagree', () => {
    expect(page).toContain('lower in 299 of 300; 2.0 to 4.0 %');
    expect(page).toContain('mixed: 50 lower, 38 about the same, 212 higher of 300');
    expect(page).toContain('about the same in 296 of 300');
    expect(page).toContain('Rank R² is 0.61: too low');
  });

  it('names the nearest reversal first', () => {
    expect(page).toMatch(/reversed by Near at 2 \(default 1\); Far at 9 \(default 1\)/);
  });

  it('marks effects that turn and that go', () => {
    expect(page).toMatch(/X1: Turned \(proved\) .*?\+3\.0, turns/);
    expect(page).toMatch(/X2: Gone \(inferred\) .*?\+0\.1, turns/);
  });

  it('says how many checks failed, and how far runs are from rest', () => {
    expect(page).toContain('1 checks passed, 1 failed.');
    expect(page).toContain('Leaks: failed.');
    expect(page).toContain('How far from rest');
  });

  it('leaves the chapters out where nothing was computed', () => {
    expect(text(reportPage(INPUT))).not.toContain('how sure is the direction');
  });
});
