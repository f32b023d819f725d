import type { Diagnostic, Outcome, SourceText } from '@weir/model';
import { hasErrors, reached, refused } from '@weir/model';
import { didYouMean } from '../names/nearest-names.js';
import { schemaDiagnostics } from '../study-file/schema-diagnostics.js';
import type { StudyPlaces } from '../study-file/study.js';
import { pathText, readYaml } from '../study-file/yaml-document.js';
import { Derivations } from './derivations.js';
import type {
  Alternative,
  CorrectionEvidence,
  Derivation,
  Estimate,
  Evidence,
  EvidenceEntry,
} from './evidence.js';
import { type EvidenceFile, evidenceJsonSchema, evidenceSchema } from './evidence-schema.js';

type FileEntry = EvidenceFile['constants'][string];
type Path = readonly PropertyKey[];

/**
 * Reads an evidence file: its form, that its sources are sources of the file, and its arithmetic, which is executed.
 * Whether it fits a model is checked by `checkEvidence`.
 *
 * @errors Those of `readYaml`; `study-key`, `study-missing` and `study-value`; `unknown-source`; `evidence-arithmetic`
 *   for arithmetic that comes to nothing, `evidence-value` for arithmetic that gives another value than stands beside
 *   it, and those of equations.
 */
export function readEvidence(source: SourceText): Outcome<Evidence> {
  const yaml = readYaml(source);
  if (!yaml.ok) return yaml;
  const parsed = evidenceSchema.safeParse(yaml.value.value);
  if (!parsed.success) {
    const format = { schema: evidenceJsonSchema(), called: 'the evidence file' };
    return refused(schemaDiagnostics(source, yaml.value, parsed.error.issues, format));
  }
  const reader = new EvidenceReader(parsed.data, source, yaml.value.places);
  const evidence = reader.evidence();
  return hasErrors(reader.problems) ? refused(reader.problems) : reached(evidence);
}

class EvidenceReader {
  private readonly derivations: Derivations;
  private readonly own: Diagnostic[] = [];

  constructor(
    private readonly file: EvidenceFile,
    private readonly source: SourceText,
    private readonly places: StudyPlaces,
  ) {
    const values = Object.entries(file.constants).map(([name, { value }]) => [name, value] as const);
    this.derivations = new Derivations(source, places, new Map(values));
  }

  get problems(): readonly Diagnostic[] {
    return [...this.own, ...this.derivations.problems];
  }

  evidence(): Evidence {
    const { file, source, places } = this;
    const sources = Object.entries(file.sources).map(([id, about]) => [id, { id, ...about }] as const);
    const estimates = Object.entries(file.estimates).flatMap(([name, estimate]) => {
      const made = this.estimate(name, estimate);
      this.derivations.learn(name, estimate.value);
      return made === undefined ? [] : [[name, made] as const];
    });
    for (const [name, { sources: cited }] of Object.entries(file.series))
      this.cited(cited, ['series', name, 'sources']);
    return {
      sources: new Map(sources),
      estimates: new Map(estimates),
      constants: this.entries(file.constants, ['constants']),
      corrections: new Map(
        Object.entries(file.corrections).map(([id, one]) => [id, this.correction(id, one)] as const),
      ),
      source,
      places,
    };
  }

  private estimate(name: string, file: EvidenceFile['estimates'][string]): Estimate | undefined {
    const path = ['estimates', name];
    this.cited(file.sources, [...path, 'sources']);
    const { decimals: _, derivation: __, note, ...rest } = file;
    const derivation = this.derivations.execute(file, path);
    return derivation && { name, ...rest, derivation, ...(note === undefined ? {} : { note }) };
  }

  private correction(id: string, file: EvidenceFile['corrections'][string]): CorrectionEvidence {
    const path = ['corrections', id];
    this.cited(file.sources, [...path, 'sources']);
    return { id, ...file, constants: this.entries(file.constants, [...path, 'constants']) };
  }

  private entries(
    entries: Readonly<Record<string, FileEntry>>,
    path: Path,
  ): ReadonlyMap<string, EvidenceEntry> {
    return new Map(
      Object.entries(entries).map(
        ([name, entry]) => [name, this.entry(name, entry, [...path, name])] as const,
      ),
    );
  }

  private entry(name: string, file: FileEntry, path: Path): EvidenceEntry {
    this.cited(file.sources, [...path, 'sources']);
    if ((file.grade === undefined) === (file.strength === undefined)) {
      const given = file.grade === undefined ? 'neither' : 'both';
      const message = `\`${name}\` must have either \`grade\` or \`strength\`, and has ${given}.`;
      this.report(path, 'study-value', message, 'Give one of the two.');
    }
    if (file.range !== undefined && file.range[0] > file.range[1]) {
      const message = `The range of \`${name}\` begins above its end.`;
      this.report([...path, 'range'], 'study-value', message, 'Write the smaller number first.');
    }
    const { value, unit, range, range_basis: rangeBasis, status, grade, strength, sources, reasoning } = file;
    const derivation = this.derivation(file, path);
    const place = this.places.keys.get(pathText(path));
    return {
      name,
      value,
      unit,
      status,
      sources,
      reasoning,
      questions: file.questions,
      alternatives: file.alternatives.map((one, index) =>
        this.alternative(one, [...path, 'alternatives', index]),
      ),
      ...(range === undefined ? {} : { range }),
      ...(rangeBasis === undefined ? {} : { rangeBasis }),
      ...(grade === undefined ? {} : { grade }),
      ...(strength === undefined ? {} : { strength }),
      ...(derivation === undefined ? {} : { derivation }),
      ...(place === undefined ? {} : { place }),
    };
  }

  private alternative(file: FileEntry['alternatives'][number], path: Path): Alternative {
    this.cited(file.sources, [...path, 'sources']);
    const derivation = this.derivation(file, path);
    const { value, why, sources } = file;
    return { value, why, sources, ...(derivation === undefined ? {} : { derivation }) };
  }

  private derivation(
    file: Pick<FileEntry, 'value' | 'derivation' | 'decimals'>,
    path: Path,
  ): Derivation | undefined {
    const { derivation, ...rest } = file;
    return derivation === undefined ? undefined : this.derivations.execute({ ...rest, derivation }, path);
  }

  private cited(ids: readonly string[], path: Path): void {
    const known = Object.keys(this.file.sources);
    for (const [index, id] of ids.entries()) {
      if (known.includes(id)) continue;
      const hint = didYouMean(id, known) ?? 'Add it under `sources`.';
      this.report([...path, index], 'unknown-source', `There is no source \`${id}\` in this file.`, hint);
    }
  }

  private report(path: Path, code: string, message: string, hint: string): void {
    const place = this.places.values.get(pathText(path)) ?? this.places.keys.get(pathText(path));
    this.own.push({ code, severity: 'error', message, hint, ...(place === undefined ? {} : { place }) });
  }
}
