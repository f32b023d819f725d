import type { ProgramVariable } from '@weir/engine';
import type { Diagnostic, Outcome, Place } from '@weir/model';
import { reached, refused } from '@weir/model';
import { correctStudy } from '../correction/correct-study.js';
import type { PreparedStudy } from '../execute/prepared-study.js';
import { resolveName } from '../names/name-index.js';
import { didYouMean } from '../names/nearest-names.js';
import { unitProblem } from '../study-file/unit-agreement.js';
import { pathText } from '../study-file/yaml-document.js';
import type { CorrectionEvidence, Evidence, EvidenceEntry } from './evidence.js';
import type { BoundEvidence } from './evidence-in-force.js';
import { type ModelConstant, modelConstants } from './model-constants.js';

/** How far a recorded value may be from the model's, relative: double precision as written. */
const TOLERANCE = 1e-14;

type Path = readonly string[];

/** Keys whose values are pointed at, and not the keys. */
const LEAVES: ReadonlySet<string> = new Set(['value', 'unit']);

/**
 * Sets an evidence file against a study: every constant of the model must have an entry, every entry a constant, with
 * its value and unit; every correction an entry, with one for each constant that it sets or adds.
 *
 * @param prepared - As opened, without corrections.
 * @returns The entries in the order of the model.
 * @errors `evidence-missing`, `evidence-value`, `unknown-name`, `ambiguous-name`, `duplicate-id`, `unit-disagrees` and
 *   `unknown-correction`, with places in the evidence file, or in the model where nothing is recorded.
 */
export function checkEvidence(
  evidence: Evidence,
  prepared: PreparedStudy,
): Outcome<readonly BoundEvidence[]> {
  const checker = new Checker(evidence);
  const bound = checker.entries(prepared, evidence.constants, ['constants'], modelConstants(prepared));
  for (const one of evidence.corrections.values()) checker.correction(prepared, one);
  if (evidence.corrections.size > 0) checker.correctionsWithout(prepared);
  return checker.problems.length > 0 ? refused(checker.problems) : reached(bound);
}

class Checker {
  readonly problems: Diagnostic[] = [];

  constructor(private readonly evidence: Evidence) {}

  /** Binds entries to constants of a study, and says which of the wanted constants have none. */
  entries(
    prepared: PreparedStudy,
    entries: ReadonlyMap<string, EvidenceEntry>,
    path: Path,
    wanted: readonly ModelConstant[],
  ): readonly BoundEvidence[] {
    const constants = new Map(modelConstants(prepared).map((one) => [one.variable, one] as const));
    const bound = new Map<ProgramVariable, BoundEvidence>();
    for (const entry of entries.values()) {
      const at = [...path, entry.name];
      const found = resolveName(prepared.bound.names, entry.name);
      if (!found.ok) {
        for (const problem of found.diagnostics) this.report(at, problem);
        continue;
      }
      const constant = constants.get(found.value);
      if (constant === undefined) {
        const message = `\`${entry.name}\` is no constant of the model: it is computed.`;
        this.report(at, { code: 'unknown-name', message, hint: 'Record the constants that it is made of.' });
      } else if (bound.has(constant.variable)) {
        const message = `\`${entry.name}\` and \`${bound.get(constant.variable)?.entry.name ?? ''}\` are one constant.`;
        this.report(at, { code: 'duplicate-id', message, hint: 'Remove one of the two.' });
      } else {
        this.compare(prepared, constant, entry, at);
        bound.set(constant.variable, { constant, entry });
      }
    }
    for (const constant of wanted) if (!bound.has(constant.variable)) this.missing(constant, path);
    return wanted.flatMap(({ variable }) => bound.get(variable) ?? []);
  }

  /** Checks what is recorded for a correction against the study with it alone. */
  correction(prepared: PreparedStudy, { id, constants }: CorrectionEvidence): void {
    const known = [...(prepared.offered?.corrections.keys() ?? [])];
    const correction = prepared.offered?.corrections.get(id);
    if (correction === undefined) {
      const message = `There is no correction \`${id}\`.`;
      const hint = didYouMean(id, known) ?? `The corrections are ${known.join(', ')}.`;
      this.report(['corrections', id], { code: 'unknown-correction', message, hint });
      return;
    }
    const corrected = correctStudy(prepared, [id]);
    if (!corrected.ok) {
      this.problems.push(...corrected.diagnostics);
      return;
    }
    const before = new Map(modelConstants(prepared).map(({ variable, value }) => [variable.key, value]));
    const solved = correction.calibrate?.constant;
    const isNew = ({ variable, value }: ModelConstant) =>
      before.get(variable.key) !== value && !this.isNamed(corrected.value, solved, variable.key);
    const wanted = modelConstants(corrected.value).filter(isNew);
    this.entries(corrected.value, constants, ['corrections', id, 'constants'], wanted);
  }

  /** Says which corrections have no entry. */
  correctionsWithout({ offered }: PreparedStudy): void {
    for (const id of offered?.corrections.keys() ?? []) {
      if (this.evidence.corrections.has(id)) continue;
      const message = `Nothing is recorded for the correction \`${id}\`.`;
      this.report(['corrections'], {
        code: 'evidence-missing',
        message,
        hint: `Add \`${id}\` under \`corrections\`.`,
      });
    }
  }

  private isNamed({ bound }: PreparedStudy, name: string | undefined, key: string): boolean {
    if (name === undefined) return false;
    const found = resolveName(bound.names, name);
    return found.ok && found.value.key === key;
  }

  private compare(
    { model }: PreparedStudy,
    { variable, value }: ModelConstant,
    entry: EvidenceEntry,
    path: Path,
  ): void {
    if (Math.abs(entry.value - value) > TOLERANCE * Math.abs(value)) {
      const message = `\`${entry.name}\` is ${value} in the model, not ${entry.value}.`;
      this.report([...path, 'value'], {
        code: 'evidence-value',
        message,
        hint: 'Record the value of the model.',
      });
    }
    const own = { id: entry.name, label: '', short: '', variable: variable.key, unit: entry.unit };
    const unit = unitProblem(
      { ...own, kind: 'rate', headline: false },
      model.variables.get(variable.key),
      model,
    );
    if (unit === undefined) return;
    const message = `The unit of \`${entry.name}\` is not \`${entry.unit}\` in the model.`;
    this.report([...path, 'unit'], { ...unit, code: 'unit-disagrees', message });
  }

  private missing({ variable }: ModelConstant, path: Path): void {
    const message = `Nothing is recorded for the constant \`${variable.name}\`.`;
    const hint = `Add it under \`${path.join('.')}\`.`;
    const place = variable.place;
    const problem = { code: 'evidence-missing', message, variable: variable.name, hint };
    if (path.length > 1 || place === undefined) this.report(path, problem);
    else this.problems.push({ ...problem, severity: 'error', place });
  }

  private report(path: Path, problem: Omit<Diagnostic, 'severity' | 'place'>): void {
    const { place: _, ...rest }: Omit<Diagnostic, 'severity'> = problem;
    const place = this.place(path);
    this.problems.push({ ...rest, severity: 'error', ...(place === undefined ? {} : { place }) });
  }

  /** Where something stands, or the nearest thing above it. */
  private place(path: Path): Place | undefined {
    const { keys, values } = this.evidence.places;
    for (let length = path.length; length > 0; length -= 1) {
      const key = pathText(path.slice(0, length));
      const isGroup = length < path.length || !LEAVES.has(path.at(-1) ?? '');
      const place = isGroup ? (keys.get(key) ?? values.get(key)) : values.get(key);
      if (place !== undefined) return place;
    }
    return undefined;
  }
}
