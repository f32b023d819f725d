import { printer } from '../../units/print-dimension.js';
import type { LintContext } from '../lint-context.js';
import type { Raised } from '../lint-finding.js';

/** Variables without units. */
export function* noUnits({ model, units }: LintContext): Iterable<Raised> {
  const print = printer(units.table);
  for (const variable of model.variables.values()) {
    if (variable.units !== undefined || variable.hidden === true) continue;
    const inferred = variable.kind === 'graphical' ? undefined : units.of(variable);
    const shown = inferred && print(inferred.dimension);
    yield {
      code: 'no-units',
      variable,
      span: variable.span,
      reason: `\`${variable.name}\` has no units.`,
      evidence:
        inferred?.inferredFrom === undefined
          ? 'Nothing else fixes them either.'
          : `By ${inferred.inferredFrom} it is in ${shown}.`,
      fix: shown === undefined ? 'Declare them; 1 where there are none.' : `Declare them: ${shown}.`,
    };
  }
}
