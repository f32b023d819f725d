import type { Expression } from '../../equation/expression.js';
import { subexpressions } from '../../equation/subexpressions.js';
import type { LintContext } from '../lint-context.js';
import type { Raised } from '../lint-finding.js';

const SWITCHES: ReadonlySet<string> = new Set([
  'min',
  'max',
  'int',
  'integer',
  'modulo',
  'quantum',
  'if_then_else',
  'sample_if_true',
  'step',
  'pulse',
  'vensim_pulse',
  'pulse_train',
]);

/** Equations that switch in the course of a run, in a model that asks for a method of higher order than Euler's. */
export function* switchingMethod({ model, order }: LintContext): Iterable<Raised> {
  const [method = 'euler'] = model.simulation.methods;
  if (method === 'euler') return;
  for (const variable of model.variables.values()) {
    if (variable.kind !== 'auxiliary' && variable.kind !== 'flow') continue;
    if (order.timing.get(variable.key) !== 'dynamic') continue;
    const term = subexpressions(variable.equation).find(switches);
    if (term === undefined) continue;
    const word =
      term.kind === 'call' ? term.written.toUpperCase() : term.kind === 'if' ? 'IF' : 'a comparison or MOD';
    yield {
      code: 'switching-method',
      variable,
      span: term.span,
      reason: `\`${variable.name}\` switches, and ${method} is no more exact than Euler across a switch.`,
      evidence: `It uses ${word}; the file asks for ${method}.`,
      fix: 'Check that half the time step gives the same results; where it does not, use Euler with a small step.',
    };
  }
}

function switches(term: Expression): boolean {
  if (term.kind === 'if') return true;
  if (term.kind === 'call') return SWITCHES.has(term.key);
  return term.kind === 'binary' && ['mod', '<', '<=', '>', '>=', '=', '<>'].includes(term.operator);
}
