import { ownerOf } from '../../units/variable-units.js';
import { allowanceFault, allowancesIn } from '../allowances.js';
import type { LintContext } from '../lint-context.js';
import type { Raised } from '../lint-finding.js';

/** Lines `Lint: allow ...` that name no rule or give no reason. They silence nothing. */
export function* lintAllow({ model }: LintContext): Iterable<Raised> {
  const seen = new Set<string>();
  for (const variable of [undefined, ...model.variables.values()]) {
    const owner = variable && ownerOf(variable);
    if (seen.has(owner ?? '')) continue;
    seen.add(owner ?? '');
    const documentation = variable === undefined ? model.header.documentation : variable.documentation;
    for (const allowance of allowancesIn(documentation ?? '')) {
      const fault = allowanceFault(allowance);
      if (fault === undefined) continue;
      yield {
        code: 'lint-allow',
        ...(variable === undefined ? {} : { variable }),
        span: variable?.span ?? { start: 0, end: 0 },
        reason: `A line \`Lint: allow\` silences nothing: ${fault}.`,
        evidence: `It says: allow ${allowance.codes.join(', ')}.`,
        fix: 'Write it as in `Lint: allow embedded-constant (days in a week)`.',
      };
    }
  }
}
