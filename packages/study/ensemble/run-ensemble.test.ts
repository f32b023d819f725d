import { element, morrisTrajectories, type Table } from '@weir/analysis';
import { describe, expect, it } from 'vitest';
import { tankWithClock, tankWithRanges } from '../testing/ensemble-study.js';
import { settled } from '../testing/small-study.js';
import { ChunkRunner } from './chunk-runner.js';
import { planEnsemble } from './ensemble-plan.js';
import type { EnsembleRequest } from './ensemble-request.js';
import { drawDesign } from './ensemble-rows.js';
import { ensembleTables, runEnsemble } from './run-ensemble.js';

const prepared = tankWithRanges();
const draws = { kind: 'draws', design: 'lhs', n: 20, seed: 7, ranges: '20pct' } as const;
const plan = (request: Partial<EnsembleRequest>) =>
  planEnsemble(prepared, { runs: draws, until: 'equilibrium', ...request });
const run = (request: Partial<EnsembleRequest>) => settled(runEnsemble(settled(plan(request))));
const codes = (request: Partial<EnsembleRequest>) => plan(request).diagnostics.map(({ code }) => code);
const tableOf = (tables: ReadonlyMap<string, Table>, id: string): Table => {
  const table = tables.get(id);
  if (table === undefined) throw new Error(`no table of ${id}`);
  return table;
};

describe('an ensemble', () => {
  it('of fixed points has the known answer in every row', () => {
    const { tables, design, stops } = run({});
    const { outputs } = tableOf(tables, 'now');
    expect(design.names).toEqual(['rate', 'stay']);
    for (let i = 0; i < 20; i += 1) {
      const people = element(design.inputs, i, 0) * element(design.inputs, i, 1);
      expect(element(outputs, i, 0)).toBeCloseTo(people, 9);
    }
    expect(stops.get('now')?.every(Number.isNaN)).toBe(true);
  });

  it('runs every scenario on the same draws, and does not vary what a scenario sets', () => {
    const { tables, design, plan: made } = run({ scenarios: ['now', 'busy'] });
    const busy = tableOf(tables, 'busy');
    expect(made.scenarios.map(({ fixed }) => [...fixed])).toEqual([[], [[0, 10]]]);
    for (let i = 0; i < 20; i += 1)
      expect(element(busy.outputs, i, 0)).toBeCloseTo(10 * element(design.inputs, i, 1), 9);
    expect(busy.design).toBe(tableOf(tables, 'now').design);
    expect(design.runs).toEqual(run({ scenarios: ['busy'] }).design.runs);
  });

  it('reports times on the way, equal to the end of a run until then', () => {
    const { tables, plan: made } = run({ until: 20, at: [5, 15], outcomes: ['people'] });
    expect(made.columns.map(({ name }) => name)).toEqual(['people', 'people@5', 'people@15']);
    const paths = tableOf(tables, 'now').outputs;
    for (const [position, until] of [20, 5, 15].entries()) {
      const ends = tableOf(run({ until, outcomes: ['people'] }).tables, 'now').outputs;
      for (let i = 0; i < 20; i += 1) expect(element(paths, i, position)).toBe(element(ends, i, 0));
    }
  });

  it('keeps failing rows, with their status and without values', () => {
    const runs = { ...draws, n: 40, ranges: 'broken' };
    const table = tableOf(run({ runs, until: 1000, outcomes: ['people'] }).tables, 'now');
    for (const [i, status] of table.status.entries()) {
      const stay = element(table.design.inputs, i, 0);
      expect(status).toBe(stay === 4 ? 'ok' : stay === 0 ? 'invalid' : 'diverged');
      expect(Number.isNaN(element(table.outputs, i, 0))).toBe(stay !== 4);
    }
  });

  it('draws the numbers of the design by itself; what is set is not drawn', () => {
    const inputs = settled(plan({})).inputs.flatMap(({ name, spread }) =>
      spread === undefined ? [] : [{ name, distribution: spread }],
    );
    const alone = drawDesign('lhs', { inputs, seed: 7 }, 20);
    expect(alone.ok && alone.value.inputs.data).toEqual(run({}).design.inputs.data);
    expect(run({ set: new Map([['stay', 3]]) }).design.names).toEqual(['rate']);
  });

  it('takes designs of any kind, and rows of a table by their keys', () => {
    const made = run({
      runs: {
        kind: 'made',
        seed: 1,
        ranges: '20pct',
        make: (experiment) => morrisTrajectories(experiment, 3),
      },
    });
    expect(made.design.kind).toBe('morris');
    const inputs = { rows: 2, columns: 1, data: Float64Array.of(2, 3) };
    const given = run({ runs: { kind: 'given', names: ['MEAN STAY'], keys: ['b', 'a'], inputs } });
    expect([given.design.runs, given.design.names]).toEqual([['b', 'a'], ['stay']]);
    const { outputs } = tableOf(given.tables, 'now');
    expect([element(outputs, 0, 0), element(outputs, 1, 0)].map((value) => value.toFixed(9))).toEqual([
      '10.000000000',
      '15.000000000',
    ]);
  });

  it('joins records by the run they say they are, in any order', () => {
    const whole = settled(plan({}));
    const first = settled(runEnsemble(whole));
    const runner = new ChunkRunner(whole.work);
    const { width } = runner.layout;
    const forward = new Float64Array(20 * width);
    settled(runner.run({ scenario: 0, first: 0, count: 20 }, forward));
    const cells = new Float64Array(20 * width);
    // The last record first.
    for (let i = 0; i < 20; i += 1)
      cells.set(forward.subarray((19 - i) * width, (20 - i) * width), i * width);
    const again = settled(ensembleTables(whole, [cells]));
    expect(tableOf(again.tables, 'now').outputs).toEqual(tableOf(first.tables, 'now').outputs);
    cells[1] = (cells[1] ?? 0) + 1;
    expect(ensembleTables(whole, [cells]).diagnostics.map(({ code }) => code)).toEqual(['ensemble-join']);
  });
});

