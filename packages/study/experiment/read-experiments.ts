import type { Outcome, SourceText } from '@weir/model';
import { reached, refused } from '@weir/model';
import { schemaDiagnostics } from '../study-file/schema-diagnostics.js';
import { readYaml } from '../study-file/yaml-document.js';
import type { Experiment, Experiments, LoopDefinition, Measure } from './experiment.js';
import { type ExperimentsFile, experimentsJsonSchema, experimentsSchema } from './experiments-schema.js';

type FileExperiment = ExperimentsFile['experiments'][string];
type FileMeasures = Extract<FileExperiment, { kind: 'surface' }>['measures'];
type FileLoops = Extract<FileExperiment, { kind: 'loops' }>['loops'];

/**
 * Reads an experiments file: its form only. Names are looked up when an experiment is run.
 *
 * @errors Those of `readYaml`; `study-key`, `study-missing` and `study-value`.
 */
export function readExperiments(source: SourceText): Outcome<Experiments> {
  const yaml = readYaml(source);
  if (!yaml.ok) return yaml;
  const parsed = experimentsSchema.safeParse(yaml.value.value);
  if (!parsed.success) {
    const format = { schema: experimentsJsonSchema(), called: 'the experiments file' };
    return refused(schemaDiagnostics(source, yaml.value, parsed.error.issues, format));
  }
  const experiments = Object.entries(parsed.data.experiments).map(
    ([id, experiment]) => [id, experimentOf(id, experiment)] as const,
  );
  return reached({ experiments: new Map(experiments), source, places: yaml.value.places });
}

function experimentOf(id: string, file: FileExperiment): Experiment {
  const set = new Map(Object.entries(file.set));
  switch (file.kind) {
    case 'surface':
      return { ...file, id, set, measures: measuresOf(file.measures) };
    case 'actions': {
      const { robustness, ...rest } = file;
      return {
        ...rest,
        id,
        set,
        measures: measuresOf(file.measures),
        ...(robustness === undefined ? {} : { robustness }),
      };
    }
    case 'loops':
      return { ...file, id, set, loops: loopsOf(file.loops) };
  }
}

function measuresOf(file: FileMeasures): readonly Measure[] {
  return Object.entries(file).map(([id, { from, to, share, within, against, ...rest }]) => ({
    id,
    ...rest,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(share === undefined ? {} : { share }),
    ...(within === undefined ? {} : { within }),
    ...(against === undefined ? {} : { against }),
  }));
}

function loopsOf(file: FileLoops): readonly LoopDefinition[] {
  return Object.entries(file).map(([id, loop]) => ({ id, ...loop }));
}
