import { describe, expect, it } from 'vitest';
import { prepareStudy } from '../execute/prepared-study.js';
import { modelOf, studyOf, TANK_STUDY, tank } from '../testing/small-study.js';

function problems(from: string, to: string) {
  if (!TANK_STUDY.includes(from)) throw new Error(`no ${from}`);
  const outcome = prepareStudy(studyOf(TANK_STUDY.replace(from, to)), modelOf());
  return outcome.diagnostics.map(({ code, message, place, hint }) => ({
    code,
    message,
    line: place?.line,
    hint,
  }));
}

describe('bindStudy', () => {
  it('finds outcomes, scenarios and stop rules', () => {
    const { bound } = tank();
    expect(bound.outcomes.map(({ variable }) => variable.name)).toEqual([
      'People inside',
      'Double',
      'Share of ten',
    ]);
    expect(bound.baseline.definition.id).toBe('now');
    expect(bound.scenarios.get('busy')?.inputs.map(({ variable, value }) => [variable.name, value])).toEqual([
      ['Arrival rate', 10],
    ]);
    expect(bound.stopRules.get('published')?.rule.watch).toEqual([bound.outcomes[2]?.variable.slot]);
  });

  it('names the nearest variable for a short name of none', () => {
    expect(problems('rate: Arrival rate', 'rate: Arival rate')[0]).toEqual({
      code: 'unknown-name',
      message: '`rate` stands for `Arival rate`, which is not a variable of the model.',
      line: 8,
      hint: 'Did you mean `Arrival rate`?',
    });
  });

  it('refuses an outcome of no variable', () => {
    const [problem] = problems('variable: Double', 'variable: Dobule');
    expect(problem).toMatchObject({ code: 'unknown-name', line: 18, hint: 'Did you mean `Double`?' });
  });

  it('refuses a unit that is not the variable’s', () => {
    expect(problems('kind: people\n    headline', 'kind: people\n    alias: x\n    headline')).toEqual([]);
    const [problem] = problems('unit: person', 'unit: person/month');
    expect(problem).toEqual({
      code: 'unit-disagrees',
      message: 'The outcome `people` is in `person/month`, but `People inside` is in `person`.',
      line: 14,
      hint: 'Use the unit of the model file.',
    });
    expect(problems('unit: person', 'unit: (person')[0]).toMatchObject({ code: 'outcome-unit', line: 14 });
  });

  it('refuses parameters that are not there, or are computed', () => {
    expect(problems('rate: 10', 'raet: 10')[0]).toMatchObject({
      code: 'unknown-name',
      line: 36,
      hint: expect.stringContaining('`rate`'),
    });
    expect(problems('rate: 10', 'Double: 10')[0]).toMatchObject({ code: 'not-settable', line: 36 });
    expect(problems('rate: 10', 'Departures: 10')[0]).toMatchObject({ code: 'not-settable', line: 36 });
  });

  it('lets a scenario set the initial value of a stock', () => {
    expect(problems('rate: 10', 'inside: 0')).toEqual([]);
  });

  it('refuses a parameter set under two names', () => {
    expect(problems('rate: 10', 'rate: 10\n      Arrival rate: 11')[0]).toMatchObject({
      code: 'duplicate-id',
      line: 37,
    });
  });

  it('refuses a rule that watches no outcome', () => {
    expect(problems('watch: [share]', 'watch: [shaer]')[0]).toMatchObject({
      code: 'unknown-outcome',
      line: 42,
      hint: 'Did you mean `share`?',
    });
  });

  it('wants exactly one baseline', () => {
    expect(problems('    baseline: true\n', '')[0]).toMatchObject({ code: 'baseline-count' });
    expect(problems('    summary: Twice', '    baseline: true\n    summary: Twice')[0]).toMatchObject({
      code: 'baseline-count',
      message: 'A study has exactly one baseline scenario; this one has 2.',
    });
  });

  it('refuses two short names that are one, for two variables', () => {
    expect(problems('  stay: Mean stay', '  Rate: Mean stay')[0]).toMatchObject({
      code: 'ambiguous-name',
      line: 9,
    });
  });

  it('refuses a short name that is the name of another variable', () => {
    expect(problems('  stay: Mean stay', '  Double: Mean stay')[0]).toMatchObject({
      code: 'ambiguous-name',
      line: 9,
      message: '`Double` stands for `Mean stay`, but another variable of the model has that name.',
    });
  });

  it('refuses published figures of no outcome or scenario', () => {
    const row = '{label: x, outcome: nobody, scenario: never, unit: person, printed: "1"}';
    const added = `published:\n  one:\n    title: t\n    source: s\n    rows:\n      - ${row}\nlimits:`;
    expect(problems('limits:', added).map(({ code, line }) => [code, line])).toEqual([
      ['unknown-outcome', 54],
      ['unknown-scenario', 54],
    ]);
  });

  it('refuses ids that stand twice in a study made by hand', () => {
    const study = studyOf();
    const twice = { ...study, outcomes: [...study.outcomes, ...study.outcomes.slice(0, 1)] };
    expect(prepareStudy(twice, modelOf()).diagnostics[0]).toMatchObject({ code: 'duplicate-id' });
  });
});
