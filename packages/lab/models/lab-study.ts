import type { Input } from '@weir/analysis';
import type { Method } from '@weir/engine';
import type { Finding, OutcomeGroup, OutcomeKind, PublishedTable, Spotlight } from '@weir/study';

/** A value that a scenario gives to a variable. */
export interface LabSetting {
  /** Canonical name of the variable. */
  readonly key: string;
  /** The name that scenarios, links and the command line use. */
  readonly name: string;
  readonly value: number;
}

/** A value that a scenario gives to a constant at a date. Times are model time. */
export interface LabChange extends LabSetting {
  readonly at: number;
  readonly over: number;
}

/** An outcome in the study's own words. */
export interface LabOutcome {
  readonly id: string;
  readonly label: string;
  readonly short: string;
  readonly alias?: string;
  /** Canonical name of its variable. */
  readonly key: string;
  readonly unit: string;
  readonly kind: OutcomeKind;
  readonly headline: boolean;
  readonly limit?: string;
}

/** A policy in the study's own words. */
export interface LabScenario {
  readonly id: string;
  readonly label: string;
  readonly short: string;
  readonly aliases: readonly string[];
  readonly summary: string;
  readonly remark?: string;
  readonly secondary: boolean;
  readonly set: readonly LabSetting[];
  /** What it changes at dates. */
  readonly changes: readonly LabChange[];
}

/** A constant of the model: something that can be set, and varied. */
export interface LabConstant {
  readonly key: string;
  /** The name that scenarios, links and the command line use. */
  readonly name: string;
  /** Its name in the model file. */
  readonly label: string;
  readonly value: number;
  readonly unit: string;
  /** Smallest and largest value the model file allows or its evidence supports; absent where neither says. */
  readonly range?: { readonly low: number; readonly high: number };
}

/** A stock of the model, in the order of the program. */
export interface LabStock {
  readonly key: string;
  readonly name: string;
  readonly label: string;
}

/** A correction that can be switched on. */
export interface LabCorrection {
  readonly id: string;
  readonly title: string;
  readonly what: string;
  readonly why: string;
  readonly evidence: string;
  readonly status: 'proved' | 'inferred';
  readonly conflicts: readonly string[];
}

/** Ranges that draws are taken from. The names of inputs are canonical names of constants. */
export interface LabRanges {
  readonly id: string;
  /** As in '±20 %'. */
  readonly label: string;
  /** Why these ranges, in whole sentences. */
  readonly justification: string;
  readonly inputs: readonly Input[];
}

/** A constant that a person can move. */
export interface LabControl {
  readonly key: string;
  /** The name that scenarios, links and the command line use. */
  readonly name: string;
  readonly label: string;
  readonly note?: string;
  readonly unit: string;
  /** Its value where nothing is set. */
  readonly value: number;
  /** Ends of its slider. */
  readonly low: number;
  readonly high: number;
  /** The values that are tested: by evidence, or by the first set of ranges that has it. */
  readonly tested?: { readonly low: number; readonly high: number };
}

/** Constants that belong together. */
export interface LabControlGroup {
  readonly id: string;
  readonly label: string;
  readonly note?: string;
  /** Why no policy can set them; they are shown, and cannot be moved. */
  readonly locked?: string;
  readonly controls: readonly LabControl[];
}

/** How the model counts time, and how its file is run. */
export interface LabTime {
  readonly units: string;
  readonly start: number;
  readonly stop: number;
  readonly dt: number;
  readonly method: Method;
}

/**
 * What the lab's first view knows of a model: a study as plain data, without the equations. One type serves bundled
 * models, made when the site is built, and a person's own files, made in the browser.
 */
export interface LabStudy {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly citation: string;
  /** Whether the model has points of rest: then policies begin from the baseline at rest. */
  readonly rests: boolean;
  readonly time: LabTime;
  readonly baseline: string;
  readonly outcomes: readonly LabOutcome[];
  /** In the study's order, the baseline among them. */
  readonly scenarios: readonly LabScenario[];
  readonly constants: readonly LabConstant[];
  readonly stocks: readonly LabStock[];
  /** What can be moved, in the study's groups; every constant where it has none. */
  readonly controls: readonly LabControlGroup[];
  /** At least one. */
  readonly ranges: readonly LabRanges[];
  readonly limits: { readonly strip: string; readonly points: readonly string[] };
  readonly contentNote?: string;
  readonly groups: readonly OutcomeGroup[];
  readonly spotlights: readonly Spotlight[];
  readonly findings: readonly Finding[];
  readonly published: readonly PublishedTable[];
  readonly corrections: readonly LabCorrection[];
  readonly correctionGroups: Readonly<Record<string, readonly string[]>>;
}
