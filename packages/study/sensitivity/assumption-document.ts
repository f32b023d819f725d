import type { Assumptions, ConvergencePoint } from '@weir/analysis';
import type { AssumptionDocument } from './sensitivity-document.js';

/** A report of any method, with the numbers that its kind has. */
export type AnyReport = Assumptions & { readonly convergence?: readonly ConvergencePoint[] };

/** Numbers of reports that a document keeps, by their names there and in files. */
const FACTS = {
  rSquared: 'r_squared',
  adjustedRSquared: 'adjusted_r_squared',
  chanceRSquared: 'chance_r_squared',
  firstOrderSum: 'first_order_sum',
  clippedFirstOrderSum: 'clipped_first_order_sum',
  interactionShare: 'interaction_share',
  tiedShare: 'tied_share',
  largestTieShare: 'largest_tie_share',
  largestInflation: 'largest_inflation',
  largestInputCorrelation: 'largest_input_correlation',
  dummyFloor: 'dummy_floor',
  dummyFirst: 'dummy_first',
  lostRows: 'lost_rows',
  walks: 'walks',
  plannedWalks: 'planned_walks',
  widestInterval: 'widest_interval',
} as const;

/** A report as a document: counts, concerns, numbers, and the verdict in words. */
export function assumptionDocument(report: AnyReport): AssumptionDocument {
  const { runs, verdict, sentence, concerns, convergence = [] } = report;
  const numbers = new Map<string, unknown>(Object.entries(report));
  const facts = Object.entries(FACTS).flatMap(([from, to]) =>
    numbers.has(from) ? [[to, numberOf(numbers.get(from))] as const] : [],
  );
  const sum = numbers.get('firstOrderSum');
  const interval = typeof sum === 'object' && sum !== null && 'interval' in sum ? sum.interval : undefined;
  return {
    verdict,
    sentence,
    planned: runs.planned,
    used: runs.used,
    left: Object.fromEntries(Object.entries(runs.left).map(([status, count]) => [status, count ?? 0])),
    concerns: concerns.map(({ code, text, about }) => ({ code, text, about })),
    facts: { ...Object.fromEntries(facts), ...limitsOf('first_order_sum', interval) },
    convergence: convergence.map(({ size, values }) => ({ size, values: values.map(numberOf) })),
  };
}

function numberOf(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'object' || value === null || !('value' in value)) return null;
  return numberOf(value.value);
}

/** The limits of an interval, where there is one. */
function limitsOf(name: string, interval: unknown): Readonly<Record<string, number>> {
  if (typeof interval !== 'object' || interval === null || !('low' in interval) || !('high' in interval))
    return {};
  const [low, high] = [numberOf(interval.low), numberOf(interval.high)];
  return low === null || high === null ? {} : { [`${name}_low`]: low, [`${name}_high`]: high };
}
