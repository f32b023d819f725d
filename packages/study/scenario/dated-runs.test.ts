import { describe, expect, it } from 'vitest';
import { compareScenarios } from '../execute/compare-scenarios.js';
import { prepareStudy } from '../execute/prepared-study.js';
import type { RunRequest } from '../execute/request.js';
import { runScenario } from '../execute/run-scenario.js';
import { runsCsv } from '../store/run-tables.js';
import { modelOf, settled, studyOf, TANK_MODEL, TANK_STUDY, tank } from '../testing/small-study.js';

const plain: RunRequest = { set: new Map(), until: 20, backend: 'javascript' };
const change = { name: 'rate', value: 9, at: 4, over: 8 };

/** Level of the tank after `time` from `start`, with arrivals `rate`: it goes to 4 rate with time constant 4. */
const level = (start: number, rate: number, time: number) =>
  4 * rate + (start - 4 * rate) * Math.exp(-time / 4);

function run(own: Partial<RunRequest>, prepared = tank()) {
  return settled(runScenario(prepared, { ...plain, method: 'rk4', dt: 1 / 16, ...own }));
}

const problem = (own: Partial<RunRequest>, prepared = tank()) =>
  runScenario(prepared, { ...plain, ...own }).diagnostics[0];

describe('a run with changes at dates', () => {
  it('says so in its document, its table and its id', () => {
    const document = run({ changes: [change] });
    expect(document.inputs).toEqual({});
    expect(document.changes).toEqual({ rate: [{ value: 9, at: 4, over: 8 }] });
    expect(runsCsv([document])).toContain('change.rate');
    expect(runsCsv([document])).toContain('9@4+8');
    expect(document.run_id).not.toBe(run({}).run_id);
    expect(document.run_id).not.toBe(run({ changes: [{ ...change, at: 5 }] }).run_id);
  });

  it('is without a trace where there are none', () => {
    expect(run({ changes: [] })).toEqual(run({}));
    expect(run({})).not.toHaveProperty('changes');
    expect(runsCsv([run({})])).not.toContain('change.');
  });

  it('begins with the value that is set', () => {
    const set = new Map([['rate', 1]]);
    const document = run({ set, changes: [{ name: 'rate', value: 9, at: 4, over: 0 }] });
    expect(document.outcomes.people).toBeCloseTo(level(level(10, 1, 4), 9, 16), 5);
  });

  it('takes names in any spelling', () => {
    const other = run({ changes: [{ ...change, name: 'ARRIVAL_RATE' }] });
    expect(other).toEqual(run({ changes: [change] }));
  });

  it('runs until equilibrium only after the last change', () => {
    const set = new Map([['inside', 20]]);
    expect(run({ set, until: 'equilibrium' }).stop.month).toBe(0);
    const document = run({
      set,
      until: 'equilibrium',
      changes: [{ name: 'rate', value: 9, at: 30, over: 10 }],
    });
    expect(document.stop.month).toBeGreaterThan(40);
    expect(document.outcomes.people).toBeCloseTo(36, 6);
  });

  it('is not ended by the published rule before it has watched what follows the change', () => {
    const prepared = tank();
    const request = { ...plain, until: 'published', set: new Map([['inside', 20]]) } as const;
    expect(settled(runScenario(prepared, request)).stop.month).toBe(5);
    const changes = [{ name: 'rate', value: 9, at: 20, over: 10 }];
    expect(settled(runScenario(prepared, { ...request, changes })).stop.month).toBeGreaterThanOrEqual(33);
  });

  it.each([
    [{ changes: [{ ...change, name: 'inside' }] }, 'not-datable'],
    [{ changes: [{ ...change, over: -1 }] }, 'not-datable'],
    [{ changes: [{ ...change, at: Number.NaN }] }, 'not-datable'],
    [{ changes: [{ ...change, name: 'Double' }] }, 'not-settable'],
    [{ changes: [{ ...change, value: Number.POSITIVE_INFINITY }] }, 'not-finite'],
    [{ changes: [{ ...change, name: 'rat' }] }, 'unknown-name'],
    [{ changes: [change, { ...change, at: 5 }] }, 'changes-overlap'],
    [{ changes: [change, { ...change }] }, 'changes-overlap'],
    [{ changes: [{ ...change, at: -1 }] }, 'date-outside-run'],
    [{ changes: [{ ...change, at: 20 }] }, 'date-outside-run'],
    [{ until: 'published', changes: [{ ...change, at: 100 }] }, 'date-outside-run'],
  ] as const)('refuses %j with %s', (own, code) => {
    expect(problem(own)).toMatchObject({ code, severity: 'error' });
  });

  it.each([
    [{ changes: [{ ...change, at: 4.1, over: 0 }] }, 'date-between-steps'],
    [{ changes: [{ ...change, at: 15 }] }, 'change-unfinished'],
  ] as const)('warns of %j with %s', (own, code) => {
    expect(problem(own)).toMatchObject({ code, severity: 'warning' });
  });

  it('refuses more changes than anybody can mean', () => {
    const changes = Array.from({ length: 101 }, (_, at) => ({
      name: 'rate',
      value: 1,
      at: at / 10,
      over: 0,
    }));
    expect(problem({ changes })).toMatchObject({ code: 'changes-overlap' });
  });
});

