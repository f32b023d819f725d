import type { Diagnostic, Outcome } from '@weir/model';
import { reached, refused } from '@weir/model';
import { didYouMean } from '../names/nearest-names.js';
import type { BoundOutcome } from '../study-file/bound-study.js';

/** A column of results: an outcome at the end of a run, or at a time on the way. */
export interface OutcomeColumn {
  /** `outcome`, or `outcome@time`. */
  readonly name: string;
  readonly outcome: BoundOutcome;
  /** Absent for the end. */
  readonly time?: number;
}

/**
 * The columns of an ensemble: every outcome at the end, then at each time asked for.
 *
 * @param wanted - Outcome ids; all where empty.
 * @param leftOut - Outcomes that have no value at the end, by id, with the reason; only an error if asked for by name.
 * @errors `unknown-outcome`, `duplicate-id`, `no-rest-value`.
 */
export function outcomeColumns(
  outcomes: readonly BoundOutcome[],
  wanted: readonly string[],
  times: readonly number[],
  leftOut: ReadonlyMap<string, string>,
): Outcome<readonly OutcomeColumn[]> {
  const problems: Diagnostic[] = [];
  const chosen: BoundOutcome[] = [];
  const known = outcomes.map(({ definition }) => definition.id);
  for (const id of wanted.length === 0 ? known.filter((one) => !leftOut.has(one)) : wanted) {
    const outcome = outcomes.find(({ definition }) => definition.id === id);
    const reason = leftOut.get(id);
    if (outcome === undefined) {
      const hint = didYouMean(id, known) ?? `The outcomes are ${known.join(', ')}.`;
      problems.push(error('unknown-outcome', `There is no outcome \`${id}\` in this study.`, hint));
    } else if (reason !== undefined) {
      problems.push(error('no-rest-value', reason, 'Report it at a time: `--until MONTHS`.'));
    } else if (chosen.includes(outcome)) {
      problems.push(error('duplicate-id', `The outcome \`${id}\` is named twice.`, 'Name it once.'));
    } else chosen.push(outcome);
  }
  if (problems.length > 0) return refused(problems);
  return reached([
    ...chosen.map((outcome) => ({ name: outcome.definition.id, outcome })),
    ...times.flatMap((time) =>
      chosen.map((outcome) => ({ name: `${outcome.definition.id}@${time}`, outcome, time })),
    ),
  ]);
}

function error(code: string, message: string, hint: string): Diagnostic {
  return { code, severity: 'error', message, hint };
}
