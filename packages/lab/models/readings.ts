import type { LabCorrection } from './lab-study.js';

/** A question of reading that is open: at most one of its answers can be in force. */
export interface Reading {
  /** Inferred corrections that exclude one another, in the study's order. */
  readonly answers: readonly LabCorrection[];
}

/** The open questions of a study: inferred corrections that exclude one another. */
export function readingsOf(corrections: readonly LabCorrection[]): readonly Reading[] {
  const inferred = corrections.filter(({ status }) => status === 'inferred');
  const placed = new Set<string>();
  return inferred.flatMap((first) => {
    if (placed.has(first.id)) return [];
    const answers = inferred.filter(
      (one) => one.id === first.id || one.conflicts.includes(first.id) || first.conflicts.includes(one.id),
    );
    if (answers.length < 2) return [];
    for (const { id } of answers) placed.add(id);
    return [{ answers }];
  });
}

/** Corrections in force once a reading is answered; without an answer, none of its answers is in force. */
export function withReading(
  inForce: readonly string[],
  { answers }: Reading,
  answer: string | undefined,
): readonly string[] {
  const others = inForce.filter((id) => !answers.some((one) => one.id === id));
  return answer === undefined ? others : [...others, answer];
}

/** Corrections in force once one is switched; those that exclude it go off. */
export function withSwitch(
  inForce: readonly string[],
  corrections: readonly LabCorrection[],
  id: string,
  isOn: boolean,
): readonly string[] {
  const changed = corrections.find((one) => one.id === id);
  if (changed === undefined || !isOn) return inForce.filter((one) => one !== id);
  const excluded = (one: LabCorrection) => changed.conflicts.includes(one.id) || one.conflicts.includes(id);
  const kept = inForce.filter((other) => {
    const correction = corrections.find((one) => one.id === other);
    return other !== id && correction !== undefined && !excluded(correction);
  });
  return [...kept, id];
}
