import { BUILTINS, builtinNamed } from '../equation/builtin-signature.js';
import type { Model, Variable } from '../model.js';
import { displayName } from '../names/canonical-name.js';
import { nearest } from '../names/nearest.js';
import type { Diagnostic } from '../source/diagnostic.js';
import { Findings } from '../source/findings.js';
import { checkFlows } from './flows.js';
import type { Reference } from './references.js';
import { referencesIn } from './references.js';
import { RESERVED_WORDS } from './reserved-words.js';

/**
 * Looks up every name of a model: in equations, a variable, a built-in or a graphical function called by name; in
 * stocks, a flow. Each unknown name gives one error per variable that uses it; the elements of an array that share an
 * equation count as one.
 *
 * @errors unknown-name, unknown-function, wrong-arguments, not-a-function,
 *   graph-without-input, builtin-name, unknown-flow, not-a-flow, flow-used-twice; warns flow-is-auxiliary.
 */
export function resolve(model: Model): readonly Diagnostic[] {
  const findings = new Findings(model.source);
  // The equation of an array stands for each of its elements: what is wrong with it is said once.
  const toldOfPlaces = new Set<string>();
  for (const variable of model.variables.values()) {
    if (model.dialect !== 'vensim') checkOwnName(findings, variable);
    if (variable.kind === 'graphical') continue;
    const told = new Set<string>();
    const initial =
      'initial' in variable && variable.initial !== undefined ? referencesIn(variable.initial) : [];
    const shared = variable.element !== undefined || variable.hidden === true;
    for (const reference of [...referencesIn(variable.equation), ...initial]) {
      const place = `${reference.span.start} ${reference.span.end}`;
      if (shared && toldOfPlaces.has(place)) continue;
      const problem = problemWith(model, reference);
      if (problem === undefined || told.has(`${problem.code} ${reference.key}`)) continue;
      told.add(`${problem.code} ${reference.key}`);
      if (shared) toldOfPlaces.add(place);
      const { code, message, hint } = problem;
      findings.error(code, reference.span, message, {
        variable: variable.element?.name ?? variable.name,
        hint,
      });
    }
  }
  checkFlows(findings, model);
  return findings.list;
}

function checkOwnName(findings: Findings, variable: Variable): void {
  const builtin = builtinNamed(variable.key);
  // The names of extensions are free: the standard does not know them.
  const reserved = builtin !== undefined && BUILTINS[builtin].origin === 'standard';
  if (!reserved && !RESERVED_WORDS.has(variable.key)) return;
  findings.error(
    'builtin-name',
    variable.span,
    `\`${variable.name}\` is a word of the equation language and cannot name a variable.`,
    {
      variable: variable.name,
      hint: `Rename it, for example to \`${variable.name} value\`.`,
    },
  );
}

interface Problem {
  readonly code:
    | 'unknown-name'
    | 'unknown-function'
    | 'wrong-arguments'
    | 'not-a-function'
    | 'graph-without-input';
  readonly message: string;
  readonly hint?: string;
}

const STRAY_SELF: Problem = {
  code: 'unknown-name',
  message: '`SELF` stands for the variable itself inside PREVIOUS and SIZE only.',
  hint: 'Write the name of the variable.',
};

function problemWith(model: Model, reference: Reference): Problem | undefined {
  const variable = model.variables.get(reference.key);
  const builtin = builtinNamed(reference.key);
  if (reference.graph && variable === undefined && builtin !== undefined) {
    return {
      code: 'not-a-function',
      message: `\`${displayName(reference.written)}\` is a built-in, not a graphical function.`,
      hint: 'The first argument of LOOKUP names a graphical function.',
    };
  }
  if (builtin !== undefined && (reference.arguments !== undefined || variable === undefined)) {
    // A variable of a reserved name has been reported; what its users mean cannot be known.
    const reported =
      variable !== undefined && model.dialect !== 'vensim' && BUILTINS[builtin].origin === 'standard';
    if (reported) return undefined;
    return builtin === 'self' && !reference.later ? STRAY_SELF : arityProblem(builtin, reference);
  }
  const shown = displayName(reference.written);
  if (variable === undefined)
    return reference.arguments === undefined ? unknownName(model, shown) : unknownFunction(model, shown);
  const hasGraph = variable.kind !== 'stock' && variable.graph !== undefined;
  if (reference.graph) {
    if (hasGraph) return undefined;
    return {
      code: 'not-a-function',
      message: `\`${variable.name}\` is ${article(variable.kind)} ${variable.kind}, not a graphical function.`,
      hint: 'The first argument of LOOKUP names a graphical function.',
    };
  }
  if (reference.arguments === undefined) {
    if (variable.kind !== 'graphical') return undefined;
    return {
      code: 'graph-without-input',
      message: `\`${variable.name}\` is a graphical function and needs an input.`,
      hint: `Write \`${reference.written}(x)\`.`,
    };
  }
  if (!hasGraph)
    return {
      code: 'not-a-function',
      message: `\`${variable.name}\` is ${article(variable.kind)} ${variable.kind}, not a function.`,
      hint: `To multiply, write \`${reference.written} * (...)\`.`,
    };
  if (reference.arguments === 1) return undefined;
  return {
    code: 'wrong-arguments',
    message: `\`${variable.name}\` takes one argument, its input, but has ${reference.arguments}.`,
    hint: `Write \`${reference.written}(x)\`.`,
  };
}

function article(kind: Variable['kind']): string {
  return kind === 'auxiliary' ? 'an' : 'a';
}

function arityProblem(builtin: keyof typeof BUILTINS, reference: Reference): Problem | undefined {
  const { arity, usage, meaning } = BUILTINS[builtin];
  const [least, most] = arity;
  const given = reference.arguments ?? 0;
  if (given >= least && given <= most) return undefined;
  const wanted =
    least === most
      ? counted(least)
      : Number.isFinite(most)
        ? `${least} to ${most} arguments`
        : `at least ${counted(least)}`;
  return {
    code: 'wrong-arguments',
    message: `\`${reference.written}\` takes ${wanted}, but has ${given === 0 ? 'none' : given}.`,
    hint: `Write \`${usage}\`: ${meaning}.`,
  };
}

function counted(count: number): string {
  return count === 0 ? 'no arguments' : count === 1 ? 'one argument' : `${count} arguments`;
}

function unknownName(model: Model, shown: string): Problem {
  return {
    code: 'unknown-name',
    message: `\`${shown}\` is not a variable of this model.`,
    hint: suggestion(shown, variableNames(model)) ?? 'Add the variable, or correct the name.',
  };
}

function unknownFunction(model: Model, shown: string): Problem {
  const functions = Object.values(BUILTINS).map(({ usage }) => usage.replace(/\(.*/, ''));
  const graphs = [...model.variables.values()]
    .filter(({ kind }) => kind === 'graphical')
    .map(({ name }) => name);
  return {
    code: 'unknown-function',
    message: `\`${shown}\` is neither a built-in nor a graphical function of this model.`,
    hint: suggestion(shown, [...functions, ...graphs]) ?? 'Correct the name; to multiply, write `*`.',
  };
}

function variableNames(model: Model): readonly string[] {
  return [...model.variables.values()].map(({ name }) => name);
}

function suggestion(shown: string, candidates: readonly string[]): string | undefined {
  const lower = new Map(candidates.toReversed().map((name) => [name.toLowerCase(), name]));
  const found = nearest(
    shown.toLowerCase(),
    candidates.map((name) => name.toLowerCase()),
  );
  return found === undefined ? undefined : `Did you mean \`${lower.get(found) ?? found}\`?`;
}
