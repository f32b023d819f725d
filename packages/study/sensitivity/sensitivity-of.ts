import { pairedDifference, type Result, type Table } from '@weir/analysis';
import type { Outcome } from '@weir/model';
import { reached, refused } from '@weir/model';
import type { OutcomeColumn } from '../ensemble/outcome-columns.js';
import type { EnsembleTables } from '../ensemble/run-ensemble.js';
import { WEIR_VERSION } from '../execute/version.js';
import { extentOf } from '../study-file/ranges-bound.js';
import { indicesOfTable } from './indices-of-table.js';
import type { SensitivityPlan } from './plan-sensitivity.js';
import type { OutcomeSensitivity, SensitivityDocument, SensitivityInput } from './sensitivity-document.js';
import { METHOD_FACTS } from './sensitivity-method.js';

/** What drives the outcomes, with the table that says so. */
export interface Sensitivity {
  readonly document: SensitivityDocument;
  /** Outcomes of the scenario, or their changes, by run. */
  readonly table: Table;
}

/**
 * The indices of an analysis whose runs were made.
 *
 * @errors `sensitivity`: too many failed runs, a size that the method cannot use.
 */
export function sensitivityOf(plan: SensitivityPlan, { tables }: EnsembleTables): Outcome<Sensitivity> {
  const own = tables.get(plan.scenario);
  const other = plan.against === undefined ? undefined : tables.get(plan.against);
  if (own === undefined || (plan.against !== undefined && other === undefined))
    throw new Error('an ensemble without the scenarios of its plan');
  const change = plan.against === undefined ? undefined : (plan.request.change ?? 'percent');
  const table: Result<Table> =
    other === undefined || change === undefined
      ? { ok: true, value: own }
      : pairedDifference(own, other, change);
  if (!table.ok) return notComputed(table.faults[0].message);
  const indices = indicesOfTable(plan.request.analysis, table.value);
  if (!indices.ok) return notComputed(indices.faults[0].message);
  const outcomes = plan.ensemble.columns.map((column, m): OutcomeSensitivity => {
    const found = indices.value[m];
    if (found === undefined) throw new Error(`no indices of ${column.name}`);
    return { ...wordsOf(column, change), ...found };
  });
  return reached({ table: table.value, document: documentOf(plan, table.value, change, outcomes) });
}

function documentOf(
  { prepared, request, ensemble, varied, scenario, against, n, replicates, seed }: SensitivityPlan,
  table: Table,
  change: SensitivityDocument['change'] | undefined,
  outcomes: readonly OutcomeSensitivity[],
): SensitivityDocument {
  const { study, corrections } = prepared;
  return {
    weir: WEIR_VERSION,
    model: study.id,
    version: study.version,
    method: request.analysis,
    experiment: table.design.id,
    scenario,
    against: against ?? null,
    change: change ?? null,
    corrections,
    set: Object.fromEntries(request.set ?? []),
    until: request.until,
    ranges: { id: varied.id, label: varied.label, justification: varied.justification },
    seed,
    n,
    replicates,
    runs: ensemble.count,
    inputs: varied.ranges.map((range): SensitivityInput => {
      const [low, high] = extentOf(range.distribution);
      return {
        name: range.name,
        low: finite(low),
        high: finite(high),
        default: range.default ?? null,
      };
    }),
    held: varied.held,
    meaning: METHOD_FACTS[request.analysis].meaning,
    outcomes,
    limits: study.limits.strip,
  };
}

function wordsOf(
  { name, outcome: { definition }, time }: OutcomeColumn,
  change: 'difference' | 'percent' | undefined,
): Pick<OutcomeSensitivity, 'label' | 'outcome' | 'unit'> {
  const when = time === undefined ? '' : `, at ${time}`;
  const label = `${change === undefined ? '' : 'change of '}${definition.label}${when}`;
  return { outcome: name, label, unit: change === 'percent' ? '%' : definition.unit };
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

function notComputed(message: string): Outcome<never> {
  return refused([
    {
      code: 'sensitivity',
      severity: 'error',
      message: `The indices cannot be computed: ${message}`,
      hint: 'Narrow the ranges, take more runs, or look at the failed runs with `weir ensemble`.',
    },
  ]);
}
