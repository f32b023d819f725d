import type { Assignment, Node, Program, ProgramVariable } from '@weir/engine';
import type { BoundScenario } from './bound-study.js';

/** Values of constants and initial values that are plain numbers; those of the baseline scenario win. */
export function defaultsOf(
  program: Program,
  baseline: BoundScenario | undefined,
): ReadonlyMap<ProgramVariable, number> {
  const defaults = new Map<ProgramVariable, number>();
  const add = ({ slot, node }: Assignment) => {
    const variable = program.variables[slot];
    const value = numberOf(node);
    if (variable !== undefined && value !== undefined) defaults.set(variable, value);
  };
  for (const assignment of [...program.constants, ...program.initial]) add(assignment);
  for (const { variable, value } of baseline?.inputs ?? []) defaults.set(variable, value);
  return defaults;
}

function numberOf(node: Node): number | undefined {
  if (node.kind === 'constant') return node.value;
  const under = node.kind === 'negate' ? numberOf(node.operand) : undefined;
  return under === undefined ? undefined : -under;
}
