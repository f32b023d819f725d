import { fileURLToPath } from 'node:url';
import { type Outcome, printExpression, sourceText } from '@weir/model';
import {
  applyCorrections,
  type ConfidenceResult,
  correctStudy,
  defectsOf,
  failsAtDefects,
  prepareStudy,
  readCorrections,
  runConfidenceTests,
} from '@weir/study';
import { openStudy } from '@weir/study/node';
import { describe, expect, it } from 'vitest';

const opened = openStudy(fileURLToPath(new URL('.', import.meta.url)));
if (!opened.ok) throw new Error(JSON.stringify(opened.diagnostics, null, 2));
const prepared = opened.value;
const corrected = correctStudy(prepared, ['recommended']);
if (!corrected.ok) throw new Error(JSON.stringify(corrected.diagnostics, null, 2));

const published = runConfidenceTests(prepared);
const byId = (results: readonly ConfidenceResult[], id: string) => results.find((one) => one.id === id);
const failingAt = (id: string) =>
  byId(published, id)
    ?.places.filter(({ fails }) => fails)
    .map(({ variable }) => variable);

describe('weir check of the published model', () => {
  // What each test finds follows from structure and runs; only then is it held against the documentation.
  it.each([
    ['own-whole', 'D2', ['Adult long term free share', 'Youth long term free share']],
    ['flow-direction', 'D13', ['Refill of vulnerable adults']],
    [
      'added-shares',
      'D14',
      [
        'Adults vulnerable after emergency services',
        'Young people vulnerable after emergency services',
        'Vulnerable adult population',
        'Vulnerable youth population',
      ],
    ],
    ['unit-scale', 'D15', ['Traffickers starting per revenue']],
    ['status-memory', 'A1', ['Record share of adults out', 'Record share of young people out']],
  ])('%s finds %s by itself', (id, defect, variables) => {
    const result = byId(published, id);
    expect(result?.outcome).toBe('failed');
    expect(failingAt(id)).toEqual(variables);
    expect(result && defectsOf(result)).toContain(defect);
    expect(result && failsAtDefects(result)).toBe(true);
  });

  it('extreme-conditions finds the recoveries below zero of D14', () => {
    const places = byId(published, 'extreme-conditions')?.places.filter(({ fails }) => fails) ?? [];
    expect(places.map(({ variable }) => variable)).toContain('Adults recovered after emergency services');
    // -585 recoveries a month, as computed apart from this model.
    expect(places[0]?.message).toMatch(
      /-584\.7 person\/month at rest with `Adult vulnerability after services` at 1/,
    );
  });

  it('unit-scale gives the number of people trafficked with money in cents that was computed apart', () => {
    expect(
      byId(published, 'unit-scale')
        ?.places.map(({ message }) => message)
        .join('\n'),
    ).toMatch(/`all people trafficked for sex` would be 123200 instead of 9916/);
  });

  it('status-memory gives the shares of people with a record who leave and who return', () => {
    expect(byId(published, 'status-memory')?.places[0]?.message).toMatch(/^21\.52 % .* 39\.78 %/);
  });

  it('finds nothing else', () => {
    expect(
      published.filter((one) => one.outcome === 'failed' && !failsAtDefects(one)).map(({ id }) => id),
    ).toEqual([]);
  });
});

describe('weir check of the corrected model', () => {
  it('is clean', () => {
    const failed = runConfidenceTests(corrected.value).filter(({ outcome }) => outcome === 'failed');
    expect(failed.map(({ id, places }) => [id, places.filter(({ fails }) => fails)])).toEqual([]);
  });

  it.each([
    ['D2', 'own-whole'],
    ['A1', 'status-memory'],
  ])('%s alone mends what %s finds', (correction, id) => {
    const one = correctStudy(prepared, [correction]);
    if (!one.ok) throw new Error(JSON.stringify(one.diagnostics, null, 2));
    expect(runConfidenceTests(one.value, { only: [id] })[0]?.outcome).toBe('passed');
  });
});

