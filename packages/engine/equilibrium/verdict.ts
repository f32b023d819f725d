import type { Verdict } from './equilibrium-result.js';
import type { Search } from './search.js';

/** Whether the trajectory is sure to reach the point that a search found. */
export function isCertain({ method, near, finding }: Search): boolean {
  if (method === 'start') return true;
  return method !== 'guess' && near && finding.stability === 'stable';
}

/** What a search came to, and what to say of it. */
export function verdictOf(
  { outcome, method, finding, near, stock, time }: Search,
  nameOf: (stock: number) => string,
): { verdict: Verdict; reasons: readonly string[] } {
  switch (outcome) {
    case 'rest': {
      const { stability } = finding;
      if (method === 'start') {
        const note = stability === 'unstable' ? ['The start is at rest, at a point that is not stable.'] : [];
        return { verdict: 'ok', reasons: note };
      }
      if (stability === 'neutral') {
        return {
          verdict: 'ok',
          reasons: [
            'Some disturbances of the point neither grow nor die out, so other starts near it may rest elsewhere.',
          ],
        };
      }
      if (stability === 'unchecked') {
        return { verdict: 'ok', reasons: ['The stability of the point was not checked.'] };
      }
      const doubt =
        method === 'time stepping'
          ? 'Steps of different lengths do not agree, so whether the trajectory reaches the point is not certain.'
          : 'The last stretch crossed a kink, so whether the trajectory reaches the point is not certain.';
      return { verdict: 'ok', reasons: near || method === 'guess' ? [] : [doubt] };
    }
    case 'unstable':
      return {
        verdict: 'not_converged',
        reasons: ['The point found is not stable: the trajectory may circle it for ever, or leave it.'],
      };
    case 'unbounded':
      return { verdict: 'diverged', reasons: [`${nameOf(stock ?? 0)} grows without bounds.`] };
    case 'not a number':
      return {
        verdict: 'invalid',
        reasons: [`A value is not a number on the way, at time ${time} from the start.`],
      };
    case 'steps':
    case 'stuck':
      return {
        verdict: 'not_converged',
        reasons: [`The trajectory does not come to rest within time ${time} from the start.`],
      };
  }
}
