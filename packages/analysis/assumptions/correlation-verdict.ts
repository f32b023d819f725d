import type { OutcomeCorrelations } from '../sensitivity/correlations.js';
import { type Concern, failureConcerns, shown, type Verdict } from './concern.js';
import type { CorrelationAssumptions } from './correlation-assumptions.js';

/** What a report on correlations holds before it is judged. */
export type CorrelationFacts = Omit<CorrelationAssumptions, 'concerns' | 'sentence' | 'verdict'>;

const GOOD_FIT = 0.9;
const ALARM_FIT = 0.1;
const ALARM_SUM = 0.2;
const CENSORED = 0.05;
const TIED = 0.01;
const INFLATED = 5;
const CORRELATED = 0.1;

/** What a reader may do with the correlations, concerns of convergence apart. */
export function verdictOf({
  adjustedRSquared,
  firstOrderSum,
  clippedFirstOrderSum,
  nonMonotone,
}: CorrelationFacts): Verdict {
  if (adjustedRSquared === undefined) return 'none';
  if (adjustedRSquared < ALARM_FIT && firstOrderSum !== undefined && firstOrderSum < ALARM_SUM)
    return 'check-the-join';
  if (adjustedRSquared < GOOD_FIT || nonMonotone.length > 0) return 'use-total-effects';
  return clippedFirstOrderSum !== undefined && clippedFirstOrderSum < GOOD_FIT
    ? 'use-total-effects'
    : 'adequate';
}

/** The verdicts in words. */
export const CORRELATION_SENTENCES: Readonly<Record<Verdict, string>> = {
  adequate: 'Partial correlations are adequate: ranks explain the output and no input acts both ways.',
  'with-care': 'Partial correlations describe the output; mind the concerns.',
  'use-total-effects':
    "Partial correlations miss part of what drives this output: use Sobol' total indices or Shapley effects.",
  'check-the-join':
    'The inputs explain almost nothing, in any form: check that results and samples belong together.',
  none: 'There is no correlation to judge.',
};

/** What to know of the correlations before they are used, convergence apart. */
export function concernsOf(
  facts: CorrelationFacts,
  verdict: Verdict,
  outcome: OutcomeCorrelations,
): readonly Concern[] {
  const concerns: Concern[] = [...failureConcerns(facts.runs)];
  const add = (code: Concern['code'], text: string, about: readonly string[] = []): void => {
    concerns.push({ code, text, about });
  };
  const { adjustedRSquared, clippedFirstOrderSum, nonMonotone, largestInflation } = facts;
  if (adjustedRSquared === undefined) {
    const [cell] = outcome.cells;
    add(
      'no-value',
      cell?.kind === 'undefined' ? `No index has a value: ${cell.reason}.` : 'No index has a value.',
    );
    return concerns;
  }
  if (verdict === 'check-the-join')
    add(
      'check-the-join',
      `Ranks explain ${shown(adjustedRSquared)} of the output, single inputs in any form ${shown(facts.firstOrderSum ?? 0)}.`,
    );
  else if (adjustedRSquared < GOOD_FIT)
    add(
      'low-rank-fit',
      `Ranks explain ${shown(adjustedRSquared)} of the output${adjustedRSquared < ALARM_FIT ? ': the response is not monotone' : ''}.`,
    );
  if (clippedFirstOrderSum !== undefined && clippedFirstOrderSum < GOOD_FIT)
    add(
      'low-sum',
      `Single inputs explain ${shown(clippedFirstOrderSum)} of the output; the rest is interaction or noise.`,
    );
  if (nonMonotone.length > 0)
    add(
      'non-monotone',
      nonMonotone.length === 1 ? 'One input acts both ways.' : `${nonMonotone.length} inputs act both ways.`,
      nonMonotone.map(({ input }) => input),
    );
  if (facts.largestTieShare > CENSORED)
    add('censored', `${shown(100 * facts.largestTieShare)} % of the runs share one output.`);
  else if (facts.tiedShare > TIED) add('ties', `${shown(100 * facts.tiedShare)} % of the outputs are tied.`);
  if (largestInflation !== undefined && largestInflation > INFLATED)
    add(
      'inflated-variance',
      `The variance of an index is inflated ${shown(largestInflation)} times by correlated inputs.`,
    );
  if (facts.largestInputCorrelation > CORRELATED)
    add(
      'correlated-inputs',
      `Two inputs correlate by ${shown(facts.largestInputCorrelation)}: indices hold given the other inputs.`,
    );
  return concerns;
}
