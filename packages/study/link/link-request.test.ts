import { readModel, sourceText } from '@weir/model';
import { describe, expect, it } from 'vitest';
import { prepareStudy } from '../execute/prepared-study.js';
import { runScenario } from '../execute/run-scenario.js';
import { planScenario } from '../execute/scenario-plan.js';
import { decodeLink } from './decode-link.js';
import { linkRequest } from './link-request.js';

/** A tank that fills to inflow x stay. */
const TANK = `<xmile version="1.0" xmlns="http://docs.oasis-open.org/xmile/ns/XMILE/v1.0">
  <header><name>Tank</name></header>
  <sim_specs method="Euler" time_units="month"><start>0</start><stop>20</stop><dt>0.125</dt></sim_specs>
  <model><variables>
    <stock name="People"><eqn>10</eqn><inflow>Arrivals</inflow><outflow>Departures</outflow></stock>
    <flow name="Arrivals"><eqn>Rate</eqn></flow>
    <flow name="Departures"><eqn>People / Stay</eqn></flow>
    <aux name="Rate"><eqn>5</eqn></aux><aux name="Stay"><eqn>4</eqn></aux>
  </variables></model></xmile>`;

function tank() {
  const model = readModel(sourceText('tank.xmile', TANK));
  if (!model.ok) throw new Error('the tank cannot be read');
  const prepared = prepareStudy(undefined, model.value);
  if (!prepared.ok) throw new Error('the tank cannot be prepared');
  return prepared.value;
}

function ran(link: string): number {
  const prepared = tank();
  const [scenario = ''] = prepared.bound.scenarios.keys();
  const { state } = decodeLink(link.replace('BASE', scenario));
  if (state === undefined) throw new Error('the link names no model');
  const run = runScenario(prepared, linkRequest(prepared, state));
  if (!run.ok) throw new Error(JSON.stringify(run.diagnostics));
  const [people = Number.NaN] = Object.values(run.value.stocks);
  return people;
}

describe('linkRequest', () => {
  it('begins at rest, where nothing moves: 5 a month x 4 months', () => {
    expect(ran('v=1&m=tank&t=12')).toBeCloseTo(20, 9);
  });

  it('reads the long run at the new point of rest: 10 a month x 4 months', () => {
    expect(ran('v=1&m=tank&s=BASE,Rate:10&t=long')).toBeCloseTo(40, 6);
  });

  it('follows a change at a date: 40 - 20 exp(-6 / 4) six months after it', () => {
    expect(ran('v=1&m=tank&s=BASE,Rate:10@6&t=12')).toBeCloseTo(40 - 20 * Math.exp(-1.5), 5);
  });

  it('steps a quarter month, whatever the step of the file', () => {
    const prepared = tank();
    const plan = planScenario(prepared, linkRequest(prepared, { horizon: 12 }));
    expect(plan.ok && plan.value.settings).toMatchObject({ method: 'rk4', dt: 0.25 });
  });
});
