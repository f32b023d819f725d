import type { ProgramVariable, WindowRule } from '@weir/engine';
import type { NameIndex } from '../names/name-index.js';
import type { BoundChanges } from '../scenario/dated-change.js';
import type { TableSource } from '../time-table/time-table.js';
import type { BoundRanges } from './ranges-bound.js';
import type { OutcomeDefinition, Scenario, StudyStopRule } from './study.js';

/** An outcome and where its value stands in a run. */
export interface BoundOutcome {
  readonly definition: OutcomeDefinition;
  readonly variable: ProgramVariable;
}

/** A value that a scenario or a person sets. */
export interface BoundInput {
  readonly variable: ProgramVariable;
  readonly value: number;
}

/** A scenario with its parameters found. */
export interface BoundScenario {
  readonly definition: Scenario;
  readonly inputs: readonly BoundInput[];
  /** What changes at dates. */
  readonly changes: readonly BoundChanges[];
  /** Series from data files, by name as written. */
  readonly tables: ReadonlyMap<string, TableSource>;
}

/** A stop rule with the slots it watches. */
export interface BoundStopRule {
  readonly definition: StudyStopRule;
  readonly rule: WindowRule;
}

/** A study whose every name has been found in a program. */
export interface BoundStudy {
  readonly names: NameIndex;
  readonly outcomes: readonly BoundOutcome[];
  /** By scenario id, in the order of the study. */
  readonly scenarios: ReadonlyMap<string, BoundScenario>;
  readonly baseline: BoundScenario;
  readonly stopRules: ReadonlyMap<string, BoundStopRule>;
  /** By id, in the order of the study. */
  readonly ranges: ReadonlyMap<string, BoundRanges>;
}
