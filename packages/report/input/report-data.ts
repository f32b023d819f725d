import { joinResults, outcomeNamed, type Results } from '@weir/figures';
import type { Model } from '@weir/model';
import type {
  Correction,
  ExperimentResult,
  LeverComparison,
  OutcomeDefinition,
  OutcomeGroup,
  Study,
  StudyNotes,
} from '@weir/study';
import type { Assurance } from './assurance.js';
import type { ReportInput } from './report-input.js';

/** A group with its outcomes found. */
export interface BoundGroup {
  readonly id: string;
  readonly label: string;
  /** Parts first, total last. */
  readonly outcomes: readonly OutcomeDefinition[];
  readonly total: OutcomeDefinition;
}

/** What every chapter works from. */
export interface ReportData {
  readonly results: Results;
  readonly model: Model;
  readonly notes: StudyNotes;
  readonly corrections: readonly Correction[];
  readonly experiments: readonly ExperimentResult[];
  readonly levers?: LeverComparison;
  readonly assurance?: Assurance;
  /** Outcomes of the short tables and the figures. */
  readonly headlines: readonly OutcomeDefinition[];
  readonly groups: readonly BoundGroup[];
}

/** Joins the parts of the input. Groups whose outcomes the study does not have are left out. */
export function reportData(input: ReportInput): ReportData {
  const results = joinResults(input.study, input.comparison);
  const { notes } = input.study;
  const groups = notes.groups.flatMap((group) => boundGroup(results, group));
  return {
    results,
    model: input.model,
    notes,
    corrections: input.corrections ?? [],
    experiments: input.experiments ?? [],
    ...(input.levers === undefined ? {} : { levers: input.levers }),
    ...(input.assurance === undefined ? {} : { assurance: input.assurance }),
    groups,
    headlines: headlines(input.study, groups),
  };
}

function boundGroup(results: Results, group: OutcomeGroup): readonly BoundGroup[] {
  const total = outcomeNamed(results, group.total);
  const parts = group.parts.flatMap((id) => outcomeNamed(results, id) ?? []);
  if (total === undefined || parts.length !== group.parts.length) return [];
  return [{ id: group.id, label: group.label, outcomes: [...parts, total], total }];
}

/** Outcomes of the groups, parts beside their total, then the others that the study flags; shares last. */
function headlines(study: Study, groups: readonly BoundGroup[]): readonly OutcomeDefinition[] {
  const flagged = study.outcomes.filter((outcome) => outcome.headline);
  const chosen = flagged.length > 0 ? flagged : study.outcomes;
  const grouped = new Set(groups.flatMap((group) => group.outcomes));
  const others = chosen.filter((outcome) => !grouped.has(outcome));
  return [
    ...grouped,
    ...others.filter((outcome) => outcome.kind !== 'share'),
    ...others.filter((outcome) => outcome.kind === 'share'),
  ];
}

/** Outcomes that open the report: those of the groups, or else the headlines. */
export function leadingOutcomes(data: ReportData): readonly OutcomeDefinition[] {
  const grouped = data.groups.flatMap((group) => [group.total, ...group.outcomes.slice(0, -1)]);
  return grouped.length > 0 ? grouped : data.headlines;
}

/** The outcome whose path is drawn where the runs were saved on their way. */
export function pathOutcome(data: ReportData): OutcomeDefinition | undefined {
  return data.groups[0]?.total ?? data.headlines[0];
}
