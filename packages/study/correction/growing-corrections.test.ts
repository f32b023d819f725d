import { type Outcome, sourceText } from '@weir/model';
import { describe, expect, it } from 'vitest';
import { prepareStudy } from '../execute/prepared-study.js';
import { runScenario } from '../execute/run-scenario.js';
import { modelOf, settled, studyOf } from '../testing/small-study.js';
import { correctStudy } from './correct-study.js';
import { readCorrections } from './read-corrections.js';

const read = (text: string) => readCorrections(sourceText('corrections.yaml', text));
const model = modelOf();
const study = studyOf();

/** What is said, with the text that the place points at. */
function said(text: string, outcome: Outcome<unknown>) {
  const lines = text.split('\n');
  return outcome.diagnostics.map(({ code, severity, message, place, hint }) => ({
    code,
    severity,
    message,
    hint,
    file: place?.file,
    at: place && lines[place.line - 1]?.slice(place.column - 1, place.column - 1 + place.length),
  }));
}

describe('corrections that add to a model', () => {
  const GROWTH = `corrections:
  G1:
    title: Slower departures
    what: The mean stay limits departures.
    why: A test.
    evidence: here
    status: proved
    changes:
      - { variable: Departures, expected: People_inside / Mean_stay, equation: People_inside / (2 * Mean_stay) }
    tests: [this one]
  G2:
    title: A place to wait
    what: People wait before they enter, and some of those inside are followed.
    why: A test.
    evidence: here
    status: proved
    changes:
      - { variable: Arrivals, expected: Arrival_rate, equation: People_waiting / Mean_wait }
      - { variable: Departures, expected: People_inside / (2 * Mean_stay), equation: People_inside / (3 * Mean_stay) }
    new:
      - { kind: flow, name: Coming to wait, equation: Arrival_rate, units: person/month, documentation: x, to: People waiting }
      - { kind: flow, name: Going away, equation: People_waiting / Mean_wait, units: person/month, documentation: x, from: People waiting }
      - { kind: stock, name: People waiting, equation: 3, units: person, documentation: Before they enter. }
      - { name: Mean wait, equation: 2, units: month, documentation: x }
      - { kind: flow, name: Turned away, equation: People_inside * 0 / Mean_wait, units: person/month, documentation: x, from: People inside }
    remove: [Double]
    builds_on: [G1]
    tests: [this one]
  G3:
    title: Fitted
    what: Arrivals fit.
    why: A test.
    evidence: here
    status: inferred
    calibrate: { constant: rate, outcome: people, target: 33 }
    tests: [this one]
  G4:
    title: At rest
    what: Starts at rest.
    why: A test.
    evidence: here
    status: proved
    start_at_rest: true
    tests: [this one]
  G5:
    title: Fitted to itself
    what: Nothing but a name.
    why: A test.
    evidence: here
    status: inferred
    calibrate: { constant: rate, outcome: people, target: published }
    tests: [this one]
`;
  const withoutDouble = { ...study, outcomes: study.outcomes.filter(({ id }) => id !== 'twice') };
  const growing = (text = GROWTH) =>
    settled(prepareStudy(withoutDouble, model, { offered: settled(read(text)), inForce: [] }));
  const withChange = (from: string, to: string) => {
    if (!GROWTH.includes(from)) throw new Error(`no ${from}`);
    return GROWTH.replace(from, to);
  };

  it('join flows to new and old stocks, and take out what is not used', () => {
    const { model: grown, corrections } = settled(correctStudy(growing(), ['G2']));
    expect(corrections).toEqual(['G1', 'G2']);
    const stock = (name: string) => {
      const found = [...grown.variables.values()].find((variable) => variable.name === name);
      if (found?.kind !== 'stock') throw new Error(`no stock ${name}`);
      return [found.inflows, found.outflows].map((flows) => flows.map(({ written }) => written));
    };
    expect(stock('People waiting')).toEqual([['Coming_to_wait'], ['Going_away']]);
    expect(stock('People inside')).toEqual([['Arrivals'], ['Departures', 'Turned_away']]);
    expect(grown.variables.size).toBe(model.variables.size + 5 - 1);
    // The study is the same, but for words that were written of the model as read.
    const { study: own } = settled(correctStudy(growing(), ['G2']));
    expect(own.limits.strip).toBe(`Of the model as published: ${study.limits.strip}`);
    expect(own.limits.points).toEqual(study.limits.points);
  });

  it('build on earlier ones: the last equation counts', () => {
    const rest = (...asked: readonly string[]) => {
      const corrected = settled(correctStudy(growing(), asked));
      const request = {
        set: new Map<string, number>(),
        until: 'equilibrium',
        backend: 'javascript',
      } as const;
      return settled(runScenario(corrected, request)).outcomes.people;
    };
    expect(rest()).toBeCloseTo(20, 6);
    expect(rest('G1')).toBeCloseTo(40, 6);
    expect(rest('G2')).toBeCloseTo(60, 6);
    expect(rest('G1', 'G2')).toBeCloseTo(60, 6);
  });

  it('solve for a constant, and start at the rest of all that', () => {
    const corrected = settled(correctStudy(growing(), ['G1', 'G3', 'G4']));
    const number = (name: string) => {
      const found = [...corrected.model.variables.values()].find((variable) => variable.name === name);
      return found?.kind !== 'graphical' && found?.equation.kind === 'number'
        ? found.equation.value
        : undefined;
    };
    // People inside at rest are arrivals times twice the mean stay of 4.
    expect(number('Arrival rate')).toBeCloseTo(33 / 8, 12);
    expect(number('People inside')).toBeCloseTo(33, 10);
    expect(corrected.defaultUntil).toBe('equilibrium');
    expect(settled(correctStudy(growing(), ['G1', 'G3'])).defaultUntil).toBe('published');
    const itself = settled(correctStudy(growing(), ['G1', 'G5']));
    const rate = [...itself.model.variables.values()].find(({ name }) => name === 'Arrival rate');
    // As many people inside as in the model as read, who stay half as long there.
    expect(rate?.kind === 'auxiliary' && rate.equation.kind === 'number' && rate.equation.value).toBeCloseTo(
      2.5,
      12,
    );
  });

  it.each([
    ['to: People waiting', 'to: Mean stay', 'G2', 'correction-equation', /Mean stay/],
    ['to: People waiting', 'to: Peple waiting', 'G2', 'unknown-name', /Peple waiting/],
    ['remove: [Double]', 'remove: [Arrivals]', 'G2', 'correction-equation', /Arrivals/],
    ['remove: [Double]', 'remove: [Doubel]', 'G2', 'unknown-name', /Doubel/],
    ['remove: [Double]', 'remove: [Departures]', 'G2', 'correction-equation', /Departures/],
    ['name: Mean wait', 'name: Coming to wait', 'G2', 'correction-conflict', /Coming to wait/],
    ['units: month, documentation', 'units: person, documentation', 'G2', 'unit-equation', /./],
    ['constant: rate', 'constant: rote', 'G3', 'unknown-name', /rote/],
    ['constant: rate', 'constant: inside', 'G3', 'correction-equation', /inside/],
    ['outcome: people, target: 33', 'outcome: peple, target: 33', 'G3', 'unknown-outcome', /peple/],
  ])('refuse %j written as %j in %s', (from, to, id, code, at) => {
    const text = withChange(from, to);
    const [problem] = said(text, correctStudy(growing(text), [id]));
    expect(problem).toMatchObject({ severity: 'error', file: 'corrections.yaml' });
    expect(problem?.code).toBe(code);
    expect(problem?.at).toMatch(at);
    expect(problem?.hint ?? '').not.toBe('');
  });

  it('cannot fit what a constant does not move', () => {
    const from =
      '{ variable: Departures, expected: People_inside / Mean_stay, equation: People_inside / (2 * Mean_stay) }';
    const to = '{ variable: Arrivals, expected: Arrival_rate, equation: 5 + 0 * Arrival_rate }';
    const text = withChange(from, to);
    expect(said(text, correctStudy(growing(text), ['G1', 'G3'])).at(-1)).toMatchObject({
      code: 'correction-unsolved',
      at: '33',
    });
  });

  it('cannot start at rest where there is none', () => {
    const text = withChange('People_inside / (2 * Mean_stay)', '0 * People_inside / Mean_stay');
    expect(said(text, correctStudy(growing(text), ['G1', 'G4'])).at(-1)).toMatchObject({
      code: 'correction-unsolved',
      at: 'true',
    });
  });

  it.each([
    ['builds_on: [G1]', 'builds_on: [G3]', 'study-value', /order of the file/],
    ['builds_on: [G1]', 'builds_on: [G9]', 'unknown-correction', /G1/],
    [', to: People waiting }', ' }', 'study-value', /`from`/],
    ['{ name: Mean wait', '{ to: People waiting, name: Mean wait', 'study-value', /`from`/],
    ['start_at_rest: true', 'start_at_rest: false', 'study-value', /`changes`/],
    ['target: published', 'target: -1', 'study-value', /^$/],
  ])('have a form: not %j written as %j', (from, to, code, hint) => {
    const found = said(withChange(from, to), read(withChange(from, to)));
    const problem = found.find((one) => one.code === code);
    expect(problem).toMatchObject({ severity: 'error', file: 'corrections.yaml' });
    expect(problem?.hint ?? '').toMatch(hint);
  });

  it('have a published model only where two do not both solve for a constant', () => {
    expect(correctStudy(growing(), ['G3', 'G5']).diagnostics[0]).toMatchObject({
      code: 'correction-conflict',
    });
  });
});
