import { readFileSync } from 'node:fs';
import { interpreter, lower } from '@weir/engine';
import { canonicalName, type Model, readModel, sourceText, symbolicPolarity } from '@weir/model';
import { describe, expect, it } from 'vitest';
import { linkProbe } from './link-probe.js';
import { runRules } from './run-rules.js';
import { spectralRadius } from './spectral-radius.js';

/** A stock filled by `inflow` and emptied with a time constant, by default in equilibrium. */
function tank({ start = 50, dt = 0.25, time = 5, inflow = '10', more = '' } = {}): Model {
  const text = `<xmile version="1.0" xmlns="http://docs.oasis-open.org/xmile/ns/XMILE/v1.0">
<header><vendor>W</vendor><product version="1">W</product></header>
<sim_specs time_units="month"><start>0</start><stop>10</stop><dt>${dt}</dt></sim_specs>
<model><variables>
<stock name="Tank"><eqn>${start}</eqn><inflow>filling</inflow><outflow>draining</outflow></stock>
<flow name="filling"><eqn>${inflow}</eqn></flow><flow name="draining"><eqn>Tank / ${time}</eqn></flow>${more}
</variables></model></xmile>`;
  const read = readModel(sourceText('tank.xmile', text));
  if (!read.ok) throw new Error(read.diagnostics[0]?.message);
  return read.value;
}

function executableOf(model: Model) {
  const lowered = lower(model);
  if (!lowered.ok) throw new Error(lowered.diagnostics[0]?.message);
  return interpreter(lowered.value);
}
const found = (model: Model) => runRules(model, executableOf(model));

describe('start-equilibrium', () => {
  it('is silent where the flows balance, or nearly', () => {
    expect(found(tank())).toEqual([]);
    expect(found(tank({ start: 51 }))).toEqual([]);
  });

  it('names the net flow and the value at which the flows balance', () => {
    const [first, ...rest] = found(tank({ start: 20 }));
    expect(rest).toEqual([]);
    expect(first).toMatchObject({ code: 'start-equilibrium', reason: '`Tank` starts far from equilibrium.' });
    // 10 in, 20 / 5 out; 50 / 5 = 10.
    expect(first?.evidence).toContain('net flow of 6 per month');
    expect(first?.fix).toContain('near 50');
  });

  it('does not take the rounding of flows that cancel for a flow', () => {
    // The difference is 5.6e-17, and all that flows.
    const still = tank({ start: 50, time: 1e300, inflow: '0.1 + 0.2 - 0.3' });
    expect(found(still)).toEqual([]);
  });

  it('says nothing where values are not finite', () => {
    expect(found(tank({ inflow: '1 / (Tank - 50)' }))).toEqual([]);
  });
});

describe('time-step', () => {
  it.each([
    [0.25, 5, false],
    [1.6, 5, false],
    [2, 5, true],
    [1, 1, true],
  ])('dt %d against a time constant of %d: found %s', (dt, time, wanted) => {
    const codes = found(tank({ dt, time, start: 10 * time })).map(({ code }) => code);
    expect(codes).toEqual(wanted ? ['time-step'] : []);
  });

  it('names the constant, and a step that is a power of two', () => {
    const [first] = found(tank({ dt: 2 }));
    expect(first?.evidence).toContain('about 5;');
    expect(first?.fix).toContain('a step of 1 or less');
  });

  it('sees a fast loop that no stock has by itself', () => {
    // Two stocks that chase each other: eigenvalues +-10i, own constants none.
    const more =
      '<stock name="A"><eqn>0</eqn><inflow>to_a</inflow></stock><stock name="B"><eqn>0</eqn><inflow>to_b</inflow></stock><flow name="to a"><eqn>10 * B</eqn></flow><flow name="to b"><eqn>-10 * A</eqn></flow>';
    expect(found(tank({ more })).map(({ code }) => code)).toEqual(['time-step']);
  });
});

describe('docs/checks.md', () => {
  it('quotes what these rules say', () => {
    const manual = readFileSync(new URL('../../../docs/checks.md', import.meta.url), 'utf8');
    for (const { reason } of [...found(tank({ start: 20 })), ...found(tank({ dt: 2 }))])
      expect(manual).toContain(`> ${reason}\n`);
  });
});

describe('spectralRadius', () => {
  it.each([
    [
      'of a rotation',
      [
        [0, -2],
        [2, 0],
      ],
      2,
    ],
    [
      'of a triangle',
      [
        [-1, 100],
        [0, -3],
      ],
      3,
    ],
    [
      'of a nilpotent matrix',
      [
        [0, 1],
        [0, 0],
      ],
      0,
    ],
    ['of nothing', [], 0],
    ['of large numbers', [[-1e200]], 1e200],
  ])('%s is within a few percent', (_, rows, wanted) => {
    const radius = spectralRadius(rows.map((row) => Float64Array.from(row)));
    expect(radius).toBeGreaterThanOrEqual(wanted * 0.9999);
    expect(radius).toBeLessThanOrEqual(wanted * 1.05);
  });
});

describe('linkProbe', () => {
  const model = tank({
    more: '<aux name="wave"><eqn>SIN(Tank / 100)</eqn></aux><aux name="turn"><eqn>(Tank - 30) * Tank</eqn></aux>',
    start: 20,
    inflow: '20',
  });
  const key = canonicalName;

  it('finds the sign that the base run shows where equations leave it open', () => {
    expect(symbolicPolarity(model)(key('Tank'), key('wave'))).toBe('unknown');
    expect(linkProbe(executableOf(model))(key('Tank'), key('wave'))).toBe('+');
  });

  it('agrees with the equations where they are certain', () => {
    const probe = linkProbe(executableOf(model));
    expect(probe(key('Tank'), key('draining'))).toBe(symbolicPolarity(model)(key('Tank'), key('draining')));
  });

  it('leaves open what changes its sign, and what has none', () => {
    // Slope 2 Tank - 30: never negative from 20 on; against a start of 5 it turns.
    const turning = tank({ more: '<aux name="turn"><eqn>(Tank - 30) * Tank</eqn></aux>', start: 5 });
    expect(linkProbe(executableOf(turning))(key('Tank'), key('turn'))).toBe('unknown');
    expect(linkProbe(executableOf(model))(key('wave'), key('draining'))).toBe('unknown');
  });
});
