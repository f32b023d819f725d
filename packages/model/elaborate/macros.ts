import type { Expression } from '../equation/expression.js';
import type { Variable } from '../model.js';
import type { Macro } from '../model-file.js';
import type { CanonicalName } from '../names/canonical-name.js';
import { canonicalName } from '../names/canonical-name.js';
import type { Span } from '../source/source-text.js';
import type { Around, Owner } from './around.js';
import { MAX_CALLS, MAX_DEPTH } from './budget.js';
import { emptyScope, scopedVariable } from './build-scopes.js';
import { referenceTo } from './element-reference.js';
import type { Scope, ScopedVariable } from './scope.js';
import { keyIn, nameIn } from './scope.js';

/** What writes out the variables of one call. */
export type FlattenVariable = (variable: ScopedVariable, macros: readonly CanonicalName[]) => void;

/** What writing out macros needs of the elaboration. */
export interface MacroWork {
  /** Takes a hidden variable. */
  readonly add: (variable: Variable) => void;
  readonly flattenVariable: FlattenVariable;
  /** Takes work for later: a macro in a macro is not written out inside it, so that no nesting is too deep. */
  readonly later: (work: () => void) => void;
}

/**
 * Writes out one call of a macro: its parameters, variables and value become hidden variables of this call alone, so
 * that each call has stocks of its own.
 *
 * @param given - The arguments, flat.
 * @returns The name of the value, which stands in place of the call.
 * @errors wrong-arguments, macro-recursion, model-too-large.
 * @source OASIS XMILE 1.0, 4.8; Vensim, :MACRO:.
 */
export function expandMacro(
  macro: Macro,
  given: readonly Expression[],
  around: Around,
  span: Span,
  work: MacroWork,
): Expression {
  const { services, owner } = around;
  const failed: Expression = { kind: 'number', value: 0, span };
  if (owner.macros.includes(macro.key) || owner.macros.length >= MAX_DEPTH) {
    services.reporter.error('macro-recursion', span, `The macro \`${macro.name}\` calls itself.`, {
      variable: owner.variable,
      hint: 'Weir writes macros out before a run; write the recursion as a stock or an array.',
    });
    return failed;
  }
  const least = macro.parameters.filter((parameter) => parameter.default === undefined).length;
  const most = macro.parameters.length;
  if (
    given.length > most ||
    macro.parameters.slice(given.length).some((parameter) => parameter.default === undefined)
  ) {
    const wanted = least === most ? `${most}` : `${least} to ${most}`;
    services.reporter.error(
      'wrong-arguments',
      span,
      `The macro \`${macro.name}\` takes ${wanted} arguments, but has ${given.length}.`,
      { variable: owner.variable, hint: `Write \`${usage(macro)}\`.` },
    );
    return failed;
  }
  if (!services.budget.takeCall()) {
    services.reporter.error(
      'model-too-large',
      macro.span,
      `This model calls macros more than ${MAX_CALLS} times.`,
      {
        variable: macro.name,
        hint: 'Look for macros that call each other again and again.',
      },
    );
    return failed;
  }
  owner.calls += 1;
  const name = `${macro.name} (call ${owner.calls} in ${owner.name})`;
  const parameters = new Map<CanonicalName, Expression>();
  const root = around.scope.root ?? around.scope;
  const scope = emptyScope('macro', canonicalName(name), name, root, parameters);
  const inside: Owner = {
    variable: owner.variable,
    key: scope.key,
    name,
    size: 1,
    calls: 0,
    macros: [...owner.macros, macro.key],
  };
  const here: Around = { services, scope, owner: inside, own: [], axes: [], whole: false };
  for (const [place, parameter] of macro.parameters.entries()) {
    const value = given[place] ?? (parameter.default && services.flatten(parameter.default, here));
    if (value !== undefined) parameters.set(parameter.key, held(scope, parameter, value, work.add));
  }
  for (const variable of macro.variables) {
    const scoped = scopedVariable(services, scope, variable);
    if (scoped !== undefined) scope.variables.set(variable.key, scoped);
  }
  work.later(() => {
    for (const variable of scope.variables.values()) work.flattenVariable(variable, inside.macros);
  });
  const { expression } = macro;
  if (expression === undefined) {
    const output = scope.variables.get(macro.output);
    return output === undefined ? failed : referenceTo(output, [], span, around);
  }
  work.later(() => {
    const equation = services.flatten(expression, here);
    work.add({
      kind: 'auxiliary',
      written: name,
      name,
      key: scope.key,
      equation,
      span: macro.span,
      hidden: true,
    });
  });
  return { kind: 'name', written: name, key: scope.key, span };
}

function usage({ name, parameters }: Macro): string {
  return `${name}(${parameters.map(({ written }) => written).join(', ')})`;
}

/** An argument as a name or number, so that it is computed once however often the macro mentions it. */
function held(
  scope: Scope,
  parameter: Macro['parameters'][number],
  value: Expression,
  add: (variable: Variable) => void,
): Expression {
  if (value.kind === 'number' || value.kind === 'name') return value;
  const key = keyIn(scope, parameter.key);
  const name = nameIn(scope, parameter.written);
  const { span } = value;
  add({ kind: 'auxiliary', written: name, name, key, equation: value, span, hidden: true });
  return { kind: 'name', written: name, key, span };
}
