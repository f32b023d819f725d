import {
  type Design,
  designRows,
  type Experiment,
  type Fault,
  givenDesign,
  haltonPoints,
  type Input,
  latinHypercube,
  latinStrata,
  monteCarlo,
  type Result,
  sobolPoints,
} from '@weir/analysis';
import type { Outcome } from '@weir/model';
import { reached, refused } from '@weir/model';
import type { PreparedStudy } from '../execute/prepared-study.js';
import type { ScenarioPlan } from '../execute/scenario-plan.js';
import type { EnsembleInput } from './ensemble-inputs.js';
import type { EnsembleDesign, EnsembleRequest, EnsembleRuns } from './ensemble-request.js';
import { POINT_DESIGNS, type RowSpec } from './row-source.js';

/** The rows of an ensemble: as data for workers, and as a design. */
export interface EnsembleRows {
  readonly id: string;
  readonly spec: RowSpec;
  design(): Design;
}

/**
 * The rows that a request asks for.
 *
 * @param plans - Give the context of the experiment: program and settings enter every run id.
 * @errors `bad-design`.
 */
export function ensembleRows(
  prepared: PreparedStudy,
  request: EnsembleRequest,
  inputs: readonly EnsembleInput[],
  plans: readonly ScenarioPlan[],
): Outcome<EnsembleRows> {
  const { runs } = request;
  const context = contextOf(prepared, request, plans);
  if (runs.kind === 'given') {
    const names = inputs.map(({ name }) => name);
    return storedRows(givenDesign({ names, keys: runs.keys, inputs: runs.inputs, context }));
  }
  const experiment: Experiment = { inputs: inputs.flatMap(spreadOf), seed: runs.seed, context };
  if (runs.kind === 'made') return storedRows(runs.make(experiment));
  return drawnRows(runs, experiment);
}

/** What of the settings decides results beside the inputs; the same for every scenario. */
function contextOf(
  { programHash }: PreparedStudy,
  { set, until }: EnsembleRequest,
  plans: readonly ScenarioPlan[],
): string {
  const sorted = [...(set ?? [])].sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0));
  const settings = plans[0]?.settings;
  const { saveEvery: _, ...deciding } = settings ?? { saveEvery: undefined };
  return JSON.stringify(['weir ensemble 1', programHash, until, deciding, sorted]);
}

function spreadOf({ name, spread }: EnsembleInput): readonly Input[] {
  return spread === undefined ? [] : [{ name, distribution: spread }];
}

function storedRows(made: Result<Design>): Outcome<EnsembleRows> {
  if (!made.ok) return refusedDesign(made.faults);
  const design = made.value;
  const { data, columns, rows } = design.inputs;
  const inputs = inSharedMemory(data);
  return reached({
    id: design.id,
    spec: { kind: 'stored', columns, count: rows, inputs },
    design: () => design,
  });
}

function drawnRows(
  { design, n }: Extract<EnsembleRuns, { kind: 'draws' }>,
  experiment: Experiment,
): Outcome<EnsembleRows> {
  const kind = POINT_DESIGNS[design];
  const strata =
    design === 'lhs'
      ? latinStrata(experiment, n, (count) => shared(count, (buffer) => new Int32Array(buffer), 4))
      : undefined;
  if (strata !== undefined && !strata.ok) return refusedDesign(strata.faults, wayOut(design, n));
  const rows = designRows(kind, experiment, n, strata?.value);
  if (!rows.ok) return refusedDesign(rows.faults, wayOut(design, n));
  return reached({
    id: rows.value.id,
    spec: {
      kind: 'points',
      design: kind,
      experiment,
      count: n,
      ...(strata === undefined ? {} : { strata: strata.value }),
    },
    design: () => {
      const whole = drawDesign(design, experiment, n);
      if (!whole.ok) throw new Error(`a planned design cannot be made: ${whole.faults[0].message}`);
      return whole.value;
    },
  });
}

/**
 * The whole design that an ensemble of this name draws. Its draws depend on the inputs in their order, the seed and n,
 * and not on the experiment's context.
 *
 * @errors Those of the design's maker.
 */
export function drawDesign(design: EnsembleDesign, experiment: Experiment, n: number): Result<Design> {
  switch (design) {
    case 'lhs':
      return latinHypercube(experiment, n);
    case 'sobol':
      return sobolPoints(experiment, n);
    case 'halton':
      return haltonPoints(experiment, n);
    case 'random':
      return monteCarlo(experiment, n);
  }
}

function inSharedMemory(data: Float64Array): Float64Array {
  if (typeof SharedArrayBuffer !== 'undefined' && data.buffer instanceof SharedArrayBuffer) return data;
  const inputs = shared(data.length, (buffer) => new Float64Array(buffer), 8);
  inputs.set(data);
  return inputs;
}

/** Memory that threads can share, where the surroundings have any. */
function shared<T>(count: number, view: (buffer: ArrayBufferLike) => T, bytes: number): T {
  return view(
    typeof SharedArrayBuffer === 'undefined'
      ? new ArrayBuffer(count * bytes)
      : new SharedArrayBuffer(count * bytes),
  );
}

function wayOut(design: EnsembleDesign, n: number): string {
  if (design === 'sobol' && n >= 1) {
    const below = 2 ** Math.floor(Math.log2(n));
    return `Take ${below} or ${2 * below} runs, or another design.`;
  }
  return design === 'lhs'
    ? 'Take fewer runs, or the design random, sobol or halton.'
    : 'Take another number.';
}

function refusedDesign(
  faults: readonly Fault[],
  hint = 'Choose other ranges or another design.',
): Outcome<never> {
  return refused(
    faults.map(({ message }) => ({ code: 'bad-design', severity: 'error' as const, message, hint })),
  );
}
