import {
  type Change,
  type CheckResult,
  type CheckSummary,
  changeOf,
  checkSummary,
  checkWord,
  type Direction,
  directionCounts,
  type Rung,
  rungOf,
} from '@weir/figures';
import { drawsAt, type PairedTable } from '../../compute/paired-table.js';
import type { LabOutcome } from '../../models/lab-study.js';

/** A check with the draws that are in so far. */
export interface CheckTable {
  readonly id: string;
  readonly label: string;
  readonly table: PairedTable | undefined;
}

/** What a cell of the matrix shows. */
export interface CompareCell {
  /** The change of the default run; absent until it is there, or where it failed. */
  readonly single: Change | undefined;
  readonly rung: Rung | undefined;
  /** Checks that are done. */
  readonly checks: readonly CheckResult[];
  readonly summary: CheckSummary | undefined;
  /** Direction in the long run, where it differs from that of the cell. */
  readonly later: Direction | undefined;
}

/** What cells are made of. */
export interface CellSource {
  /** One row: the default run. */
  readonly single: PairedTable | undefined;
  readonly draws: PairedTable | undefined;
  readonly checks: readonly CheckTable[];
  readonly time: number | 'rest';
  /** Time of the long run. */
  readonly last: number | 'rest';
}

/** Makes a cell: a policy by its place in the tables, an outcome, a time. */
export function cellOf(source: CellSource, policy: number, outcome: LabOutcome): CompareCell {
  const { draws, checks, time, last } = source;
  const rung = draws === undefined ? undefined : rungOf(countsAt(draws, policy, time, outcome));
  const done =
    rung === undefined ? [] : checks.flatMap((check) => resultOf(check, rung, policy, time, outcome));
  return {
    single: singleChange(source.single, policy, time, outcome),
    rung,
    checks: done,
    summary: checkSummary(done.map(({ word }) => word)),
    later: time === last ? undefined : laterOf(source, rung, policy, outcome),
  };
}

/** Directions of the draws of a policy against the same draws of the baseline. */
export function countsAt(table: PairedTable, policy: number, time: number | 'rest', outcome: LabOutcome) {
  return directionCounts(
    drawsAt(table, policy, time, outcome.key),
    drawsAt(table, 0, time, outcome.key),
    outcome.kind,
  );
}

function singleChange(
  table: PairedTable | undefined,
  policy: number,
  time: number | 'rest',
  outcome: LabOutcome,
): Change | undefined {
  if (table === undefined) return undefined;
  const value = drawsAt(table, policy, time, outcome.key)[0];
  const baseline = drawsAt(table, 0, time, outcome.key)[0];
  return value === undefined || baseline === undefined ? undefined : changeOf(value, baseline, outcome.kind);
}

function resultOf(
  check: CheckTable,
  rung: Rung,
  policy: number,
  time: number | 'rest',
  outcome: LabOutcome,
): readonly CheckResult[] {
  const { table } = check;
  if (table === undefined || table.rows < table.wanted) return [];
  const word = checkWord(rung, countsAt(table, policy, time, outcome));
  return word === undefined ? [] : [{ id: check.id, label: check.label, word }];
}

/** The long run's direction by the draws, where it has a word and another one than the cell. */
function laterOf(
  { draws, last }: CellSource,
  rung: Rung | undefined,
  policy: number,
  outcome: LabOutcome,
): Direction | undefined {
  if (draws === undefined || rung === undefined || rung.kind === 'counting') return undefined;
  const later = rungOf(countsAt(draws, policy, last, outcome));
  if (later.kind !== 'word') return undefined;
  return rung.kind === 'word' && rung.direction === later.direction ? undefined : later.direction;
}
