import { capitalized, type PolicyResult, type Results } from '@weir/figures';
import type { OutcomeDefinition } from '@weir/study';
import { changeClause, levelsClause, SINGLE_RUN } from './answer-sentence.js';

/**
 * A policy's answer in sentences: the total with its direction, size and levels, then the parts.
 *
 * @param total - First outcome to be told.
 * @param parts - Told together after it.
 */
export function policySentence(
  results: Results,
  policy: PolicyResult,
  total: OutcomeDefinition,
  parts: readonly OutcomeDefinition[],
): string {
  const first = changeClause(results, policy, total);
  const levels = levelsClause(results, policy, total);
  const rest = parts.flatMap((part) => changeClause(results, policy, part) ?? []);
  const opening =
    first === undefined
      ? `${SINGLE_RUN} ${total.label} not computed.`
      : `${SINGLE_RUN} ${first}${levels === undefined ? '' : ` (${levels})`}.`;
  return rest.length === 0 ? opening : `${opening} ${capitalized(rest.join('; '))}.`;
}
