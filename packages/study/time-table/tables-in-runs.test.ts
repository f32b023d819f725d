import { sourceText } from '@weir/model';
import { describe, expect, it } from 'vitest';
import { compareScenarios } from '../execute/compare-scenarios.js';
import { prepareStudy } from '../execute/prepared-study.js';
import type { RunRequest } from '../execute/request.js';
import { runScenario } from '../execute/run-scenario.js';
import { modelOf, settled, studyOf, TANK_MODEL, TANK_STUDY, tank } from '../testing/small-study.js';

/** The tank, with arrivals that follow a graphical function of time: 5 throughout. */
const MODEL = TANK_MODEL.replace('<eqn>Arrival_rate</eqn>', '<eqn>Arrival_series(TIME)</eqn>').replace(
  '<aux name="Double">',
  `<gf name="Arrival series"><xscale min="0" max="20"/><ypts>5,5</ypts></gf>
   <gf name="Effect"><xscale min="0" max="100"/><ypts>0,1</ypts></gf>
   <aux name="Own series"><eqn>TIME</eqn><gf><xscale min="0" max="20"/><ypts>0,1</ypts></gf></aux>
   <aux name="Crowding"><eqn>Effect(People_inside)</eqn></aux><aux name="Double">`,
);
const DATA = 'month,arrivals\n0,5\n4,5\n12,9\n20,9\n';
const source = sourceText('data.csv', DATA);
const OWN = { source, column: 'arrivals' };
const STUDY = TANK_STUDY.replace('  rate: Arrival rate', '  coming: Arrival series');
const WITH_TABLE = STUDY.replace(
  '    set:\n      rate: 10',
  '    tables:\n      coming: { file: data.csv, column: arrivals }',
);
const WITHOUT = STUDY.replace('      rate: 10', '      stay: 4');

const prepared = tank(WITHOUT, MODEL);
const plain: RunRequest = { set: new Map(), until: 20, method: 'rk4', dt: 1 / 16, backend: 'javascript' };
const run = (own: Partial<RunRequest>, of = prepared) => settled(runScenario(of, { ...plain, ...own }));
const problems = (own: Partial<RunRequest>) => runScenario(prepared, { ...plain, ...own }).diagnostics;

describe('a series from a data file', () => {
  it('is what a dated change of the same course is', () => {
    const tables = new Map([['Arrival series', OWN]]);
    const dated = run({ changes: [{ name: 'rate', value: 9, at: 4, over: 8 }] }, tank());
    const document = run({ tables });
    expect(document.outcomes.people).toBeCloseTo(dated.outcomes.people ?? Number.NaN, 9);
    expect(document.tables).toEqual({ 'Arrival series': { file: 'data.csv', column: 'arrivals' } });
    expect(document.run_id).not.toBe(run({}).run_id);
  });

  it('makes another run for other values only', () => {
    const tables = new Map([['coming', { source: sourceText('b.csv', 'time,x\n0,5\n20,5\n') }]]);
    expect(run({ tables }).outcomes).toEqual(run({}).outcomes);
    const same = new Map([['COMING', { source: sourceText('c.csv', '# a note\ntime,x\n0,5\n20,5\n') }]]);
    expect(run({ tables: same }).run_id).toBe(run({ tables }).run_id);
  });

  it('leaves the study and its model as they were', () => {
    const before = run({});
    run({ tables: new Map([['coming', OWN]]) });
    expect(run({})).toEqual(before);
  });

  it('can be given to a variable that is a graphical function of time itself', () => {
    const text = 'month,value\n0,0\n20,2\n';
    const tables = new Map([['own series', { source: sourceText('own.csv', text), column: 'value' }]]);
    expect(run({ tables }).tables).toHaveProperty('Own series');
  });

  it('gives the same in a batch of scenarios as alone, and in the interpreter', async () => {
    const request = { ...plain, tables: new Map([['coming', OWN]]) };
    const comparison = settled(await compareScenarios(prepared, [], request));
    expect(comparison.runs[0]).toEqual(settled(runScenario(prepared, request)));
    expect(run({ ...request, backend: 'interpreter' }).outcomes).toEqual(run(request).outcomes);
  });

  it('stands where time stands at a start from equilibrium', () => {
    const tables = new Map([['coming', { source: sourceText('d.csv', 'month,a\n0,3\n20,8\n') }]]);
    expect(run({ tables, from: 'equilibrium', until: 0.0625, dt: 0.0625 }).outcomes.people).toBeCloseTo(
      12,
      2,
    );
  });

  it.each([
    ['Arrivals', DATA, 'not-a-table'],
    ['Effect', DATA, 'not-a-table'],
    ['Arival series', DATA, 'unknown-name'],
    ['coming', 'month,a\n1,3\n20,8\n', 'table-range'],
    ['coming', 'month,a\n0,3\n19,8\n', 'table-range'],
    ['coming', 'month,a\n0,3\n19,\n', 'table-value'],
  ])('is refused for %s from %j with %s', (name, text, code) => {
    const found = problems({ tables: new Map([[name, { source: sourceText('bad.csv', text) }]]) });
    expect(found).toMatchObject([{ code, severity: 'error' }]);
  });

  it('says where it does not cover the run', () => {
    const text = 'month,a\n2,3\n19,8\n';
    const found = problems({ tables: new Map([['coming', { source: sourceText('bad.csv', text) }]]) });
    expect(found).toMatchObject([
      { place: { line: 2 }, hint: 'Add a row for 0.' },
      { place: { line: 3 }, hint: 'Add a row for 20, or run until 19.' },
    ]);
  });

  it('is refused twice for one variable', () => {
    const tables = new Map([
      ['coming', OWN],
      ['Arrival series', OWN],
    ]);
    expect(problems({ tables })).toMatchObject([{ code: 'set-twice' }]);
  });
});

describe('a series in a study file', () => {
  const study = { ...studyOf(WITH_TABLE), dataFiles: new Map([['data.csv', source]]) };

  it('belongs to its scenario', () => {
    const own = settled(prepareStudy(study, modelOf(MODEL)));
    expect(run({ scenario: 'busy' }, own).outcomes).toEqual(
      run({ tables: new Map([['coming', OWN]]) }).outcomes,
    );
    expect(run({}, own)).not.toHaveProperty('tables');
  });

  it('gives way to what a person gives', () => {
    const own = settled(prepareStudy(study, modelOf(MODEL)));
    const tables = new Map([['Arrival series', { source: sourceText('b.csv', 'time,x\n0,5\n20,5\n') }]]);
    expect(run({ scenario: 'busy', tables }, own).outcomes).toEqual(run({}).outcomes);
  });

  it('must be there and be a series', () => {
    const lacking = prepareStudy(studyOf(WITH_TABLE), modelOf(MODEL));
    expect(lacking.diagnostics).toMatchObject([{ code: 'table-missing', place: { file: 'study.yaml' } }]);
    const broken = {
      ...study,
      dataFiles: new Map([['data.csv', sourceText('data.csv', 'month,arrivals\n0,x\n')]]),
    };
    expect(prepareStudy(broken, modelOf(MODEL)).diagnostics[0]).toMatchObject({
      code: 'table-value',
      place: { file: 'data.csv', line: 2 },
    });
  });
});
