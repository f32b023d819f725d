import type { CanonicalName } from '../../names/canonical-name.js';
import { referencesIn } from '../../structure/references.js';
import { ownerOf } from '../../units/variable-units.js';
import type { LintContext } from '../lint-context.js';
import type { Raised } from '../lint-finding.js';

/** Constants, graphs and auxiliaries that nothing uses. An auxiliary that changes may be a result: that is a note. */
export function* unusedVariable({ model, order }: LintContext): Iterable<Raised> {
  const used = new Set<CanonicalName>();
  for (const user of model.variables.values()) {
    if (user.kind === 'graphical') continue;
    const initial = user.kind === 'stock' ? undefined : user.initial;
    const named = [user.equation, ...(initial === undefined ? [] : [initial])]
      .flatMap(referencesIn)
      .map(({ key }) => key);
    const flows = user.kind === 'stock' ? [...user.inflows, ...user.outflows].map(({ key }) => key) : [];
    for (const key of [...named, ...flows]) {
      const variable = model.variables.get(key);
      if (variable !== undefined && variable !== user) used.add(ownerOf(variable));
    }
  }
  for (const variable of model.variables.values()) {
    if (
      used.has(ownerOf(variable)) ||
      variable.hidden === true ||
      variable.kind === 'stock' ||
      variable.kind === 'flow'
    )
      continue;
    const changes = order.timing.get(variable.key) === 'dynamic';
    yield {
      code: 'unused-variable',
      variable,
      span: variable.span,
      reason: `Nothing uses \`${variable.name}\`.`,
      evidence: changes
        ? 'It changes in the course of a run, so it may be a result that people read.'
        : 'Whatever its value, every result stays the same.',
      fix: changes
        ? 'Leave it, or remove it if nobody reads it.'
        : 'Use it where it was meant to be used, or remove it.',
      ...(changes ? { severity: 'note' as const } : {}),
    };
  }
}
