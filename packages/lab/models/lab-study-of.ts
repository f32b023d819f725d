import { equilibriumSolver, type Node } from '@weir/engine';
import { printUnits, type Variable } from '@weir/model';
import { type PreparedStudy, shortNameOf } from '@weir/study';
import { controlsOf } from './controls-of.js';
import type { LabConstant, LabCorrection, LabRanges, LabScenario, LabStudy } from './lab-study.js';
import { relativeRanges } from './relative-ranges.js';

/** The plain data of a prepared study, for the lab's first view. */
export function labStudyOf(prepared: PreparedStudy): LabStudy {
  const { study, bound, program, model } = prepared;
  const { contentNote, groups, spotlights, findings } = study.notes;
  return {
    id: study.id,
    title: study.title,
    version: study.version,
    citation: study.citation,
    rests: equilibriumSolver(prepared.executable('javascript')).ok,
    time: {
      units: program.timeUnits,
      start: program.start,
      stop: program.stop,
      dt: program.dt,
      method: model.simulation.methods[0] ?? 'euler',
    },
    baseline: bound.baseline.definition.id,
    outcomes: bound.outcomes.map(({ definition, variable }) => ({ ...definition, key: variable.key })),
    scenarios: [...bound.scenarios.values()].map(({ definition, inputs, changes }): LabScenario => {
      const { set: _, baseline: __, changes: ___, tables: ____, ...words } = definition;
      return {
        ...words,
        set: inputs.map(({ variable, value }) => ({
          key: variable.key,
          name: shortNameOf(bound.names, variable),
          value,
        })),
        changes: changes.flatMap(({ variable, changes: dated }) =>
          dated.map((change) => ({
            key: variable.key,
            name: shortNameOf(bound.names, variable),
            ...change,
          })),
        ),
      };
    }),
    constants: constantsOf(prepared),
    stocks: program.stocks.flatMap(({ slot }) => {
      const variable = program.variables[slot];
      if (variable === undefined) return [];
      return [{ key: variable.key, name: shortNameOf(bound.names, variable), label: variable.name }];
    }),
    controls: controlsOf(prepared, constantsOf(prepared), rangesIn(prepared)),
    ranges: rangesIn(prepared),
    limits: study.limits,
    ...(contentNote === undefined ? {} : { contentNote }),
    groups,
    spotlights,
    findings,
    published: study.published,
    corrections: [...(prepared.offered?.corrections.values() ?? [])].map(
      ({ id, title, what, why, evidence, status, conflicts }): LabCorrection => ({
        id,
        title,
        what,
        why,
        evidence,
        status,
        conflicts,
      }),
    ),
    correctionGroups: Object.fromEntries(prepared.offered?.groups ?? []),
  };
}

/** The study's own ranges; relative ones where it has none. */
function rangesIn(prepared: PreparedStudy): readonly LabRanges[] {
  const own = [...prepared.bound.ranges.values()].map(({ id, definition, inputs }) => ({
    id,
    label: definition.label,
    justification: definition.justification,
    inputs: inputs.map(({ variable, distribution }) => ({ name: variable.key, distribution })),
  }));
  return own.length > 0 ? own : relativeRanges(constantsOf(prepared), settingsOf(prepared));
}

/** Constants that some scenario sets: what policies decide is not varied. */
function settingsOf({ bound }: PreparedStudy): ReadonlySet<string> {
  const inputs = [...bound.scenarios.values()].flatMap((scenario) => scenario.inputs);
  return new Set(inputs.map(({ variable }) => variable.key));
}

/** Constants that are a number of the model file, in the program's order. */
function constantsOf({ program, model, bound }: PreparedStudy): readonly LabConstant[] {
  return program.constants.flatMap(({ slot, node }): readonly LabConstant[] => {
    const variable = program.variables[slot];
    const value = numberOf(node);
    if (variable === undefined || variable.kind === 'hidden' || value === undefined) return [];
    const written = model.variables.get(variable.key);
    const range = rangeOf(written);
    return [
      {
        key: variable.key,
        name: shortNameOf(bound.names, variable),
        label: variable.name,
        value,
        unit: written?.units === undefined ? '' : printUnits(written.units),
        ...(range === undefined ? {} : { range }),
      },
    ];
  });
}

function rangeOf(written: Variable | undefined): { low: number; high: number } | undefined {
  const { min, max } = written?.range ?? {};
  return min === undefined || max === undefined || !(min < max) ? undefined : { low: min, high: max };
}

/** The number that a node is, with its sign. */
function numberOf(node: Node): number | undefined {
  if (node.kind === 'constant') return node.value;
  if (node.kind !== 'negate') return undefined;
  const value = numberOf(node.operand);
  return value === undefined ? undefined : -value;
}
