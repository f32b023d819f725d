import type { CanonicalName, Place, SourceText } from '@weir/model';
import type { Mechanism } from '../mechanism/mechanism.js';
import type { DatedChange } from '../scenario/dated-change.js';
import type { TableReference } from '../time-table/time-table.js';
import type { Claim } from './claims.js';
import type { StudyNotes } from './notes.js';
import type { Patterns } from './patterns.js';
import type { RangeSet } from './ranges.js';
import type { RealityCheck } from './reality-checks.js';

/** A study: what is asked of a model. Read from `study.yaml`; see `docs/study-file.md`. */
export interface Study {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  /** The work the study is about, for citation beside results. */
  readonly citation: string;
  /** Path of the model file, relative to the study file. */
  readonly modelFile: string;
  /** Short names (the archive's identifiers) to names of variables in the model file. */
  readonly variables: ReadonlyMap<string, string>;
  readonly outcomes: readonly OutcomeDefinition[];
  readonly scenarios: readonly Scenario[];
  /** Named stop rules; `published` is the paper's. */
  readonly stopRules: ReadonlyMap<string, StudyStopRule>;
  /** How far inputs may lie from their defaults, in the order of the file. */
  readonly ranges: readonly RangeSet[];
  /** Ways in which the policies work, in the order of the file. */
  readonly mechanisms: readonly Mechanism[];
  readonly limits: Limits;
  readonly published: readonly PublishedTable[];
  /** Statements about the direction of effects. */
  readonly claims: readonly Claim[];
  /** What must happen if something else happens. */
  readonly realityChecks: readonly RealityCheck[];
  /** Patterns of behavior that the model must show. */
  readonly patterns: Patterns;
  readonly notes: StudyNotes;
  /** Data files that scenarios name, by path as written; absent where nobody read them. */
  readonly dataFiles?: ReadonlyMap<string, SourceText>;
  /** Where things stand in the study file; absent for a study made from a bare model. */
  readonly places?: StudyPlaces;
}

/**
 * Places in a study file by path, as in `scenarios/partial-decriminalization/set/prosecution_culture`:
 * of the key, and of what the key holds.
 */
export interface StudyPlaces {
  readonly keys: ReadonlyMap<string, Place>;
  readonly values: ReadonlyMap<string, Place>;
}

/** What kind of number an outcome is: decides rounding and the word for its change. */
export type OutcomeKind = 'people' | 'share' | 'rate' | 'money';

/** An outcome: a variable with an id, and words for people. */
export interface OutcomeDefinition {
  readonly id: string;
  /** People-first label, as in "young people trafficked". */
  readonly label: string;
  /** Shorter words for tables and panels; the label where there are none. */
  readonly short: string;
  /** Expert alias, as in TSS. */
  readonly alias?: string;
  /** Canonical name of the variable in the model file. */
  readonly variable: CanonicalName;
  readonly unit: string;
  readonly kind: OutcomeKind;
  /** Shown in the short table and the report's answer. */
  readonly headline: boolean;
  /** A limit to be read beside this outcome. */
  readonly limit?: string;
}

/**
 * What a scenario is: something that could be decided, something that happens to people, or a thought experiment that
 * nobody proposes.
 */
export type ScenarioKind = 'policy' | 'shock' | 'what-if';

/** A scenario: parameters set to other values. */
export interface Scenario {
  readonly id: string;
  readonly label: string;
  /** Shorter words for tables and panels; the label where there are none. */
  readonly short: string;
  /** Other names of the same policy, listed evenly. */
  readonly aliases: readonly string[];
  readonly summary: string;
  /** What this scenario is, and is not, in law. */
  readonly remark?: string;
  /** Exactly one scenario of a study is the baseline. */
  readonly baseline: boolean;
  /** Not shown in the short table (a second reading of another scenario). */
  readonly secondary: boolean;
  /** A policy unless given. Shocks and what-ifs are told apart from policies in figures and sentences. */
  readonly kind?: ScenarioKind;
  /** Parameter short names to values. */
  readonly set: ReadonlyMap<string, number>;
  /** Parameter short names to values that they take at dates, in the order of the file. */
  readonly changes?: ReadonlyMap<string, readonly DatedChange[]>;
  /** Graphical functions of time, and the data files that their series come from. */
  readonly tables?: ReadonlyMap<string, TableReference>;
}

/** A window rule in the study's own words; see `WindowRule` of the engine. */
export interface StudyStopRule {
  readonly description: string;
  readonly method: 'euler' | 'rk4';
  readonly dt: number;
  /** Outcome ids. */
  readonly watch: readonly string[];
  readonly sampleEvery: number;
  readonly window: number;
  readonly from: number;
  readonly every: number;
  readonly tolerance: number;
  readonly cap: number;
}

/** What must stand beside every result. */
export interface Limits {
  /** One line, largest unknown first. */
  readonly strip: string;
  readonly points: readonly string[];
}

/** Figures as printed in a publication, to stand beside Weir's. */
export interface PublishedTable {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  /** What a reader must know before comparing. */
  readonly note?: string;
  readonly rows: readonly PublishedRow[];
}

/** One printed figure: `printed` has the digits of the publication, so its rounding is known. */
export interface PublishedRow {
  readonly label: string;
  readonly outcome: string;
  readonly scenario: string;
  readonly unit: string;
  readonly estimated?: string;
  readonly printed: string;
  /** What a reader must know about this row. */
  readonly note?: string;
}
