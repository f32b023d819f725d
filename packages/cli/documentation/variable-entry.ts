import {
  type CanonicalName,
  causesOf,
  type Link,
  type Model,
  printExpression,
  printUnits,
  usesOf,
  type Variable,
} from '@weir/model';
import { type PreparedStudy, shortNameOf } from '@weir/study';

/** Kinds of variables as people name them: an auxiliary without causes is a constant. */
export type EntryKind = 'stock' | 'flow' | 'auxiliary' | 'constant' | 'graphical function';

/** Everything a model says about a variable, as `weir doc --format json` prints it. */
export interface VariableEntry {
  readonly name: string;
  /** Short name of the study, or the archive's; the name where there is none. */
  readonly short_name: string;
  readonly kind: EntryKind;
  readonly units: string;
  /** Of a stock: its initial value. Null for a graphical function. */
  readonly equation: string | null;
  readonly inflows?: readonly string[];
  readonly outflows?: readonly string[];
  readonly points?: { readonly x: readonly number[]; readonly y: readonly number[] };
  readonly meaning: string;
  readonly causes: readonly string[];
  readonly uses: readonly string[];
  readonly range?: { readonly min?: number; readonly max?: number };
}

/** What a model says about one of its variables. */
export function variableEntry({ model, program, bound }: PreparedStudy, variable: Variable): VariableEntry {
  const slot = program.slotOf.get(variable.key);
  const inProgram = slot === undefined ? undefined : program.variables[slot];
  const names = (keys: readonly CanonicalName[]) =>
    keys.flatMap((key) => model.variables.get(key)?.name ?? []);
  return {
    name: variable.name,
    short_name: inProgram === undefined ? variable.name : shortNameOf(bound.names, inProgram),
    kind: kindOf(model, variable),
    units: variable.units === undefined ? '' : printUnits(variable.units),
    equation: variable.kind === 'graphical' ? null : printExpression(variable.equation),
    ...(variable.kind === 'stock'
      ? {
          inflows: names(variable.inflows.map((flow) => flow.key)),
          outflows: names(variable.outflows.map((flow) => flow.key)),
        }
      : {}),
    ...('graph' in variable && variable.graph !== undefined
      ? { points: { x: variable.graph.x, y: variable.graph.y } }
      : {}),
    meaning: variable.documentation ?? '',
    causes: linked(causesOf(model, variable.key)),
    uses: linked(usesOf(model, variable.key)),
    ...(variable.range === undefined ? {} : { range: variable.range }),
  };
}

/** The kind of a variable as people name it. */
export function kindOf(model: Model, variable: Variable): EntryKind {
  if (variable.kind === 'graphical') return 'graphical function';
  if (variable.kind !== 'auxiliary' || variable.graph !== undefined) return variable.kind;
  return causesOf(model, variable.key).length > 0 ? 'auxiliary' : 'constant';
}

/** Names of linked variables, each once. */
function linked(links: readonly Link[]): readonly string[] {
  return [...new Set(links.map((link) => link.variable.name))];
}
