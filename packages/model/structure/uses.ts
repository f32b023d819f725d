import type { Model, Variable } from '../model.js';
import type { CanonicalName } from '../names/canonical-name.js';
import type { Span } from '../source/source-text.js';
import { referencesIn } from './references.js';

/** How one variable bears on another. */
export type Role =
  /** It stands in the equation. */
  | 'equation'
  /** It stands in a stock's initial equation, or in INIT(...): only its first value counts. */
  | 'initial'
  | 'inflow'
  | 'outflow';

/** A variable that bears directly on another, or that another bears on. */
export interface Link {
  readonly variable: Variable;
  readonly role: Role;
  /** Where the name of the cause first stands in this role. */
  readonly span: Span;
}

/** What a variable directly depends on, in the order of the file's text; each cause once per role. Unresolved names are left out. */
export function causesOf(model: Model, key: CanonicalName): readonly Link[] {
  const variable = model.variables.get(key);
  return variable === undefined ? [] : causes(model, variable);
}

/** What directly depends on a variable, in the order of the file; each user once per role. */
export function usesOf(model: Model, key: CanonicalName): readonly Link[] {
  return [...model.variables.values()].flatMap((user) =>
    causes(model, user)
      .filter((link) => link.variable.key === key)
      .map((link) => ({ ...link, variable: user })),
  );
}

function causes(model: Model, variable: Variable): readonly Link[] {
  if (variable.kind === 'graphical') return [];
  const links = new Map<string, Link>();
  const add = (key: CanonicalName, role: Role, span: Span) => {
    const cause = model.variables.get(key);
    const id = `${role} ${key}`;
    if (cause !== undefined && !links.has(id)) links.set(id, { variable: cause, role, span });
  };
  for (const { key, initial, span } of referencesIn(variable.equation))
    add(key, initial || variable.kind === 'stock' ? 'initial' : 'equation', span);
  if (variable.kind === 'stock') {
    for (const { key, span } of variable.inflows) add(key, 'inflow', span);
    for (const { key, span } of variable.outflows) add(key, 'outflow', span);
  }
  return [...links.values()];
}
