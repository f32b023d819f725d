import type { Diagnostic, Outcome } from '@weir/model';
import { reached, refused } from '@weir/model';
import { didYouMean } from '../names/nearest-names.js';
import type { Correction, Corrections } from './correction.js';

/** The word for no corrections at all. */
const NONE = 'none';

/** A group whose name is fixed, whether or not a study has it. */
const RECOMMENDED = 'recommended';

/**
 * The corrections that a person asks for by ids and groups, without regard to case, with those that they build on:
 * each once, in the order of the file, so that the order of asking does not matter.
 *
 * @param asked - Empty, or `none` alone, for no corrections.
 * @param offered - Absent where the study has no corrections file: then there is only `none`.
 * @errors `unknown-correction`, `correction-conflict`.
 */
export function chooseCorrections(
  offered: Corrections | undefined,
  asked: readonly string[],
): Outcome<readonly Correction[]> {
  const wanted = asked.filter((name) => name.toLowerCase() !== NONE);
  if (wanted.length < asked.length && wanted.length > 0) {
    const message = `\`none\` cannot be chosen with ${wanted.join(', ')}.`;
    return refused([problem('correction-conflict', message, 'Leave out `none`, or all others.')]);
  }
  if (wanted.length === 0) return reached([]);
  if (offered === undefined) {
    const message = `There is no correction \`${wanted[0] ?? ''}\`: the model has no corrections file.`;
    return refused([problem('unknown-correction', message, 'Leave the option out, or give none.')]);
  }
  const problems: Diagnostic[] = [];
  const ids = new Set<string>();
  for (const name of wanted) {
    const found = idsOf(offered, name);
    if (found === undefined) problems.push(unknown(offered, name));
    else for (const id of found) ids.add(id);
  }
  for (const id of ids) for (const earlier of offered.corrections.get(id)?.buildsOn ?? []) ids.add(earlier);
  const chosen = [...offered.corrections.values()].filter(({ id }) => ids.has(id));
  problems.push(...conflictsAmong(chosen));
  return problems.length > 0 ? refused(problems) : reached(chosen);
}

function idsOf(offered: Corrections, name: string): readonly string[] | undefined {
  const folded = name.toLowerCase();
  for (const id of offered.corrections.keys()) if (id.toLowerCase() === folded) return [id];
  return offered.groups.get(folded);
}

function unknown(offered: Corrections, name: string): Diagnostic {
  const groups = [NONE, ...offered.groups.keys()];
  const ids = [...offered.corrections.keys()];
  const all = `The groups are ${groups.join(', ')}; the corrections are ${ids.join(', ')}.`;
  if (name.toLowerCase() === RECOMMENDED) {
    const message = 'The group `recommended` is not offered for this model in this version.';
    return problem('unknown-correction', message, all);
  }
  const near = didYouMean(name, [...ids, ...groups]);
  const hint = near === undefined ? all : `${near} ${all}`;
  return problem('unknown-correction', `There is no correction or group \`${name}\`.`, hint);
}

function conflictsAmong(chosen: readonly Correction[]): readonly Diagnostic[] {
  return chosen.flatMap((first, index) =>
    chosen.slice(index + 1).flatMap((second) => {
      const bothSolve = first.calibrate !== undefined && second.calibrate !== undefined;
      const excluded = first.conflicts.includes(second.id) || second.conflicts.includes(first.id);
      if (!bothSolve && !excluded) return [];
      const message = `The corrections \`${first.id}\` and \`${second.id}\` cannot be chosen together.`;
      return [problem('correction-conflict', message, 'Choose one of them.')];
    }),
  );
}

function problem(code: string, message: string, hint: string): Diagnostic {
  return { code, severity: 'error', message, hint };
}
