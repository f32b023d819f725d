import { type Node, operandsOf, type Program } from '@weir/engine';
import {
  type CanonicalName,
  canonicalName,
  type Diagnostic,
  type GraphicalFunction,
  type Model,
  type Outcome,
  reached,
  refused,
  type Variable,
} from '@weir/model';
import { didYouMean } from '../names/nearest-names.js';
import { variableKey } from '../names/variable-key.js';
import { readTimeTable } from './read-time-table.js';
import type { TableSource, TimeTable } from './time-table.js';

/** A model whose graphical functions of time have the points of data files. */
export interface TabledModel {
  readonly model: Model;
  /** By name of the variable as shown to people. */
  readonly tables: ReadonlyMap<string, TimeTable>;
}

/**
 * Another model: the given one, with series from data files for graphical functions that are read at the time of the
 * run. How a series is read between and beyond its points stays as the model has it.
 *
 * @param program - Of the model: tells what is read at the time of the run.
 * @param shortNames - Of the study, for names as typed.
 * @param wanted - Data by name as typed.
 * @errors `unknown-name`, `not-a-table`, `set-twice`, and those of {@link readTimeTable}.
 */
export function tabledModel(
  model: Model,
  program: Program,
  shortNames: ReadonlyMap<string, string>,
  wanted: ReadonlyMap<string, TableSource>,
): Outcome<TabledModel> {
  const problems: Diagnostic[] = [];
  const variables = new Map(model.variables);
  const tables = new Map<string, TimeTable>();
  for (const [typed, source] of wanted) {
    const key = tableKey(typed, shortNames);
    const variable = variables.get(key);
    const graph = graphOf(model.variables.get(key));
    if (variable === undefined) problems.push(unknownName(typed, model));
    else if (graph === undefined || variable.kind === 'stock' || !isReadAtTime(program, graph)) {
      problems.push(notATable(typed, model, program));
    } else if (tables.has(variable.name)) problems.push(setTwice(typed, variable.name));
    else {
      const names = [typed, variable.name, ...shortNamesOf(key, shortNames)];
      const read = readTimeTable(source, { timeUnits: model.simulation.timeUnits, names });
      if (!read.ok) {
        problems.push(...read.diagnostics);
        continue;
      }
      tables.set(variable.name, read.value);
      const { times: x, values: y } = read.value;
      variables.set(key, { ...variable, graph: { type: graph.type, x, y } });
    }
  }
  return problems.length > 0 ? refused(problems) : reached({ model: { ...model, variables }, tables });
}

/** Names of the variables that can have a series from a data file, as shown to people. */
export function tableNames(model: Model, program: Program): readonly string[] {
  return [...model.variables.values()].flatMap((variable) => {
    const graph = graphOf(variable);
    return graph !== undefined && isReadAtTime(program, graph) ? [variable.name] : [];
  });
}

function graphOf(variable: Variable | undefined): GraphicalFunction | undefined {
  return variable === undefined || variable.kind === 'stock' ? undefined : variable.graph;
}

/** Whether a graphical function is read somewhere, and everywhere at the time of the run. */
function isReadAtTime(program: Program, graph: GraphicalFunction): boolean {
  const table = program.tables.indexOf(graph);
  const assignments = [...program.constants, ...program.initial, ...program.dynamic];
  const nodeOf = new Map(assignments.map(({ slot, node }) => [slot, node]));
  const isTime = (node: Node | undefined): boolean =>
    node?.kind === 'slot' ? isClock(nodeOf.get(node.slot)) : isClock(node);
  let reads = 0;
  const open = assignments.map(({ node }) => node);
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.kind === 'lookup' && node.table === table) {
      if (!isTime(node.argument)) return false;
      reads += 1;
    }
    open.push(...operandsOf(node));
  }
  return reads > 0;
}

function isClock(node: Node | undefined): boolean {
  return node?.kind === 'clock' && node.quantity === 'time';
}

/** The variable that a person means by a name: a short name of the study, or a name in the model file. */
export function tableKey(typed: string, shortNames: ReadonlyMap<string, string>): CanonicalName {
  const key = canonicalName(typed);
  for (const [short, name] of shortNames) if (canonicalName(short) === key) return variableKey(name);
  return variableKey(typed);
}

function shortNamesOf(key: CanonicalName, shortNames: ReadonlyMap<string, string>): readonly string[] {
  return [...shortNames].flatMap(([short, name]) => (variableKey(name) === key ? [short] : []));
}

function unknownName(typed: string, model: Model): Diagnostic {
  const known = [...model.variables.values()].map(({ name }) => name);
  return {
    code: 'unknown-name',
    severity: 'error',
    message: `There is no graphical function named \`${typed}\`.`,
    variable: typed,
    hint: didYouMean(typed, known) ?? 'Use the name of a variable of the model file.',
  };
}

function notATable(typed: string, model: Model, program: Program): Diagnostic {
  const known = tableNames(model, program);
  return {
    code: 'not-a-table',
    severity: 'error',
    message: `\`${typed}\` is not a graphical function of the time of the run, so it has no series over time.`,
    variable: typed,
    hint:
      known.length === 0
        ? 'The model has none.'
        : `Those of the model are ${known.map((name) => `\`${name}\``).join(', ')}.`,
  };
}

function setTwice(typed: string, name: string): Diagnostic {
  return {
    code: 'set-twice',
    severity: 'error',
    message: `\`${name}\` gets a series twice, once as \`${typed}\`.`,
    variable: typed,
    hint: 'Give it one.',
  };
}
