import { type Result, success } from '../result.js';
import { elasticities } from '../sensitivity/elasticity.js';
import type { UndefinedReason } from '../sensitivity/index-cell.js';
import { sweepIndices } from '../sensitivity/sweep-index.js';
import type { Table } from '../table/table.js';
import { type Admission, usableRuns } from '../table/usable-runs.js';
import { type Assumptions, type Concern, failureConcerns } from './concern.js';

/**
 * What one-at-a-time indices rest on: curves that turn back, sweeps with gaps, inputs without an index.
 *
 * @errors As `sweepIndices`.
 */
export function sweepAssumptions(table: Table, options: Admission = {}): Result<readonly Assumptions[]> {
  const found = sweepIndices(table, options);
  if (!found.ok) return found;
  const { names } = table.design;
  return success(
    found.value.map(({ outcome, cells }, m) => {
      const flagged = (flag: 'incomplete-sweep' | 'non-monotone'): readonly string[] =>
        names.filter((_, j) => {
          const cell = cells[j];
          return cell?.kind === 'value' && cell.flags.includes(flag);
        });
      return report(table, m, outcome, options, [
        ...concern('non-monotone', 'A single number hides a curve that turns back.', flagged('non-monotone')),
        ...concern(
          'incomplete',
          'Points of the sweep failed: the range is a lower bound.',
          flagged('incomplete-sweep'),
        ),
        ...undefinedConcerns(names, cells),
      ]);
    }),
  );
}

/**
 * What elasticities rest on: corners at the baseline, dependence on the step, inputs without an elasticity.
 *
 * @errors As `elasticities`.
 */
export function elasticityAssumptions(table: Table, options: Admission = {}): Result<readonly Assumptions[]> {
  const found = elasticities(table, options);
  if (!found.ok) return found;
  const { names } = table.design;
  return success(
    found.value.map(({ outcome, cells }, m) => {
      const flagged = (flag: 'kink' | 'step-sensitive'): readonly string[] =>
        names.filter((_, j) => {
          const cell = cells[j];
          return cell?.kind === 'value' && cell.flags.includes(flag);
        });
      return report(table, m, outcome, options, [
        ...concern('kink', 'The response differs below and above the baseline.', flagged('kink')),
        ...concern('step-sensitive', 'The elasticity depends on the step.', flagged('step-sensitive')),
        ...undefinedConcerns(names, cells),
      ]);
    }),
  );
}

function concern(code: Concern['code'], text: string, about: readonly string[]): readonly Concern[] {
  return about.length > 0 ? [{ code, text, about }] : [];
}

type Cell = { readonly kind: 'value' } | { readonly kind: 'undefined'; readonly reason: UndefinedReason };

function undefinedConcerns(names: readonly string[], cells: readonly Cell[]): readonly Concern[] {
  const reasons = new Map<UndefinedReason, string[]>();
  for (const [j, cell] of cells.entries())
    if (cell.kind === 'undefined')
      reasons.set(cell.reason, [...(reasons.get(cell.reason) ?? []), names[j] ?? '']);
  return [...reasons].map(([reason, about]) => ({
    code: 'no-value',
    text: `${about.length === 1 ? 'One input has' : `${about.length} inputs have`} no index: ${reason}.`,
    about,
  }));
}

function report(
  table: Table,
  m: number,
  outcome: string,
  options: Admission,
  concerns: readonly Concern[],
): Assumptions {
  const { rows, planned, left } = usableRuns(table, m, options);
  const runs = { planned, used: rows.length, left };
  const all = [...failureConcerns(runs), ...concerns];
  const none = concerns.some(
    ({ code, about }) => code === 'no-value' && about.length === table.design.names.length,
  );
  const verdict = none ? 'none' : all.length === 0 ? 'adequate' : 'with-care';
  return { outcome, runs, verdict, sentence: SENTENCES[verdict], concerns: all };
}

const SENTENCES = {
  adequate: 'Responses to one input at a time are as described; interactions are not seen.',
  'with-care':
    'Responses to one input at a time are as described, with the concerns named; interactions are not seen.',
  none: 'There is no index to judge.',
} as const;
