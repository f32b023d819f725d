import type { Expression, WrittenExpression } from '../equation/expression.js';
import type { WrittenVariable } from '../model-file.js';
import type { CanonicalName } from '../names/canonical-name.js';
import { canonicalName } from '../names/canonical-name.js';
import { qualifiedKey } from '../names/compound-name.js';
import type { Range } from './dimension-table.js';

/** A variable of the flat model, by key and by name. */
export interface FlatName {
  readonly key: CanonicalName;
  readonly name: string;
}

/** A variable where it stands: in the root model, in a module, or in one call of a macro. */
export interface ScopedVariable {
  readonly variable: WrittenVariable;
  readonly scope: Scope;
  /** Key and name in the flat model, without subscripts. */
  readonly key: CanonicalName;
  readonly name: string;
  readonly dimensions: readonly Range[];
  /** Which of its parts stands for each element, in row-major order; -1 where none does. */
  readonly partOf: Int32Array;
  /** Keys and names of its elements, in row-major order, as far as they have been asked for. */
  readonly flatNames: (FlatName | undefined)[];
  /** What stands for it from outside, where it is a connected input of a module. */
  readonly connection?: { readonly scope: Scope; readonly source: WrittenExpression };
}

/** The variables that see each other by their plain names. */
export interface Scope {
  readonly kind: 'model' | 'macro';
  /** Key and name of the module or call that it is; empty for the root. */
  readonly key: CanonicalName;
  readonly name: string;
  readonly root: Scope | undefined;
  readonly variables: Map<CanonicalName, ScopedVariable>;
  readonly modules: Map<CanonicalName, Scope>;
  /** What a call of a macro was given, by parameter. */
  readonly parameters: ReadonlyMap<CanonicalName, Expression>;
}

/** The key, in the flat model, of a name within a scope. */
export function keyIn(scope: Pick<Scope, 'key'>, key: CanonicalName): CanonicalName {
  return scope.key === '' ? key : qualifiedKey([scope.key, key]);
}

/** The name, in the flat model, of a name within a scope. */
export function nameIn(scope: Pick<Scope, 'name'>, name: string): string {
  return scope.name === '' ? name : `${scope.name}.${name}`;
}

/**
 * The variable that a name means in a scope: one of its own, or one that is qualified by modules: `module.variable`
 * from here or from the root, `.variable` from the root.
 *
 * @source OASIS XMILE 1.0, 3.2.2.3.
 */
export function lookUp(scope: Scope, key: CanonicalName): ScopedVariable | undefined {
  const own = scope.variables.get(key);
  if (own !== undefined || !key.includes('.')) return own;
  const root = scope.root ?? scope;
  const path = key.split('.');
  if (path[0] === '') return descend(root, path.slice(1));
  return descend(scope, path) ?? (scope === root ? undefined : descend(root, path));
}

function descend(start: Scope, path: readonly string[]): ScopedVariable | undefined {
  let scope: Scope | undefined = start;
  for (const part of path.slice(0, -1)) scope = scope?.modules.get(canonicalName(part));
  const last = path.at(-1);
  return last === undefined ? undefined : scope?.variables.get(canonicalName(last));
}
