import type { ModelFile, ModuleInstance, WrittenModel, WrittenVariable } from '../model-file.js';
import type { CanonicalName } from '../names/canonical-name.js';
import { canonicalName } from '../names/canonical-name.js';
import { qualifiedKey } from '../names/compound-name.js';
import { nearest } from '../names/nearest.js';
import type { Span } from '../source/source-text.js';
import { sizeOf } from './array-index.js';
import type { Budget } from './budget.js';
import { MAX_DEPTH, MAX_ELEMENTS } from './budget.js';
import type { DimensionTable, Range } from './dimension-table.js';
import { matchParts } from './match-parts.js';
import type { Reporter } from './reporter.js';
import type { Scope, ScopedVariable } from './scope.js';
import { keyIn, lookUp, nameIn } from './scope.js';

/** What building scopes needs to know. */
export interface Foundations {
  readonly file: ModelFile;
  readonly table: DimensionTable;
  readonly reporter: Reporter;
  readonly budget: Budget;
}

/**
 * The scopes of a file: its root model with, inside each other, the models its modules stand for. Inputs that a module
 * connects are tied to their sources.
 *
 * @errors unknown-dimension, model-too-large, unknown-submodel, module-recursion, unknown-connection, and those of
 *   {@link matchParts}.
 * @source OASIS XMILE 1.0, 3.7.4 and 4.7.
 */
export function buildScopes(base: Foundations): Scope {
  const { root } = base.file;
  const scope = emptyScope('model', canonicalName(''), '', undefined);
  fill(base, scope, root, new Map(), [root.key]);
  return scope;
}

/** A scope with nothing in it yet. */
export function emptyScope(
  kind: Scope['kind'],
  key: CanonicalName,
  name: string,
  root: Scope | undefined,
  parameters: Scope['parameters'] = new Map(),
): Scope {
  return { kind, key, name, root, variables: new Map(), modules: new Map(), parameters };
}

type Connections = ReadonlyMap<CanonicalName, NonNullable<ScopedVariable['connection']>>;

function fill(
  base: Foundations,
  scope: Scope,
  model: WrittenModel,
  connections: Connections,
  models: readonly CanonicalName[],
): void {
  for (const variable of model.variables) {
    const scoped = scopedVariable(base, scope, variable, connections.get(variable.key));
    if (scoped !== undefined) scope.variables.set(variable.key, scoped);
  }
  for (const module of model.modules) {
    const submodel = base.file.submodels.get(module.model);
    if (submodel === undefined) {
      base.reporter.error(
        'unknown-submodel',
        module.span,
        `There is no model for the module \`${module.name}\`.`,
        {
          variable: module.name,
          hint: `Add \`<model name="${module.written}">\` to this file.`,
        },
      );
      continue;
    }
    if (models.includes(module.model) || models.length > MAX_DEPTH) {
      base.reporter.error(
        'module-recursion',
        module.span,
        `The module \`${module.name}\` stands inside itself.`,
        {
          variable: module.name,
          hint: 'A model cannot have itself as a part.',
        },
      );
      continue;
    }
    if (!base.budget.takeElements(1)) {
      reportSize(base.reporter, module.span, module.name);
      return;
    }
    const inner = emptyScope(
      'model',
      keyIn(scope, module.key),
      nameIn(scope, module.name),
      scope.root ?? scope,
    );
    fill(base, inner, submodel, connectionsOf(base, scope, module, submodel), [...models, module.model]);
    scope.modules.set(module.key, inner);
  }
}

/** A variable in its scope, with its equations matched to its elements. */
export function scopedVariable(
  { file, table, reporter, budget }: Foundations,
  scope: Scope,
  variable: WrittenVariable,
  connection?: ScopedVariable['connection'],
): ScopedVariable | undefined {
  const dimensions: Range[] = [];
  for (const key of variable.dimensions) {
    const range = table.range(key);
    if (range !== undefined) dimensions.push(range);
    else
      reporter.error('unknown-dimension', variable.span, `\`${key}\` is no dimension of this file.`, {
        variable: variable.name,
        hint: 'Declare it in `<dimensions>`, or correct the name.',
      });
  }
  if (dimensions.length < variable.dimensions.length) return undefined;
  if (!budget.takeElements(sizeOf(dimensions))) {
    reportSize(reporter, variable.span, variable.name);
    return undefined;
  }
  const complete = connection === undefined && (file.dialect === 'xmile' || dimensions.length === 0);
  const partOf = matchParts(reporter, table, variable, dimensions, complete);
  return {
    variable,
    scope,
    key: keyIn(scope, variable.key),
    name: nameIn(scope, variable.name),
    dimensions,
    partOf,
    flatNames: [],
    ...(connection === undefined ? {} : { connection }),
  };
}

function reportSize(reporter: Reporter, span: Span, name: string): void {
  reporter.error(
    'model-too-large',
    span,
    `With the elements of \`${name}\`, this model has more than ${MAX_ELEMENTS} variables.`,
    { variable: name, hint: 'Check the sizes of its dimensions, and how often modules stand in each other.' },
  );
}

function connectionsOf(
  { reporter }: Foundations,
  outer: Scope,
  module: ModuleInstance,
  submodel: WrittenModel,
): Connections {
  const connections = new Map<CanonicalName, NonNullable<ScopedVariable['connection']>>();
  const names = submodel.variables.map(({ name }) => name);
  for (const { from, to, span } of module.connections) {
    // Stella writes `module.input` where the standard writes `input`.
    const target = pathOf(to).at(-1);
    if (target === undefined || !submodel.variables.some(({ key }) => key === target)) {
      reportConnection(reporter, module, span, to, names);
      continue;
    }
    const path = pathOf(from);
    const key = path.length === 1 && path[0] !== undefined ? path[0] : qualifiedKey(path);
    connections.set(target, { scope: outer, source: { kind: 'name', written: from.trim(), key, span } });
  }
  return connections;
}

function reportConnection(
  reporter: Reporter,
  module: ModuleInstance,
  span: Span,
  name: string,
  names: readonly string[],
): void {
  const near = nearest(name, names);
  reporter.error('unknown-connection', span, `\`${name}\` is no variable of the module \`${module.name}\`.`, {
    variable: module.name,
    hint: near === undefined ? 'Correct the name, or remove this `<connect>`.' : `Did you mean \`${near}\`?`,
  });
}

/** Checks that what modules are connected to is there: possible only when every scope is. */
export function checkConnections(reporter: Reporter, scope: Scope): void {
  for (const { connection, variable } of scope.variables.values()) {
    if (connection === undefined || connection.source.kind !== 'name') continue;
    const { key, written, span } = connection.source;
    if (lookUp(connection.scope, key) === undefined)
      reporter.error(
        'unknown-connection',
        span,
        `\`${written}\`, which feeds \`${variable.name}\` of \`${scope.name}\`, is no variable of the model.`,
        {
          variable: variable.name,
          hint: 'Write `from="variable"`, `from=".variable"` of the root model, or `from="module.variable"`.',
        },
      );
  }
  for (const inner of scope.modules.values()) checkConnections(reporter, inner);
}

/** The keys of a qualified name; the first is empty where it begins with a dot. */
function pathOf(written: string): readonly CanonicalName[] {
  const text = written.trim();
  const parts = [...text.matchAll(/"(?:[^"\\]|\\[\s\S])*"|[^."]+/g)].map(([part]) => canonicalName(part));
  return text.startsWith('.') ? [canonicalName(''), ...parts] : parts;
}