describe('a scenario that begins later', () => {
  it('is the baseline until then', () => {
    const document = run({ scenario: 'busy', begin: { at: 4, over: 0 } });
    expect(document.outcomes.people).toBeCloseTo(level(level(10, 5, 4), 10, 16), 5);
    expect(document.changes).toEqual({ rate: [{ value: 10, at: 4, over: 0 }] });
  });

  it('is the scenario where it begins with the run', () => {
    const begun = run({ scenario: 'busy', begin: { at: 0, over: 0 } });
    expect(begun.outcomes).toEqual(run({ scenario: 'busy' }).outcomes);
  });

  it('leaves the baseline as it is', () => {
    const document = run({ begin: { at: 4, over: 0 } });
    expect(document.run_id).toBe(run({}).run_id);
    expect(document.settings.begin).toBe('4');
  });

  it('gives way to what a person sets', () => {
    const document = run({ scenario: 'busy', begin: { at: 4, over: 0 }, set: new Map([['rate', 7]]) });
    expect(document.outcomes).toEqual(run({ set: new Map([['rate', 7]]) }).outcomes);
    expect(document).not.toHaveProperty('changes');
  });

  it('cannot set an initial value', () => {
    const study = TANK_STUDY.replace('      rate: 10', '      inside: 3');
    const found = problem({ scenario: 'busy', begin: { at: 4, over: 0 } }, tank(study));
    expect(found).toMatchObject({ code: 'not-datable', message: expect.stringContaining('People inside') });
  });

  it('is compared with a baseline of another program', async () => {
    const prepared = tank();
    const request = { ...plain, begin: { at: 4, over: 0 } };
    const comparison = settled(await compareScenarios(prepared, [], request));
    const [now, busy] = comparison.runs;
    expect(now?.run_id).toBe(settled(runScenario(prepared, plain)).run_id);
    expect(busy).toEqual(settled(runScenario(prepared, { ...request, scenario: 'busy' })));
  });
});

describe('dates in a study file', () => {
  const dated = (setting: string) => TANK_STUDY.replace('      rate: 10', `      rate: ${setting}`);

  it('are run as those that a person gives', () => {
    const written = run(
      { scenario: 'busy' },
      tank(dated('[1, { to: 9, at: 4, over: 8 }, { to: 2, at: 15 }]')),
    );
    const changes = [change, { name: 'rate', value: 2, at: 15, over: 0 }];
    const typed = run({ set: new Map([['rate', 1]]), changes });
    expect(written.run_id).toBe(typed.run_id);
    expect(written.outcomes).toEqual(typed.outcomes);
  });

  it.each([
    ['{ to: 9, at: 4, over: -1 }', 'study-value'],
    ['{ to: 9 }', 'study-missing'],
    ['{ to: 9, at: 4, ove: 1 }', 'study-key'],
    ['{ to: .inf, at: 4 }', 'study-value'],
    ['[]', 'study-value'],
    ['[{ to: 9, at: 4, over: 8 }, { to: 1, at: 5 }]', 'changes-overlap'],
  ])('refuse %s with %s', (setting, code) => {
    const text = dated(setting);
    const found = (() => {
      try {
        return prepareStudy(studyOf(text), modelOf()).diagnostics.map((one) => one.code);
      } catch (error) {
        return [String(error)];
      }
    })();
    expect(found.join()).toContain(code);
  });
});

describe('a start from equilibrium', () => {
  const from = 'equilibrium' as const;

  it('is the point of rest of the baseline, for every scenario', () => {
    expect(run({ from }).outcomes.people).toBeCloseTo(20, 9);
    expect(run({ from }).settings.from).toBe('equilibrium');
    const busy = run({ scenario: 'busy', from });
    expect(busy.outcomes.people).toBeCloseTo(level(20, 10, 20), 5);
    expect(busy.run_id).not.toBe(run({ scenario: 'busy' }).run_id);
  });

  it('leaves a stock that is set as it is set', () => {
    expect(run({ from, set: new Map([['inside', 3]]) }).outcomes.people).toBeCloseTo(level(3, 5, 20), 5);
  });

  it('leaves sums that only grow at their start, and holds time still', () => {
    const counted = TANK_MODEL.replace(
      '<flow name="Arrivals"><eqn>Arrival_rate</eqn>',
      '<stock name="Total"><eqn>7</eqn><inflow>Counted</inflow></stock><flow name="Counted"><eqn>Arrivals</eqn></flow><flow name="Arrivals"><eqn>Arrival_rate + 0 * TIME</eqn>',
    );
    const document = run({ from, until: 1 }, tank(TANK_STUDY, counted));
    expect(document.stocks.Total).toBeCloseTo(12, 6);
    expect(document.outcomes.people).toBeCloseTo(20, 9);
  });

  it('is refused where there is no point of rest', () => {
    const growing = TANK_MODEL.replace('People_inside / Mean_stay', 'People_inside * -0.1');
    expect(problem({ from }, tank(TANK_STUDY, growing))).toMatchObject({
      code: 'no-starting-point',
      hint: 'Start from the values of the model file.',
    });
    const random = TANK_MODEL.replace('<eqn>Arrival_rate</eqn>', '<eqn>RANDOM(0, 1)</eqn>');
    expect(problem({ from }, tank(TANK_STUDY, random))?.code).toBe('equilibrium-random');
  });
});
