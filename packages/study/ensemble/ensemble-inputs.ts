import type { Input } from '@weir/analysis';
import type { ProgramVariable } from '@weir/engine';
import type { Diagnostic, Outcome } from '@weir/model';
import { reached, refused } from '@weir/model';
import type { PreparedStudy } from '../execute/prepared-study.js';
import { resolveName, shortNameOf } from '../names/name-index.js';
import { settableProblem } from '../scenario/settable.js';
import { rangesOf } from '../study-file/ranges-of.js';
import type { EnsembleRuns } from './ensemble-request.js';

/** An input of an ensemble: the variable, and its column of results. */
export interface EnsembleInput {
  /** Short name where the study gives one, else the name in the model. */
  readonly name: string;
  readonly variable: ProgramVariable;
  /** How it is spread; absent where values are given. */
  readonly spread?: Input['distribution'];
}

/**
 * The inputs that an ensemble varies, without those that are set for every run.
 *
 * @param set - Variables with one value in every run.
 * @errors `unknown-ranges`, `unknown-name`, `ambiguous-name`, `not-settable`, `set-twice`, `no-inputs`.
 */
export function ensembleInputs(
  prepared: PreparedStudy,
  runs: EnsembleRuns,
  set: ReadonlySet<ProgramVariable>,
): Outcome<readonly EnsembleInput[]> {
  if (runs.kind === 'given') return named(prepared, runs.names, set, 'refuse');
  const { ranges } = runs;
  if (typeof ranges !== 'string') {
    const inputs = named(
      prepared,
      ranges.map(({ name }) => name),
      set,
      'leave out',
    );
    if (!inputs.ok) return inputs;
    const spread = new Map(ranges.map((input) => [keyOf(prepared, input.name), input.distribution]));
    return someOf(inputs.value.map((input) => ({ ...input, ...optional(spread.get(input.variable)) })));
  }
  const found = rangesOf(prepared, ranges);
  if (!found.ok) return found;
  return someOf(
    found.value.inputs
      .filter(({ variable }) => !set.has(variable))
      .map(({ name, variable, distribution }) => ({ name, variable, spread: distribution })),
  );
}

function optional(spread: Input['distribution'] | undefined): { spread?: Input['distribution'] } {
  return spread === undefined ? {} : { spread };
}

function keyOf({ bound }: PreparedStudy, typed: string): ProgramVariable | undefined {
  const found = resolveName(bound.names, typed);
  return found.ok ? found.value : undefined;
}

function named(
  { bound: { names } }: PreparedStudy,
  typed: readonly string[],
  set: ReadonlySet<ProgramVariable>,
  whereSet: 'refuse' | 'leave out',
): Outcome<readonly EnsembleInput[]> {
  const problems: Diagnostic[] = [];
  const inputs = new Map<ProgramVariable, string>();
  for (const one of typed) {
    const found = resolveName(names, one);
    if (!found.ok) {
      problems.push(...found.diagnostics);
      continue;
    }
    const variable = found.value;
    const problem = settableProblem(variable, one, 0, names);
    const earlier = inputs.get(variable);
    if (problem !== undefined) problems.push(problem);
    else if (earlier !== undefined)
      problems.push(setTwice(`\`${earlier}\` and \`${one}\` are one input.`, one));
    else if (!set.has(variable)) inputs.set(variable, one);
    else if (whereSet === 'refuse')
      problems.push(setTwice(`\`${one}\` is a column of the inputs, and is set for every run.`, one));
  }
  if (problems.length > 0) return refused(problems);
  return reached([...inputs.keys()].map((variable) => ({ name: shortNameOf(names, variable), variable })));
}

function setTwice(message: string, variable: string): Diagnostic {
  return { code: 'set-twice', severity: 'error', message, variable, hint: 'Set it once.' };
}

function someOf(inputs: readonly EnsembleInput[]): Outcome<readonly EnsembleInput[]> {
  if (inputs.length > 0) return reached(inputs);
  return refused([
    {
      code: 'no-inputs',
      severity: 'error',
      message: 'Nothing varies: every input of these ranges is set for every run, or there is none.',
      hint: 'Choose other ranges, or set fewer values.',
    },
  ]);
}
