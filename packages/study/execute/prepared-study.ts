import type { Program } from '@weir/engine';
import { lower } from '@weir/engine';
import type { Model, Outcome } from '@weir/model';
import { reached } from '@weir/model';
import type { Corrections } from '../correction/correction.js';
import { programText } from '../run-id/program-text.js';
import { sha256Hex } from '../run-id/sha256-hex.js';
import { bindStudy } from '../study-file/bind-study.js';
import type { BoundStudy } from '../study-file/bound-study.js';
import type { Study } from '../study-file/study.js';
import { studyOfModel } from '../study-file/study-of-model.js';
import { type Executables, executablesOf } from './executables.js';
import { type ProgramVariants, programVariants } from './program-variants.js';
import { type TabledStudies, tabledStudies } from './tabled-studies.js';

/** A study and its model, made ready to run. Immutable: runs of it share nothing but what stands here. */
export interface PreparedStudy {
  readonly study: Study;
  readonly model: Model;
  readonly program: Program;
  /** SHA-256 of what the program computes; see {@link programText}. */
  readonly programHash: string;
  readonly bound: BoundStudy;
  readonly executable: Executables;
  /** Forms of the program for dated changes and for a start from equilibrium. */
  readonly variants: ProgramVariants;
  /** The same study with series from data files. */
  readonly withTables: TabledStudies<PreparedStudy>;
  /** Corrections that can be asked for; absent where the study has no corrections file. */
  readonly offered?: Corrections;
  /** Ids of the corrections that the model has, in the order of their file; empty for the model as it was read. */
  readonly corrections: readonly string[];
  /**
   * What `until` means where a person does not say: rest, where the model was corrected to start at rest; else the
   * published rule, or the file's own stop time.
   */
  readonly defaultUntil: 'published' | 'equilibrium' | number;
}

/** What a study offers to correct, and what of it its model has. */
export interface CorrectionState {
  readonly offered?: Corrections;
  readonly inForce: readonly string[];
  /** Whether the corrections make the model start at rest. */
  readonly startsAtRest?: boolean;
}

/**
 * Prepares a study of a model, or a model without a study.
 *
 * @param study - Absent for a bare model: then every stock is an outcome.
 * @param state - No corrections offered and none in force unless given; see `correctStudy`.
 * @errors Those of `lower` and {@link bindStudy}.
 */
export function prepareStudy(
  study: Study | undefined,
  model: Model,
  state: CorrectionState = { inForce: [] },
): Outcome<PreparedStudy> {
  const lowered = lower(model);
  if (!lowered.ok) return lowered;
  const program = lowered.value;
  const own = study ?? studyOfModel(model);
  const bound = bindStudy(own, model, program);
  if (!bound.ok) return bound;
  return reached(
    {
      study: own,
      model,
      program,
      programHash: sha256Hex(programText(program)),
      bound: bound.value,
      executable: executablesOf(program),
      variants: programVariants(program),
      withTables: tabledStudies(own, model, program, (tabled) => prepareStudy(own, tabled, state)),
      ...(state.offered === undefined ? {} : { offered: state.offered }),
      corrections: state.inForce,
      defaultUntil:
        state.startsAtRest === true
          ? 'equilibrium'
          : own.stopRules.has('published')
            ? 'published'
            : program.stop,
    },
    [...lowered.diagnostics, ...bound.diagnostics],
  );
}
