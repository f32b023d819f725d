import type { Diagnostic, Outcome, Place } from '@weir/model';
import { reached, refused } from '@weir/model';
import type { PreparedStudy } from '../execute/prepared-study.js';
import { resolveName } from '../names/name-index.js';
import { settableProblem } from '../scenario/settable.js';

/** Name that the first column of an inputs file must have. */
const KEY_COLUMN = 'run_id';

/**
 * Checks the names of the columns of a table of inputs: `run_id` first, then inputs.
 *
 * @param place - The place of a column in the file.
 * @returns The names of the inputs as written.
 * @errors `inputs-header`, `unknown-name`, `ambiguous-name`, `not-settable`, `set-twice`.
 */
export function inputsHeader(
  { bound: { names } }: PreparedStudy,
  columns: readonly string[],
  place: (column: number) => Place,
): Outcome<readonly string[]> {
  const problems: Diagnostic[] = [];
  const say = (column: number, problem: Omit<Diagnostic, 'severity' | 'place'>) =>
    problems.push({ ...problem, severity: 'error', place: place(column) });
  const [key, ...inputs] = columns.map((column) => column.trim());
  if (key !== KEY_COLUMN) {
    const message = `The first column is \`${key ?? ''}\`; it must be \`${KEY_COLUMN}\`, the name of each run.`;
    say(0, {
      code: 'inputs-header',
      message,
      hint: 'Results are joined with their inputs by this name only.',
    });
  }
  const seen = new Map<string, string>();
  for (const [position, name] of inputs.entries()) {
    const found = resolveName(names, name);
    if (name === '') {
      const message = `Column ${position + 2} has no name.`;
      say(position + 1, {
        code: 'inputs-header',
        message,
        hint: 'Name the parameter, or remove the column.',
      });
    } else if (!found.ok) {
      for (const problem of found.diagnostics) say(position + 1, problem);
    } else {
      const problem = settableProblem(found.value, name, 0, names);
      const earlier = seen.get(found.value.key);
      if (problem !== undefined) say(position + 1, problem);
      else if (earlier !== undefined) {
        const message = `The columns \`${earlier}\` and \`${name}\` are one input.`;
        say(position + 1, { code: 'set-twice', message, hint: 'Remove one of the two.' });
      }
      seen.set(found.value.key, name);
    }
  }
  return problems.length > 0 ? refused(problems) : reached(inputs);
}
