import type { ControlGroup } from './controls.js';

/** A total and its parts, which must be read together. Ids are outcome ids. */
export interface OutcomeGroup {
  readonly id: string;
  /** Words for the whole group, as in "People trafficked". */
  readonly label: string;
  readonly total: string;
  readonly parts: readonly string[];
}

/** An outcome that deserves a chapter of its own. */
export interface Spotlight {
  /** Outcome id. */
  readonly outcome: string;
  /** What the publication says, or does not say, about it. */
  readonly reported: string;
  /** Why, as the model has it; begins "In this model". */
  readonly why: string;
  /** Where that was worked out. */
  readonly source: string;
}

/** Where a finding is told. */
export type FindingPlace = 'conclusions' | 'reproduction' | 'readings';

/** Something that was found out about the model apart from this page's runs. */
export interface Finding {
  readonly id: string;
  readonly title: string;
  readonly status: 'proved' | 'inferred';
  readonly sentence: string;
  /** Its size, in words and numbers of the work that found it. */
  readonly effect: string;
  /** Where it was worked out. */
  readonly source: string;
  readonly place: FindingPlace;
  /** `stands`: a conclusion that survives; `decides`: a point on which a conclusion rests; else a note. */
  readonly bearing: 'stands' | 'decides' | 'note';
}

/** What a study says about its results beyond the numbers; every part may be empty. */
export interface StudyNotes {
  /** What the page is about and what it does not show, for a reader who has just arrived. */
  readonly contentNote?: string;
  /** Published figures that the report's figures of changes and of levels stand for, as in "Figure 4 of the paper". */
  readonly counterparts?: { readonly changes: string; readonly levels: string };
  readonly groups: readonly OutcomeGroup[];
  readonly spotlights: readonly Spotlight[];
  readonly findings: readonly Finding[];
  /** What a person can change in the lab; none where the lab offers every constant. */
  readonly controls?: readonly ControlGroup[];
}

/** Notes of a study that has none. */
export const NO_NOTES: StudyNotes = { groups: [], spotlights: [], findings: [] };
