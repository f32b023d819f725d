import { type Outcome, readModel, refused, type SourceText, sourceText } from '@weir/model';
import { correctStudy, type PreparedStudy, prepareStudy, readCorrections, readStudy } from '@weir/study';
import { labStudyOf } from './lab-study-of.js';
import type { LoadedModel } from './loaded-model.js';
import { textOfProgram } from './program-text.js';
import type { SourceFile, StudySources } from './sources.js';

// What reads files in the browser, in a worker that is started when something has to be read.

/**
 * Opens a study from its files, or a model from its file alone.
 *
 * @errors Those of `readModel`, `readStudy`, `readCorrections` and `prepareStudy`.
 */
export function openSources({ model, study, corrections }: StudySources): Outcome<PreparedStudy> {
  const read = readModel(sourceOf(model));
  if (!read.ok) return read;
  const words = study === undefined ? undefined : readStudy(sourceOf(study));
  if (words !== undefined && !words.ok) return words;
  const offered = corrections === undefined ? undefined : readCorrections(sourceOf(corrections));
  if (offered !== undefined && !offered.ok) return offered;
  const made = prepareStudy(
    words?.value,
    read.value,
    offered === undefined ? undefined : { offered: offered.value, inForce: [] },
  );
  return { ...made, diagnostics: [...read.diagnostics, ...made.diagnostics] };
}

/**
 * A study with corrections in force.
 *
 * @errors Those of `correctStudy`.
 */
export function correctedSources(
  sources: StudySources,
  corrections: readonly string[],
): Outcome<PreparedStudy> {
  const opened = openSources(sources);
  return opened.ok ? correctStudy(opened.value, corrections) : refused(opened.diagnostics);
}

/** What the lab works with: the plain study and the program's text. */
export function loadedModelOf(prepared: PreparedStudy): LoadedModel {
  return {
    study: labStudyOf(prepared),
    corrections: prepared.corrections,
    programText: textOfProgram(prepared.program),
    programHash: prepared.programHash,
  };
}

function sourceOf({ name, text }: SourceFile): SourceText {
  return sourceText(name, text);
}
