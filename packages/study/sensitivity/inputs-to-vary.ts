import type { Input } from '@weir/analysis';
import type { ProgramVariable } from '@weir/engine';
import type { Diagnostic, Outcome } from '@weir/model';
import { reached, refused } from '@weir/model';
import type { PreparedStudy } from '../execute/prepared-study.js';
import { findScenario } from '../names/find-in-study.js';
import { resolveName, shortNameOf } from '../names/name-index.js';
import { settableProblem } from '../scenario/settable.js';
import type { BoundRange } from '../study-file/ranges-bound.js';
import { defaultsOf } from '../study-file/ranges-defaults.js';
import { rangesOf } from '../study-file/ranges-of.js';
import type { SensitivityRequest } from './sensitivity-request.js';

/** The inputs of an analysis. */
export interface VariedInputs {
  readonly id: string;
  readonly label: string;
  readonly justification: string;
  readonly ranges: readonly BoundRange[];
  /** Names of inputs of the ranges that are set, and so not varied. */
  readonly held: readonly string[];
}

/**
 * The inputs that an analysis varies: those of its ranges, without those that every run sets: by `set`, or by the
 * scenario, and in a comparison by both scenarios.
 *
 * @errors `unknown-ranges`, `unknown-scenario`, `unknown-name`, `ambiguous-name`, `not-settable`, `set-twice`, `no-inputs`.
 */
export function inputsToVary(
  prepared: PreparedStudy,
  { ranges, set, against }: SensitivityRequest,
  scenario: string,
): Outcome<VariedInputs> {
  const found = typeof ranges === 'string' ? studyRanges(prepared, ranges) : givenRanges(prepared, ranges);
  if (!found.ok) return found;
  const scenarios = against === undefined ? [scenario] : [scenario, against];
  const own: ReadonlySet<ProgramVariable>[] = [];
  for (const id of scenarios) {
    const setBy = setByScenario(prepared, id);
    if (!setBy.ok) return setBy;
    own.push(setBy.value);
  }
  const everywhere = new Set<ProgramVariable>();
  for (const name of set?.keys() ?? []) {
    const variable = resolveName(prepared.bound.names, name);
    if (variable.ok) everywhere.add(variable.value);
  }
  const isHeld = ({ variable }: BoundRange): boolean =>
    everywhere.has(variable) || own.every((one) => one.has(variable));
  const left = found.value.ranges.filter((range) => !isHeld(range));
  if (left.length === 0)
    return refused([
      {
        code: 'no-inputs',
        severity: 'error',
        message: 'Nothing varies: every input of these ranges is set for every run, or there is none.',
        hint: 'Choose other ranges, or set fewer values.',
      },
    ]);
  const held = found.value.ranges.filter(isHeld).map(({ name }) => name);
  return reached({ ...found.value, ranges: left, held });
}

type Found = Omit<VariedInputs, 'held'>;

function studyRanges(prepared: PreparedStudy, id: string): Outcome<Found> {
  const found = rangesOf(prepared, id);
  if (!found.ok) return found;
  const { definition, inputs } = found.value;
  const { label, justification } = definition;
  return reached({ id, label, justification, ranges: inputs });
}

function givenRanges(prepared: PreparedStudy, given: readonly Input[]): Outcome<Found> {
  const { names, baseline } = prepared.bound;
  const defaults = defaultsOf(prepared.program, baseline);
  const problems: Diagnostic[] = [];
  const ranges = new Map<ProgramVariable, BoundRange>();
  for (const { name: typed, distribution } of given) {
    const found = resolveName(names, typed);
    if (!found.ok) {
      problems.push(...found.diagnostics);
      continue;
    }
    const variable = found.value;
    const problem = settableProblem(variable, typed, 0, names);
    if (problem !== undefined) problems.push(problem);
    else if (ranges.has(variable))
      problems.push({
        code: 'set-twice',
        severity: 'error',
        message: `\`${typed}\` has two ranges.`,
        variable: typed,
        hint: 'Give it one.',
      });
    const value = defaults.get(variable);
    ranges.set(variable, {
      name: shortNameOf(names, variable),
      variable,
      distribution,
      clipped: false,
      ...(value === undefined ? {} : { default: value }),
    });
  }
  if (problems.length > 0) return refused(problems);
  const justification = 'Ranges given for this analysis.';
  return reached({ id: 'given', label: 'As given', justification, ranges: [...ranges.values()] });
}

/** Variables that a scenario sets; the baseline's own settings are defaults, and do not count. */
function setByScenario({ bound }: PreparedStudy, id: string): Outcome<ReadonlySet<ProgramVariable>> {
  const scenario = findScenario(bound, id);
  if (!scenario.ok) return scenario;
  const { inputs, changes } = scenario.value;
  const set = id === bound.baseline.definition.id ? [] : inputs;
  return reached(new Set([...set, ...changes].map(({ variable }) => variable)));
}
