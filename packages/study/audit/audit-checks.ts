import type { AuditFacts } from './audit-conclusions.js';
import type { AuditedCheck } from './audit-document.js';
import { counted, JOIN_WORDS, shown } from './audit-words.js';

/**
 * The checks of an audit.
 *
 * @param samples - Rows of samples.
 */
export function checksOf(facts: AuditFacts, samples: number): readonly AuditedCheck[] {
  const right = facts.joins.find(({ by }) => by === facts.trusted);
  const odd = facts.echoes.filter(({ contained }) => !contained);
  const checks: AuditedCheck[] = [];
  if (right !== undefined) {
    checks.push(
      {
        check: 'rows-in-place',
        passed: right.in_place === right.rows,
        sentence: `${right.in_place} of ${right.rows} rows of results stand in the row of their sample.`,
      },
      {
        check: 'runs-complete',
        passed: right.rows === samples,
        sentence: `${right.rows} of ${samples} samples have results.`,
      },
    );
  }
  checks.push({
    check: 'echoes-agree',
    passed: right !== undefined && odd.length === 0 && (right.confirmed || facts.echoes.length === 0),
    sentence:
      odd.length > 0
        ? `${counted(odd.length, 'column')} of results named like an input ${odd.length === 1 ? 'does' : 'do'} not repeat it to ${shown(facts.tolerance)}: ${odd.map(({ result }) => result).join(', ')}.`
        : right === undefined
          ? 'No join is confirmed by columns that repeat inputs.'
          : `${counted(facts.echoes.length, 'column')} of results repeat inputs${right.confirmed ? ' and agree' : ''}.`,
  });
  if (facts.published !== null) {
    const own = facts.published.fits.find(
      ({ by, within_rounding }) => by === facts.trusted && within_rounding,
    );
    checks.push({
      check: 'published-reproduced',
      passed: own !== undefined,
      sentence:
        own === undefined
          ? 'The published table does not follow from rows joined by run.'
          : `The published table follows from rows joined ${JOIN_WORDS[own.by]} (${own.index}).`,
    });
  }
  return checks;
}
