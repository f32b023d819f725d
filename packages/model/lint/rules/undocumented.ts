import type { LintContext } from '../lint-context.js';
import type { Raised } from '../lint-finding.js';

/** Variables without documentation. */
export function* undocumented({ model }: LintContext): Iterable<Raised> {
  for (const variable of model.variables.values()) {
    if ((variable.documentation ?? '').trim() !== '' || variable.hidden === true) continue;
    yield {
      code: 'undocumented',
      variable,
      span: variable.span,
      reason: `\`${variable.name}\` has no documentation.`,
      evidence: 'Its documentation is missing or empty.',
      fix: 'Say what it means and where its equation or value comes from.',
    };
  }
}
