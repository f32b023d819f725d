import type { Design } from '../design/design.js';
import type { RunId } from '../design/run-id.js';
import { element, type Matrix, matrix, setElement } from '../numeric/matrix.js';
import type { AnalysisCode, Fault, Result } from '../result.js';
import type { RunRecord, RunStatus } from './run-record.js';

const joinedByRun: unique symbol = Symbol('joined by run id');
/** Ids named in a fault. */
const NAMED = 10;

/**
 * A design with the results of its runs, joined by run id. Only a join makes one: no analysis takes columns side by
 * side.
 */
export interface Table {
  readonly [joinedByRun]: true;
  readonly design: Design;
  /** Names of the outputs, shape [m]. */
  readonly outcomes: readonly string[];
  /** Shape [n]. */
  readonly status: readonly RunStatus[];
  /** Shape [n x m]; NaN where a run gave no usable number. */
  readonly outputs: Matrix;
}

/** How records came in; nothing of it enters the table. */
export interface Arrival {
  readonly records: number;
  /** Records that repeated another one bit for bit. */
  readonly repeated: number;
  readonly missing: number;
  /** Share of records whose place in the order of arrival is their run's place in the design. */
  readonly inPlace: number;
}

/**
 * Joins results to their runs by run id. The order of arrival changes no bit of the table.
 *
 * @param outcomes - Names of the outputs, shape [m].
 * @errors other-experiment, unknown-run, echo-mismatch (any bit differs), duplicate-conflict (two results of a run
 * differ), shape-mismatch, duplicate-name. Every kind of fault is listed, with runs in the order of the design.
 */
export function joinRuns(
  design: Design,
  outcomes: readonly string[],
  records: Iterable<RunRecord>,
): Result<{ readonly table: Table; readonly arrival: Arrival }> {
  const places = new Map<string, number>(design.runs.map((run, i) => [run, i]));
  const found = new Map<number, RunRecord>();
  const faults = new FaultList(places);
  if (places.size !== design.runs.length) faults.add('duplicate-run', '');
  if (new Set(outcomes).size !== outcomes.length) faults.add('duplicate-name', '');
  let count = 0;
  let repeated = 0;
  let inPlace = 0;
  for (const record of records) {
    const place = places.get(record.run);
    if (place === count) inPlace += 1;
    count += 1;
    if (record.experiment !== design.id) faults.add('other-experiment', record.run);
    else if (place === undefined) faults.add('unknown-run', record.run);
    else if (record.outputs.length !== outcomes.length || record.echo.length !== design.names.length)
      faults.add('shape-mismatch', record.run);
    else if (!echoes(design, place, record.echo)) faults.add('echo-mismatch', record.run);
    else {
      const earlier = found.get(place);
      if (earlier === undefined) found.set(place, record);
      else if (sameResult(earlier, record)) repeated += 1;
      else faults.add('duplicate-conflict', record.run);
    }
  }
  const [first, ...others] = faults.list();
  if (first !== undefined) return { ok: false, faults: [first, ...others] };
  const outputs = matrix(design.runs.length, outcomes.length);
  outputs.data.fill(Number.NaN);
  const status = design.runs.map((_, i): RunStatus => {
    const record = found.get(i);
    for (let m = 0; record !== undefined && m < outcomes.length; m += 1) {
      const value = record.outputs[m] ?? Number.NaN;
      setElement(outputs, i, m, Number.isFinite(value) ? value : Number.NaN);
    }
    return record?.status ?? 'missing';
  });
  const arrival = {
    records: count,
    repeated,
    missing: design.runs.length - found.size,
    inPlace: count === 0 ? 0 : inPlace / count,
  };
  return { ok: true, value: { table: { [joinedByRun]: true, design, outcomes, status, outputs }, arrival } };
}

function echoes({ inputs }: Design, row: number, echo: Float64Array): boolean {
  return echo.every((value, j) => Object.is(value, element(inputs, row, j)));
}

function sameResult(left: RunRecord, right: RunRecord): boolean {
  return left.status === right.status && left.outputs.every((value, m) => Object.is(value, right.outputs[m]));
}

const SENTENCES: Partial<Record<AnalysisCode, string>> = {
  'duplicate-conflict': 'Two results of one run differ: the model is not deterministic.',
  'duplicate-name': 'Two outcomes have one name.',
  'duplicate-run': 'The design holds a run id twice.',
  'echo-mismatch': 'Results were computed with other inputs than the design gave.',
  'other-experiment': 'Results belong to another experiment.',
  'shape-mismatch': 'Results have another number of inputs or outputs.',
  'unknown-run': 'Results belong to no run of the design.',
};

/** Faults by kind; runs in the order of the design, so that the order of arrival does not show. */
class FaultList {
  readonly #runs = new Map<AnalysisCode, Set<string>>();
  readonly #places: ReadonlyMap<string, number>;

  constructor(places: ReadonlyMap<string, number>) {
    this.#places = places;
  }

  add(code: AnalysisCode, run: RunId | ''): void {
    const runs = this.#runs.get(code) ?? new Set();
    if (run !== '') runs.add(run);
    this.#runs.set(code, runs);
  }

  list(): readonly Fault[] {
    const place = (run: string): number => this.#places.get(run) ?? Number.POSITIVE_INFINITY;
    const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
    return [...this.#runs]
      .sort(([a], [b]) => compare(a, b))
      .map(([code, runs]) => {
        const about = [...runs].sort((a, b) => (place(a) === place(b) ? compare(a, b) : place(a) - place(b)));
        const number = about.length > 0 ? ` (${about.length} run${about.length === 1 ? '' : 's'})` : '';
        return { code, message: `${SENTENCES[code] ?? code}${number}`, about: about.slice(0, NAMED) };
      });
  }
}
