import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { modelOf, settled, TANK_MODEL, TANK_STUDY, tank } from '../testing/small-study.js';
import { prepareStudy } from './prepared-study.js';
import type { RunRequest } from './request.js';
import { runScenario } from './run-scenario.js';

const request = (changes: Partial<RunRequest> = {}): RunRequest => ({
  set: new Map(),
  until: 20,
  backend: 'javascript',
  ...changes,
});
const run = (changes: Partial<RunRequest> = {}) => settled(runScenario(tank(), request(changes)));
const problems = (changes: Partial<RunRequest>) => runScenario(tank(), request(changes)).diagnostics;

describe('runScenario', () => {
  it('runs until a time with the method and step of the file', () => {
    const document = run();
    // Euler: the distance from 20 shrinks by 1 - 0.25/4 each step.
    const expected = 20 - 10 * (1 - 0.25 / 4) ** 80;
    expect(document.outcomes.people).toBeCloseTo(expected, 11);
    expect(document).toMatchObject({
      weir: '0.1.0',
      model: 'tank',
      scenario: 'now',
      corrections: [],
      settings: { method: 'euler', dt: 0.25, until: 20, backend: 'javascript' },
      inputs: {},
      stop: { month: 20, reason: 'end time' },
    });
    expect(Object.keys(document.outcomes)).toEqual(['people', 'twice', 'share']);
    expect(document.stocks).toEqual({ inside: document.outcomes.people });
    expect(document.series).toBeUndefined();
  });

  it('runs until equilibrium with Runge-Kutta 4', () => {
    const document = run({ until: 'equilibrium', scenario: 'busy' });
    expect(document.settings).toMatchObject({ method: 'rk4', dt: 1 / 16, until: 'equilibrium' });
    expect(document.stop.reason).toBe('equilibrium');
    expect(Math.abs((document.outcomes.people ?? 0) - 40)).toBeLessThan(40 * 4e-10);
    expect(document.inputs).toEqual({ rate: 10 });
  });

  it('runs until the published rule with the rule’s method and step', () => {
    const document = run({ until: 'published' });
    expect(document.settings).toMatchObject({ method: 'euler', dt: 0.25 });
    expect(document.stop.reason).toBe('published rule');
    expect(document.stop.month % 5).toBe(0);
  });

  it('lets method and step of the request win', () => {
    expect(run({ until: 'published', method: 'rk4', dt: 0.5 }).settings).toMatchObject({
      method: 'rk4',
      dt: 0.5,
    });
  });

  it('sets parameters and initial values under any name, over the scenario’s', () => {
    const set = new Map([
      ['arrival rate', 0],
      ['INSIDE', 80],
    ]);
    const document = run({ scenario: 'busy', set });
    expect(document.inputs).toEqual({ rate: 0, inside: 80 });
    expect(document.outcomes.people).toBeCloseTo(80 * (1 - 0.25 / 4) ** 80, 11);
  });

  it('gives the same run the same id, whatever it is called', () => {
    expect(run({ scenario: 'busy' }).run_id).toBe(run({ set: new Map([['rate', 10]]) }).run_id);
    expect(run().run_id).not.toBe(run({ scenario: 'busy' }).run_id);
  });

  it('keeps the id when only words of the model change, and changes it with an equation', () => {
    const id = (model: string) => settled(runScenario(tank(TANK_STUDY, model), request())).run_id;
    expect(id(TANK_MODEL.replace('<name>Tank</name>', '<name>Tub</name>'))).toBe(id(TANK_MODEL));
    expect(id(TANK_MODEL.replace('inside * 2', 'inside * 3'))).not.toBe(id(TANK_MODEL));
  });

  it('saves rows, beginning and end included', () => {
    const series = run({ saveEvery: 5 }).series;
    expect(Object.keys(series ?? {})).toEqual(['month', 'people', 'twice', 'share']);
    expect(series?.month).toEqual([0, 5, 10, 15, 20]);
    expect(series?.people?.[0]).toBe(10);
    expect(series?.twice?.[4]).toBe(run().outcomes.twice);
  });

  it('gives the same with the interpreter', () => {
    const { outcomes } = run({ backend: 'interpreter', until: 'published' });
    expect(outcomes).toEqual(run({ until: 'published' }).outcomes);
  });

  it('agrees with a second run of two interleaved studies', () => {
    const first = tank();
    const second = tank();
    const a = settled(runScenario(first, request()));
    settled(runScenario(second, request({ scenario: 'busy' })));
    expect(settled(runScenario(first, request()))).toEqual(a);
  });

  it.each([
    [{ scenario: 'bussy' }, 'unknown-scenario', /Did you mean `busy`\? The scenarios are now, busy\./],
    [{ set: new Map([['rat', 1]]) }, 'unknown-name', /`rate`/],
    [{ set: new Map([['Double', 1]]) }, 'not-settable', /constants/],
    [{ set: new Map([['rate', Number.NaN]]) }, 'not-finite', /number/],
    [
      {
        set: new Map([
          ['rate', 1],
          ['Arrival rate', 2],
        ]),
      },
      'set-twice',
      /once/,
    ],
    [{ dt: 0 }, 'run-time-step', /./],
    [{ until: -1 }, 'run-span', /./],
    [{ saveEvery: 0 }, 'run-save-interval', /./],
  ] as const)('refuses %j with %s', (changes, code, hint) => {
    const [problem] = problems(changes);
    expect(problem).toMatchObject({ code, severity: 'error' });
    expect(`${problem?.hint} ${problem?.message}`).toMatch(hint);
  });

  it('says where a run broke off and what to try', () => {
    const [problem] = problems({ set: new Map([['stay', 0]]) });
    expect(problem).toMatchObject({
      code: 'run-failed',
      variable: 'Departures',
      hint: expect.stringContaining('smaller step'),
    });
    expect(problem?.message).toMatch(/Departures/);
  });

  it('says when there is no equilibrium', () => {
    const [problem] = problems({ until: 'equilibrium', set: new Map([['stay', 1e9]]) });
    expect(problem).toMatchObject({
      code: 'not-converged',
      severity: 'error',
      message: 'In `now`, no equilibrium was reached by month 10000.',
    });
  });

  it('warns where the published rule did not end the run', () => {
    const outcome = runScenario(tank(), request({ until: 'published', set: new Map([['stay', 1e9]]) }));
    expect(settled(outcome).stop).toEqual({ month: 100, reason: 'cap' });
    expect(outcome.diagnostics[0]).toMatchObject({ code: 'not-converged', severity: 'warning' });
  });

  it('runs a model without a study', () => {
    const bare = settled(prepareStudy(undefined, modelOf()));
    const document = settled(runScenario(bare, request({ until: bare.defaultUntil })));
    expect(document).toMatchObject({ model: 'tank', scenario: 'base', stop: { month: 20 } });
    const all = [
      'people_inside',
      ...[...bare.model.variables.values()].filter(({ kind }) => kind !== 'stock').map(({ key }) => key),
    ];
    expect(Object.keys(document.outcomes).sort()).toEqual(all.sort());
    expect(document.outcomes.people_inside).toBe(run().outcomes.people);
    expect(document.stocks).toEqual({ 'People inside': run().outcomes.people });
    const [problem] = runScenario(bare, request({ until: 'published' })).diagnostics;
    expect(problem).toMatchObject({ code: 'no-published-rule', message: 'Tank has no published stop rule.' });
  });

  it.each(['rk2', 'rk4', 'rk45', 'gear'] as const)('takes the method of the file: %s', (method) => {
    const other = tank(TANK_STUDY, TANK_MODEL.replace('method="Euler"', `method="${method}, euler"`));
    expect(settled(runScenario(other, request())).settings.method).toBe(method);
    expect(settled(runScenario(other, request({ method: 'euler' }))).settings.method).toBe('euler');
  });

  it('gives a seed only to models that draw random numbers, and the seed decides the run', () => {
    expect(settled(runScenario(tank(), request({ seed: 5 }))).settings.seed).toBeUndefined();
    const noisy = tank(TANK_STUDY, TANK_MODEL.replace(/(<flow name="[^"]*">\s*<eqn>)/, '$1RANDOM(0, 1) + '));
    const run = (seed?: number) => settled(runScenario(noisy, request(seed === undefined ? {} : { seed })));
    expect(run().settings.seed).toBe(1234);
    expect(run(1234)).toEqual(run());
    expect(run(5).outcomes).not.toEqual(run().outcomes);
    expect(run(5).run_id).not.toBe(run().run_id);
  });

  it('leaves out what is infinite by its equation, and says so', () => {
    const text = TANK_MODEL.replace('</variables>', '<aux name="No limit"><eqn>INF</eqn></aux></variables>');
    const bare = settled(prepareStudy(undefined, modelOf(text)));
    const outcome = runScenario(bare, request({ until: bare.defaultUntil }));
    expect(settled(outcome).outcomes).not.toHaveProperty('no_limit');
    expect(outcome.diagnostics).toMatchObject([{ code: 'infinite-outcome', severity: 'warning' }]);
  });

  it('never returns what is not a number', () => {
    const prepared = tank();
    fc.assert(
      fc.property(fc.double(), fc.double(), (rate, stay) => {
        const set = new Map([
          ['rate', rate],
          ['stay', stay],
        ]);
        const outcome = runScenario(prepared, request({ set }));
        if (outcome.ok) expect(Object.values(outcome.value.outcomes).every(Number.isFinite)).toBe(true);
        else expect(outcome.diagnostics.length).toBeGreaterThan(0);
      }),
    );
  });
});
