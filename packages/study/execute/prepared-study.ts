import type { Program } from '@weir/engine';
import { lower } from '@weir/engine';
import type { Model, Outcome } from '@weir/model';
import { reached } from '@weir/model';
import { programText } from '../run-id/program-text.js';
import { sha256Hex } from '../run-id/sha256-hex.js';
import { bindStudy } from '../study-file/bind-study.js';
import type { BoundStudy } from '../study-file/bound-study.js';
import type { Study } from '../study-file/study.js';
import { studyOfModel } from '../study-file/study-of-model.js';
import { type Executables, executablesOf } from './executables.js';

/** A study and its model, made ready to run. Immutable: runs of it share nothing but what stands here. */
export interface PreparedStudy {
  readonly study: Study;
  readonly model: Model;
  readonly program: Program;
  /** SHA-256 of what the program computes; see {@link programText}. */
  readonly programHash: string;
  readonly bound: BoundStudy;
  readonly executable: Executables;
  /** What `until` means where a person does not say: the published rule, or the file's own stop time. */
  readonly defaultUntil: 'published' | number;
}

/**
 * Prepares a study of a model, or a model without a study.
 *
 * @param study - Absent for a bare model: then every stock is an outcome.
 * @errors Those of `lower` and {@link bindStudy}.
 */
export function prepareStudy(study: Study | undefined, model: Model): Outcome<PreparedStudy> {
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
      defaultUntil: own.stopRules.has('published') ? 'published' : program.stop,
    },
    [...lowered.diagnostics, ...bound.diagnostics],
  );
}
