import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readModel, sourceText } from '@weir/model';
import type { RunSettings } from '../integrate/settings.js';
import { lower } from '../lower/lower.js';
import type { Program, Slot } from '../lower/program.js';

const MODELS = new URL('../../../models/', import.meta.url);

/** The bundled model that follows a published archive, for tests at its size. */
export interface PublishedModel {
  readonly program: Program;
  /** The archive's Euler step and stop rule. */
  readonly published: RunSettings;
  /** Slot of a variable by its name in the archive, which its documentation states. */
  slotOf(archiveName: string): Slot;
}

/** Reads it: the one whose documentation states the names of an archive. */
export function publishedModel(): PublishedModel {
  const text = readdirSync(MODELS)
    .map((name) => new URL(`${name}/model.xmile`, MODELS))
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file, 'utf8'))
    .find((one) => one.includes('Archive name: '));
  if (text === undefined) throw new Error('no bundled model states the names of an archive');
  const read = readModel(sourceText('model.xmile', text));
  if (!read.ok) throw new Error(JSON.stringify(read.diagnostics));
  const model = read.value;
  const lowered = lower(model);
  if (!lowered.ok) throw new Error(JSON.stringify(lowered.diagnostics));
  const program = lowered.value;
  const slotOf = (archiveName: string): Slot => {
    const stated = new RegExp(`Archive name:\\s+(?:none; here )?${archiveName}\\.`);
    const variable = [...model.variables.values()].find(({ documentation = '' }) =>
      stated.test(documentation),
    );
    const slot = variable && program.slotOf.get(variable.key);
    if (slot === undefined) throw new Error(`no variable ${archiveName}`);
    return slot;
  };
  return {
    program,
    slotOf,
    published: {
      method: 'euler',
      dt: 0.001,
      stop: {
        kind: 'window',
        rule: {
          watch: [slotOf('pctTraffickedVsNontrafficked'), slotOf('pctSSCrimRecord')],
          sampleEvery: 1,
          window: 5,
          from: 100,
          every: 5,
          tolerance: 1e-4,
        },
        cap: 10000,
      },
    },
  };
}
