import type { Program, ProgramVariable } from '@weir/engine';
import type { CanonicalName, Diagnostic, Outcome } from '@weir/model';
import { canonicalName, reached, refused } from '@weir/model';
import { didYouMean } from './nearest-names.js';
import { variableKey } from './variable-key.js';

/** What people may type for the variables of a program: short names of a study, and names in the model. */
export interface NameIndex {
  /** Variables by folded name; more than one where a name is ambiguous. */
  readonly variables: ReadonlyMap<CanonicalName, readonly ProgramVariable[]>;
  /** Short name by variable. */
  readonly shortNames: ReadonlyMap<CanonicalName, string>;
  /** Every name as written, short names first: what suggestions are taken from. */
  readonly known: readonly string[];
}

/**
 * Builds the index of a program.
 *
 * @param shortNames - Short names to names of variables. Those of unknown variables are left out.
 */
export function nameIndex(program: Program, shortNames: ReadonlyMap<string, string>): NameIndex {
  const variables = new Map<CanonicalName, ProgramVariable[]>();
  const byVariable = new Map<CanonicalName, string>();
  const known: string[] = [];
  const add = (key: CanonicalName, variable: ProgramVariable) => {
    const same = variables.get(key);
    if (same === undefined) variables.set(key, [variable]);
    else if (!same.includes(variable)) same.push(variable);
  };
  for (const [short, name] of shortNames) {
    const slot = program.slotOf.get(variableKey(name));
    const variable = slot === undefined ? undefined : program.variables[slot];
    if (variable === undefined) continue;
    add(canonicalName(short), variable);
    known.push(short);
    if (!byVariable.has(variable.key)) byVariable.set(variable.key, short);
  }
  for (const variable of program.variables) {
    if (variable.kind === 'hidden') continue;
    add(variable.key, variable);
    known.push(variable.name);
  }
  return { variables, shortNames: byVariable, known };
}

/** The variable a person means, whatever the case, spaces and underscores; or why there is none. */
export function resolveName(index: NameIndex, typed: string): Outcome<ProgramVariable> {
  const found = index.variables.get(variableKey(typed)) ?? [];
  const [first, second] = found;
  if (first !== undefined && second === undefined) return reached(first);
  return refused([first === undefined ? unknownName(index, typed) : ambiguousName(typed, found)]);
}

/** The short name of a variable, or its name in the model where the study gives none. */
export function shortNameOf(index: NameIndex, variable: ProgramVariable): string {
  return index.shortNames.get(variable.key) ?? variable.name;
}

function unknownName(index: NameIndex, typed: string): Diagnostic {
  const hint = didYouMean(typed, index.known);
  return {
    code: 'unknown-name',
    severity: 'error',
    message: `There is no variable or parameter named \`${typed}\`.`,
    variable: typed,
    hint: hint ?? 'Use a name of the model file, or a short name of the study file.',
  };
}

function ambiguousName(typed: string, found: readonly ProgramVariable[]): Diagnostic {
  return {
    code: 'ambiguous-name',
    severity: 'error',
    message: `\`${typed}\` could mean ${found.map(({ name }) => `\`${name}\``).join(' or ')}.`,
    variable: typed,
    hint: 'Use the full name of the variable as it stands in the model file.',
  };
}
