import { readModel, sourceText } from '@weir/model';
import { describe, expect, it } from 'vitest';
import { type PreparedStudy, prepareStudy } from '../execute/prepared-study.js';
import type { RunRequest } from '../execute/request.js';
import { runScenario } from '../execute/run-scenario.js';
import { equilibriumOf } from './equilibrium-of.js';

/** A service with a total of all who ever came; arrivals by an equation. It runs for 40 months. */
function service(arrivals: string, inside = 20): PreparedStudy {
  const text = `<?xml version="1.0" encoding="utf-8"?>
<xmile version="1.0" xmlns="http://docs.oasis-open.org/xmile/ns/XMILE/v1.0">
  <header><vendor>Weir</vendor><product version="1">Weir</product><name>Service</name></header>
  <sim_specs method="RK4" time_units="month"><start>0</start><stop>40</stop><dt>0.25</dt></sim_specs>
  <model><variables>
    <stock name="inside"><eqn>${inside}</eqn><inflow>arrivals</inflow><outflow>departures</outflow></stock>
    <stock name="ever"><eqn>0</eqn><inflow>counted</inflow></stock>
    <flow name="arrivals"><eqn>${arrivals}</eqn></flow>
    <flow name="departures"><eqn>inside / 4</eqn></flow>
    <flow name="counted"><eqn>arrivals</eqn></flow>
  </variables></model>
</xmile>`;
  const model = readModel(sourceText('service.xmile', text));
  if (!model.ok) throw new Error(JSON.stringify(model.diagnostics));
  const prepared = prepareStudy(undefined, model.value);
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.diagnostics));
  return prepared.value;
}

function value<Value>(outcome: { ok: true; value: Value } | { ok: false; diagnostics: unknown }): Value {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.diagnostics));
  return outcome.value;
}

const until: RunRequest = { set: new Map(), until: 'equilibrium', backend: 'javascript' };

describe('a stock that only counts', () => {
  it('does not keep a run from its equilibrium, and is reported as going on', () => {
    const run = value(runScenario(service('10'), until));
    expect(run.stop.reason).toBe('equilibrium');
    // At the fixed point itself, not a hair before it.
    expect(run.stocks.inside).toBeCloseTo(40, 12);
    expect(run.stocks.ever).toBeCloseTo(10 * run.stop.month, 6);
    expect(run.accumulating).toEqual({ ever: 10 });
  });

  it('has no value at a fixed point', () => {
    const point = value(equilibriumOf(service('10'), { set: new Map() }));
    expect(point).toMatchObject({ verdict: 'ok', basin: 'yes', accumulating: { ever: 10 } });
    expect(Object.keys(point.stocks)).toEqual(['inside']);
    expect(point.held_time).toBeUndefined();
  });

  it('is not mentioned where nothing is counted any more', () => {
    const run = value(runScenario(service('0'), until));
    expect(run.accumulating).toBeUndefined();
  });
});

describe('flows that depend on TIME', () => {
  const dated = service('5 + STEP(5, 12)');

  it('are followed to the last time of the file, even where all stands still before', () => {
    const run = value(runScenario(dated, until));
    expect(run.stop.month).toBeGreaterThan(40);
    expect(run.stocks.inside).toBeCloseTo(40, 12);
  });

  it('are held at that time for a fixed point, and it is said so', () => {
    const point = value(equilibriumOf(dated, { set: new Map() }));
    expect(point).toMatchObject({ verdict: 'ok', held_time: 40 });
    expect(point.stocks.inside).toBeCloseTo(40, 10);
    expect(point.reasons.join(' ')).toContain('TIME: it is held at month 40');
  });
});

describe('steps that are too long', () => {
  // From next to none the stock rises fast to about 1, and settles there; the first step of 1/16 leads far beyond 20,
  // where it is held up.
  const sudden = service('10000 * EXP(-10 * inside) + (IF inside &gt; 20 THEN 10 ELSE 0)', 0);

  it('are refused where the run ends at another point than its trajectory', () => {
    const long = runScenario(sudden, until);
    expect(long.ok).toBe(false);
    expect(long.diagnostics).toMatchObject([{ code: 'step-too-long', severity: 'error' }]);
    expect(long.diagnostics[0]?.hint).toContain('--dt');
  });

  it('end at the point of the trajectory where they are short enough', () => {
    const short = value(runScenario(sudden, { ...until, dt: 1 / 4096 }));
    const point = value(equilibriumOf(sudden, { set: new Map() }));
    expect(point.stocks.inside).toBeLessThan(2);
    expect(short.stocks.inside).toBeCloseTo(point.stocks.inside ?? Number.NaN, 9);
  });
});
