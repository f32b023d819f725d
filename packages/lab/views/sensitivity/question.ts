import type { Input } from '@weir/analysis';
import type { Draws } from '../../compute/draws.js';
import { pairedRequest } from '../../compute/paired-request.js';
import type { PairedTask, ProgramKey } from '../../compute/task.js';
import type { LabOutcome, LabRanges, LabStudy } from '../../models/lab-study.js';
import type { Draft } from '../../state/lab-state.js';

/** What is asked how sensitive it is. */
export interface Question {
  readonly study: LabStudy;
  readonly program: ProgramKey;
  readonly outcome: LabOutcome;
  /** `effect`: the change that the policy makes, in percent or points; `level`: the outcome under the baseline. */
  readonly measure: 'effect' | 'level';
  readonly policy: Draft;
  readonly ranges: LabRanges;
}

/** A constant that is varied, with what it is when nothing is. */
export interface Varied {
  readonly input: Input;
  readonly label: string;
  /** As scenarios and links name it. */
  readonly name: string;
  readonly start: number;
  readonly low: number;
  readonly high: number;
  readonly unit: string;
  /** Whether some policy of the study sets it. */
  readonly isPolicy: boolean;
}

/** The constants of a range set that have a value and limits of their own. */
export function variedOf(study: LabStudy, { inputs }: LabRanges): readonly Varied[] {
  const set = new Set(study.scenarios.flatMap((scenario) => scenario.set.map(({ key }) => key)));
  return inputs.flatMap((input): Varied[] => {
    const constant = study.constants.find(({ key }) => key === input.name);
    const limits = endsOf(input);
    if (constant === undefined || limits === undefined) return [];
    const { label, name, value, unit } = constant;
    const [low, high] = limits;
    return [{ input, label, name, start: value, low, high, unit, isPolicy: set.has(input.name) }];
  });
}

/** The ends of a range; undefined for a law that has none. */
function endsOf({ distribution }: Input): readonly [number, number] | undefined {
  switch (distribution.kind) {
    case 'normal':
    case 'lognormal':
    case 'categorical':
      return undefined;
    case 'discrete':
      return [distribution.values[0] ?? 0, distribution.values.at(-1) ?? 0];
    default:
      return [distribution.low, distribution.high];
  }
}

/** The task that answers a question for rows of draws: in the long run, under the baseline and the policy. */
export function taskOf({ study, program, outcome, policy }: Question, draws: Draws): PairedTask {
  const { path, ...rest } = pairedRequest({
    study,
    program,
    policies: [{ scenario: study.baseline, settings: [] }, policy],
    draws,
    outcomes: [outcome.id],
  });
  return study.rests || path === undefined ? rest : { ...rest, path };
}
