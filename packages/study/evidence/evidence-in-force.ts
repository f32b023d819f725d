import type { PreparedStudy } from '../execute/prepared-study.js';
import { resolveName } from '../names/name-index.js';
import type { Evidence, EvidenceEntry } from './evidence.js';
import { type ModelConstant, modelConstants } from './model-constants.js';

/** What is known of a constant of a model, bound to it. */
export interface BoundEvidence {
  readonly constant: ModelConstant;
  readonly entry: EvidenceEntry;
  /** Id of the correction that sets or adds the constant; absent for the model as read. */
  readonly correction?: string;
  /** Id of the correction that solved for its value, which then is not the recorded one. */
  readonly solvedBy?: string;
}

/**
 * What is known of the constants of a corrected study: for those that a correction in force sets or adds, what is
 * recorded for it, else what is recorded for the model as read.
 *
 * @param prepared - The corrected study; the evidence has been checked against it without corrections.
 */
export function evidenceInForce(evidence: Evidence, prepared: PreparedStudy): readonly BoundEvidence[] {
  const { bound, corrections, offered } = prepared;
  const isNamed = (name: string, { variable }: ModelConstant): boolean => {
    const found = resolveName(bound.names, name);
    return found.ok && found.value === variable;
  };
  return modelConstants(prepared).flatMap((constant) => {
    const entryIn = (entries: ReadonlyMap<string, EvidenceEntry> | undefined) =>
      [...(entries?.values() ?? [])].find(({ name }) => isNamed(name, constant));
    const solvedBy = corrections.find((id) => {
      const solved = offered?.corrections.get(id)?.calibrate?.constant;
      return solved !== undefined && isNamed(solved, constant);
    });
    const correction = corrections.findLast(
      (id) => entryIn(evidence.corrections.get(id)?.constants) !== undefined,
    );
    const entry =
      correction === undefined
        ? entryIn(evidence.constants)
        : entryIn(evidence.corrections.get(correction)?.constants);
    if (entry === undefined) return [];
    return [
      {
        constant,
        entry,
        ...(correction === undefined ? {} : { correction }),
        ...(solvedBy === undefined ? {} : { solvedBy }),
      },
    ];
  });
}
