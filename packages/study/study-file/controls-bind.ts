import type { Diagnostic } from '@weir/model';
import { type NameIndex, resolveName } from '../names/name-index.js';
import { settableProblem } from '../scenario/settable.js';
import type { Study } from './study.js';

/** Takes a problem and the path of its place in the study file. */
type Report = (problem: Omit<Diagnostic, 'severity'>, ...path: readonly string[]) => void;

/**
 * Controls are of constants that there are, each in one group.
 *
 * @errors Reported with their places: `unknown-name`, `ambiguous-name`, `not-settable`, `duplicate-id`.
 */
export function checkControls({ notes }: Study, names: NameIndex, report: Report): void {
  const seen = new Set<string>();
  for (const { id, controls } of notes.controls ?? []) {
    for (const { name } of controls) {
      const path = ['controls', id, 'set', name];
      const found = resolveName(names, name);
      if (!found.ok) {
        for (const problem of found.diagnostics) report(problem, ...path);
        continue;
      }
      const problem = settableProblem(found.value, name, 0, names);
      if (problem !== undefined) report(problem, ...path);
      const message = `\`${name}\` stands in two places of the controls.`;
      if (seen.has(found.value.key)) {
        report({ code: 'duplicate-id', message, variable: name, hint: 'Remove one of the two.' }, ...path);
      }
      seen.add(found.value.key);
    }
  }
}
