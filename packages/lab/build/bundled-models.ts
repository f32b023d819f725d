import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { correctStudy, type PreparedStudy } from '@weir/study';
import { bundledModelsFolder, bundledStudies, openStudy } from '@weir/study/node';
import type { Atlas } from '../models/atlas.js';
import { atlasOf } from '../models/atlas-of.js';
import { AS_PUBLISHED, correctionsKey } from '../models/corrections-key.js';
import { labStudyOf } from '../models/lab-study-of.js';
import type { LoadedModel } from '../models/loaded-model.js';
import { textOfProgram } from '../models/program-text.js';
import type { SourceFile, StudySources } from '../models/sources.js';

/** A model of the models folder, as the site carries it. */
export interface BuiltModel {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly variants: Readonly<Record<string, LoadedModel>>;
  readonly sources: StudySources;
  /** What there is to see of the model as published. */
  readonly atlas: Atlas;
  readonly prepared: PreparedStudy;
}

/**
 * Everything of a bundled model that the site carries. Ready to run are the model as published, each inferred correction
 * alone, which the checks of every result need, and each group; other combinations are made in the browser.
 */
export function builtModel(id: string): BuiltModel {
  const opened = openStudy(id);
  if (!opened.ok) throw new Error(`${id}: ${JSON.stringify(opened.diagnostics, null, 2)}`);
  const prepared = opened.value;
  const { study, offered } = prepared;
  const all = [...(offered?.corrections.values() ?? [])];
  const readings = all.filter(({ status }) => status === 'inferred').map((correction) => [correction.id]);
  const variants: Record<string, LoadedModel> = { [AS_PUBLISHED]: loaded(prepared) };
  for (const asked of [...readings, ...(offered?.groups.values() ?? [])]) {
    const corrected = correctStudy(prepared, asked);
    // A choice that cannot be made is said to the person who makes it, in the lab.
    if (corrected.ok) variants[correctionsKey(asked, all)] = loaded(corrected.value);
  }
  const folder = join(bundledModelsFolder(), id);
  return {
    id,
    title: study.title,
    version: study.version,
    variants,
    sources: sourcesIn(folder, study.modelFile),
    atlas: atlasOf(prepared),
    prepared,
  };
}

/** Ids of the bundled models. */
export function builtModelIds(): readonly string[] {
  return bundledStudies();
}

function loaded(prepared: PreparedStudy): LoadedModel {
  return {
    study: labStudyOf(prepared),
    corrections: prepared.corrections,
    programText: textOfProgram(prepared.program),
    programHash: prepared.programHash,
  };
}

function sourcesIn(folder: string, modelFile: string): StudySources {
  const file = (name: string): SourceFile | undefined => {
    const path = join(folder, name);
    return existsSync(path) ? { name, text: readFileSync(path, 'utf8') } : undefined;
  };
  const model = file(modelFile);
  if (model === undefined) throw new Error(`${folder} has no ${modelFile}.`);
  const given = (key: string, name: string) => {
    const found = file(name);
    return found === undefined ? {} : { [key]: found };
  };
  return {
    model,
    ...given('study', 'study.yaml'),
    ...given('corrections', 'corrections.yaml'),
  };
}
