import type { Place, SourceText } from '@weir/model';
import type { StudyPlaces } from '../study-file/study.js';
import type { EvidenceFile } from './evidence-schema.js';

/** Where a value comes from: see the schema. */
export type EvidenceStatus = EvidenceFile['constants'][string]['status'];

/** What is known of the values of a model. Read from `evidence.yaml`; see `docs/evidence.md`. */
export interface Evidence {
  /** Works that are cited, by id. */
  readonly sources: ReadonlyMap<string, EvidenceSource>;
  /** Numbers that are worked out on the way, by name. */
  readonly estimates: ReadonlyMap<string, Estimate>;
  /** By name as written: a short name of the study, or a name of the model file. */
  readonly constants: ReadonlyMap<string, EvidenceEntry>;
  /** Why corrections of the model are made, by id. */
  readonly corrections: ReadonlyMap<string, CorrectionEvidence>;
  readonly source: SourceText;
  readonly places: StudyPlaces;
}

/** A work that is cited. */
export interface EvidenceSource {
  readonly id: string;
  readonly title: string;
  readonly by: string;
  readonly where: string;
}

/** One step of a calculation: a name, the arithmetic as written, and what it comes to. */
export interface DerivationStep {
  readonly name: string;
  readonly text: string;
  readonly value: number;
}

/** Arithmetic that was executed and gives the value it stands beside. */
export interface Derivation {
  readonly steps: readonly DerivationStep[];
  /** Decimals to which its result is that value; all digits where absent. */
  readonly decimals?: number;
}

/** What is known of one constant. */
export interface EvidenceEntry {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** Smallest and largest value worth trying, and why; it need not hold the value. */
  readonly range?: readonly [low: number, high: number];
  readonly rangeBasis?: string;
  readonly status: EvidenceStatus;
  /** How far what bears on the value can be trusted, A the farthest; or in the words of {@link strength}. */
  readonly grade?: 'A' | 'B' | 'C' | 'D' | 'none';
  readonly strength?: string;
  /** Ids of sources that bear on the value; empty where none is recorded. */
  readonly sources: readonly string[];
  readonly reasoning: string;
  readonly derivation?: Derivation;
  readonly alternatives: readonly Alternative[];
  readonly questions: readonly string[];
  readonly place?: Place;
}

/** Another value that can be argued for. */
export interface Alternative {
  readonly value: number;
  readonly why: string;
  readonly sources: readonly string[];
  readonly derivation?: Derivation;
}

/** A number that is worked out from sources and is no constant of the model. */
export interface Estimate {
  readonly name: string;
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly sources: readonly string[];
  readonly derivation: Derivation;
  readonly note?: string;
}

/** Why a correction is made, and what is known of the constants that it sets or adds. */
export interface CorrectionEvidence {
  readonly id: string;
  readonly reasoning: string;
  readonly sources: readonly string[];
  readonly questions: readonly string[];
  readonly constants: ReadonlyMap<string, EvidenceEntry>;
}

/** Whether no source for a value is recorded. */
export function isGap({ sources, derivation }: EvidenceEntry): boolean {
  return sources.length === 0 && derivation === undefined;
}