/** What a statement expects, turned round. */
const OPPOSITE = {
  lower: 'higher',
  higher: 'lower',
  zero: 'at least',
  'at most': 'at least',
  'at least': 'at most',
  'about the same': 'higher',
} as const;

describe('the Reality Checks', () => {
  const checks = prepared.study.realityChecks;

  it('are at least 25, each with the sentence or reasoning it stands for', () => {
    expect(checks.length).toBeGreaterThanOrEqual(25);
    for (const { because, source } of checks) expect(because.length * source.length).toBeGreaterThan(0);
  });

  it('can all fail: turned round, none holds', () => {
    const turned = checks.map((check) => {
      const direction = OPPOSITE[check.expect.direction];
      const limit = check.expect.direction === 'zero' ? { value: 1 } : {};
      const by = check.expect.direction === 'about the same' ? { by: 0.02 } : { by: 0 };
      return { ...check, expect: { ...check.expect, direction, ...limit, ...by } };
    });
    const results = runConfidenceTests(
      { ...prepared, study: { ...prepared.study, realityChecks: turned } },
      { only: ['reality-checks'] },
    );
    expect(results[0]?.places.filter(({ fails }) => !fails).map(({ message }) => message)).toEqual([]);
    expect(results[0]?.places).toHaveLength(checks.length);
  });

  // Broken equations, one at a time, and statements that notice.
  it.each([
    ['IncreasingSBRate', 'Base_inflow_of_buyers', ['acceptance-raises-buyers', 'education-lowers-buyers']],
    [
      'buyer_risk',
      '0 * Prosecution_of_buying',
      ['full-decriminalization-raises-buyers', 'full-decriminalization-raises-demand'],
    ],
    [
      'TraffickedSSwCrimRecord_to_SSExit',
      'Trafficked_adults_with_record * (Exhaustion + Adult_drive_to_leave * Exit_attempt_rate) / 2 * (1 + 3 * Criminal_record_obstacle)',
      ['records-hold-people-in'],
    ],
    ['cost', 'Price_at_full_use * 2', ['price-between-its-limits', 'more-demand-raises-the-price']],
    [
      'pctExitedCrimRecord',
      'Record_share_of_adults_selling',
      ['record-relief-lowers-records-of-those-who-left'],
    ],
    ['st_services_availability', 'Adult_short_term_places', ['services-never-exceed-their-places']],
  ])('notice a broken %s', (variable, equation, noticing) => {
    const failed = broken(variable, equation);
    for (const id of noticing) expect(failed).toContain(id);
    expect(failed.length).toBeLessThan(checks.length);
  });
});

/** Ids of the statements that do not hold where a variable has another equation. */
function broken(short: string, equation: string): readonly string[] {
  const name = prepared.study.variables.get(short);
  const variable = [...prepared.model.variables.values()].find((one) => one.name === name);
  if (variable === undefined || variable.kind === 'graphical') throw new Error(`no ${short}`);
  const change = { variable: short, expected: printExpression(variable.equation), equation };
  const file = {
    corrections: {
      Broken: {
        title: 'Broken',
        what: 'A test.',
        why: 'A test.',
        evidence: 'none',
        status: 'proved',
        changes: [change],
        tests: ['this one'],
      },
    },
  };
  const overlay = settled(readCorrections(sourceText('broken.yaml', JSON.stringify(file))));
  const model = settled(applyCorrections(prepared.model, ['Broken'], overlay, prepared.study.variables));
  const [result] = runConfidenceTests(settled(prepareStudy(prepared.study, model)), {
    only: ['reality-checks'],
  });
  return (result?.places ?? []).flatMap(({ fails, message }) =>
    fails ? (/^[a-z-]+/.exec(message)?.[0] ?? []) : [],
  );
}

function settled<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(JSON.stringify(outcome.diagnostics, null, 2));
}
