import type { Diagnostic, Outcome } from '@weir/model';
import { reached, refused } from '@weir/model';
import type { NameIndex } from '../names/name-index.js';
import { resolveName } from '../names/name-index.js';
import type { BoundInput, BoundScenario } from '../study-file/bound-study.js';
import { settableProblem } from './settable.js';

/**
 * Everything that is set from outside in a run: the scenario's values, then those that a person set, which
 * win. Each variable stands once.
 *
 * @param set - Names as typed.
 * @errors `unknown-name`, `ambiguous-name`, `not-settable`, `not-finite`, `set-twice`.
 */
export function scenarioInputs(
  scenario: BoundScenario,
  set: ReadonlyMap<string, number>,
  names: NameIndex,
): Outcome<readonly BoundInput[]> {
  const problems: Diagnostic[] = [];
  const typedBy = new Map<BoundInput['variable'], string>();
  const inputs = new Map(scenario.inputs.map((input) => [input.variable, input]));
  for (const [typed, value] of set) {
    const found = resolveName(names, typed);
    if (!found.ok) {
      problems.push(...found.diagnostics);
      continue;
    }
    const variable = found.value;
    const problem = settableProblem(variable, typed, value, names);
    const earlier = typedBy.get(variable);
    if (problem !== undefined) problems.push(problem);
    else if (earlier !== undefined) problems.push(setTwice(earlier, typed));
    else inputs.set(variable, { variable, value });
    typedBy.set(variable, typed);
  }
  return problems.length > 0 ? refused(problems) : reached([...inputs.values()]);
}

function setTwice(first: string, second: string): Diagnostic {
  return {
    code: 'set-twice',
    severity: 'error',
    message: `\`${first}\` and \`${second}\` are two names of one variable, and both are set.`,
    variable: second,
    hint: 'Set it once.',
  };
}
