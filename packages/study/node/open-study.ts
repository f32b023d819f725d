import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, extname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Model, Outcome } from '@weir/model';
import { readModel, refused } from '@weir/model';
import { readCorrections } from '../correction/read-corrections.js';
import type { Evidence } from '../evidence/evidence.js';
import { readEvidence } from '../evidence/read-evidence.js';
import { type PreparedStudy, prepareStudy } from '../execute/prepared-study.js';
import { didYouMean } from '../names/nearest-names.js';
import { readStudy } from '../study-file/read-study.js';
import { includeLoader } from './include-loader.js';
import { readDataFiles } from './read-data-files.js';
import { readText } from './read-text.js';

/** File that makes a folder a study. */
const STUDY_FILE = 'study.yaml';

/** File beside it that says what is known of its constants. */
const EVIDENCE_FILE = 'evidence.yaml';

/** File beside it that says what can be corrected in its model. */
const CORRECTIONS_FILE = 'corrections.yaml';

/** File that tells the folder of the bundled studies from other folders of that name. */
const MODELS_SIGN = 'study.schema.json';

/** Endings of model files. */
const MODEL_ENDINGS = new Set(['.xmile', '.stmx', '.xml', '.mdl']);

/** Where to look for studies. */
export interface OpenOptions {
  /** Folder of the bundled studies; that of this repository unless given. */
  readonly modelsFolder?: string;
}

/**
 * Opens what a person names: a bundled study, a folder with a `study.yaml`, a study file, or a model file
 * without a study. A bundled name wins over a folder of the same name; write `./name` for the folder.
 *
 * @errors `no-such-study`, `unknown-format`, those of reading, of the study file and of `prepareStudy`.
 */
export function openStudy(reference: string, options: OpenOptions = {}): Outcome<PreparedStudy> {
  const modelsFolder = options.modelsFolder ?? bundledModelsFolder();
  const bundled = bundledStudies(modelsFolder);
  if (bundled.includes(reference)) return openStudyFile(join(modelsFolder, reference, STUDY_FILE));
  const kind = kindOf(reference);
  if (kind === 'missing') {
    const message = `There is no study or file \`${reference}\`.`;
    const hint =
      `${didYouMean(reference, bundled) ?? ''} Bundled studies: ${bundled.join(', ') || 'none'}.`.trim();
    return refused([{ code: 'no-such-study', severity: 'error', message, hint }]);
  }
  if (kind === 'folder') return openFolder(reference);
  const ending = extname(reference).toLowerCase();
  if (ending === '.yaml' || ending === '.yml') return openStudyFile(reference);
  if (MODEL_ENDINGS.has(ending)) {
    const model = openModel(reference);
    return model.ok ? withEarlier(model, prepareStudy(undefined, model.value)) : model;
  }
  const message = `\`${reference}\` is not a kind of file that Weir reads.`;
  const hint = `Weir reads study files (${STUDY_FILE}) and models in XMILE or Vensim (${[...MODEL_ENDINGS].join(', ')}).`;
  return refused([{ code: 'unknown-format', severity: 'error', message, hint }]);
}

/**
 * Reads what is recorded of the constants of a study, from the file beside it.
 *
 * @param reference - As for {@link openStudy}.
 * @errors `no-evidence` where there is no such file, `cannot-read`, `not-utf8`, and those of `readEvidence`.
 */
export function openEvidence(reference: string, options: OpenOptions = {}): Outcome<Evidence> {
  const modelsFolder = options.modelsFolder ?? bundledModelsFolder();
  const folder = bundledStudies(modelsFolder).includes(reference)
    ? join(modelsFolder, reference)
    : kindOf(reference) === 'folder'
      ? reference
      : dirname(reference);
  const file = join(folder, EVIDENCE_FILE);
  if (kindOf(file) === 'file') {
    const text = readText(file);
    return text.ok ? readEvidence(text.value) : text;
  }
  const message = `No evidence is recorded for \`${reference}\`: there is no \`${EVIDENCE_FILE}\` beside its study.`;
  const hint = 'Write one; docs/evidence.md has the form.';
  return refused([{ code: 'no-evidence', severity: 'error', message, hint }]);
}

/** Ids of the bundled studies, in alphabetical order. */
export function bundledStudies(modelsFolder: string = bundledModelsFolder()): readonly string[] {
  if (!existsSync(modelsFolder)) return [];
  return readdirSync(modelsFolder)
    .filter((name) => existsSync(join(modelsFolder, name, STUDY_FILE)))
    .sort();
}

/** The folder `models` that stands above this file: beside `packages` in a checkout. */
export function bundledModelsFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'models', MODELS_SIGN)) && dirname(folder) !== folder) {
    folder = dirname(folder);
  }
  return join(folder, 'models');
}

function kindOf(path: string): 'missing' | 'folder' | 'file' {
  try {
    return statSync(path).isDirectory() ? 'folder' : 'file';
  } catch {
    return 'missing';
  }
}

function openFolder(folder: string): Outcome<PreparedStudy> {
  const file = join(folder, STUDY_FILE);
  if (kindOf(file) === 'file') return openStudyFile(file);
  const message = `The folder \`${folder}\` has no \`${STUDY_FILE}\`.`;
  const hint = 'Name the model file itself to run it without a study.';
  return refused([{ code: 'no-such-study', severity: 'error', message, hint }]);
}

function openStudyFile(file: string): Outcome<PreparedStudy> {
  const source = readText(file);
  if (!source.ok) return source;
  const study = readStudy(source.value);
  if (!study.ok) return study;
  const model = openModel(join(dirname(file), study.value.modelFile.replaceAll('/', sep)));
  if (!model.ok) return model;
  const data = readDataFiles(study.value, dirname(file));
  if (!data.ok) return data;
  const own = data.value;
  const corrections = join(dirname(file), CORRECTIONS_FILE);
  if (kindOf(corrections) !== 'file') return withEarlier(model, prepareStudy(own, model.value));
  const text = readText(corrections);
  if (!text.ok) return text;
  const offered = readCorrections(text.value);
  if (!offered.ok) return offered;
  return withEarlier(model, prepareStudy(own, model.value, { offered: offered.value, inForce: [] }));
}

function openModel(file: string): Outcome<Model> {
  const source = readText(file);
  return source.ok ? readModel(source.value, { include: includeLoader(file) }) : source;
}

/** The later outcome with the warnings of the earlier in front. */
function withEarlier<T>(earlier: Outcome<unknown>, later: Outcome<T>): Outcome<T> {
  return { ...later, diagnostics: [...earlier.diagnostics, ...later.diagnostics] };
}