describe('is refused', () => {
  it.each<readonly [string, Partial<EnsembleRequest>]>([
    ['unknown-ranges', { runs: { ...draws, ranges: '20pc' } }],
    ['unknown-scenario', { scenarios: ['later'] }],
    ['duplicate-id', { scenarios: ['now', 'now'] }],
    ['unknown-outcome', { outcomes: ['peopel'] }],
    ['duplicate-id', { outcomes: ['people', 'people'] }],
    ['report-time', { at: [5] }],
    ['report-time', { until: 10, at: [11] }],
    ['bad-design', { runs: { ...draws, design: 'sobol', n: 1000 } }],
    ['bad-design', { runs: { ...draws, n: 0 } }],
    ['bad-design', { runs: { ...draws, n: 2 ** 27 } }],
    ['set-twice', { set: new Map([['stay', 1]]), runs: givenStay() }],
    ['not-settable', { runs: { ...draws, ranges: [{ name: 'Double', distribution: draws1() }] } }],
    [
      'no-inputs',
      {
        set: new Map([
          ['stay', 1],
          ['rate', 2],
        ]),
      },
    ],
  ])('%s', (code, request) => {
    expect(codes(request)).toEqual([code]);
  });

  it('an outcome that goes on moving at rest, where it is asked for', () => {
    const clocked = tankWithClock();
    const asked = (outcomes: readonly string[]) =>
      planEnsemble(clocked, { runs: draws, until: 'equilibrium', outcomes });
    expect(asked(['clock']).diagnostics.map(({ code }) => code)).toEqual(['no-rest-value']);
    expect(settled(asked([])).columns.map(({ name }) => name)).toEqual(['people', 'twice', 'share']);
  });
});

function givenStay(): EnsembleRequest['runs'] {
  return {
    kind: 'given',
    names: ['stay'],
    keys: ['a'],
    inputs: { rows: 1, columns: 1, data: Float64Array.of(2) },
  };
}

function draws1() {
  return { kind: 'uniform', low: 0, high: 1 } as const;
}
