import { type Direction, directionOf, joinResults, primaryPolicies } from '@weir/figures';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparisonOf, RUNS, STUDY } from '../testing/study-input.js';
import { changeClause, outcomeClause, SINGLE_RUN } from './answer-sentence.js';
import { policySentence } from './policy-sentence.js';
import { spotlightSentence, spotlightTitle } from './spotlight-sentence.js';

const adults = STUDY.outcomes.find((outcome) => outcome.id === 'trafficked_adults');
const youth = STUDY.outcomes.find((outcome) => outcome.id === 'trafficked_youth');
const all = STUDY.outcomes.find((outcome) => outcome.id === 'trafficked_sellers');
if (adults === undefined || youth === undefined || all === undefined) throw new Error('outcomes are missing');

/** The only direction word of a clause. */
function directionIn(text: string): Direction {
  const found = [...text.matchAll(/\b(lower|higher|about the same)\b/g)].map((match) => match[1]);
  expect(new Set(found).size).toBe(1);
  return found[0] === 'lower' ? 'lower' : found[0] === 'higher' ? 'higher' : 'same';
}

describe('sentences', () => {
  const results = joinResults(STUDY, comparisonOf(RUNS));

  it('answer with direction, then size, then levels', () => {
    const partial = results.policies.find((policy) => policy.scenario.id === 'partial-decriminalization');
    if (partial === undefined) throw new Error('no partial decriminalization');
    expect(policySentence(results, partial, all, [adults, youth])).toBe(
      'Default run: all people trafficked for sex: lower, by 6\u00a0% (from about 9,900 to 9,400). Adults trafficked for sex: lower, by 8\u00a0%; young people (under 18) trafficked for sex: higher, by 9\u00a0%.',
    );
  });

  it('work out what holds under every policy', () => {
    expect(spotlightTitle(results, youth)).toBe(
      'Young people (under 18) trafficked for sex: higher under every policy',
    );
    expect(spotlightTitle(results, all)).not.toContain('every policy');
    expect(spotlightSentence(results, youth)).toMatch(
      /^Default run: the number of young people \(under 18\) trafficked for sex is higher under every policy\. In numbers: higher by 16/,
    );
  });

  it('agree in direction with the sign of their numbers, whatever these are', () => {
    const levels = fc.array(fc.double({ min: 100, max: 20_000, noNaN: true }), {
      minLength: RUNS.length,
      maxLength: RUNS.length,
    });
    fc.assert(
      fc.property(levels, (values) => {
        const runs = RUNS.map((run, place) => ({
          ...run,
          outcomes: { ...run.outcomes, trafficked_youth: values[place] ?? 0 },
        }));
        const varied = joinResults(STUDY, comparisonOf(runs));
        const before = varied.baseline.run.outcomes.trafficked_youth ?? 0;
        for (const policy of primaryPolicies(varied)) {
          const after = policy.run.outcomes.trafficked_youth ?? 0;
          const expected = directionOf(100 * (after / before - 1));
          expect(directionIn(changeClause(varied, policy, youth) ?? '')).toBe(expected);
          expect(directionIn(outcomeClause(varied, youth, [policy]) ?? '')).toBe(expected);
          expect(directionIn(policySentence(varied, policy, youth, []))).toBe(expected);
        }
        const every = new Set(
          primaryPolicies(varied).map((policy) =>
            directionOf(100 * ((policy.run.outcomes.trafficked_youth ?? 0) / before - 1)),
          ),
        );
        expect(spotlightTitle(varied, youth).includes('every policy')).toBe(every.size === 1);
        expect(spotlightSentence(varied, youth).startsWith(SINGLE_RUN)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});
