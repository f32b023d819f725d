import { javascript, lower } from '@weir/engine';
import { describe, expect, it } from 'vitest';
import { modelOf, settled } from '../../testing/small-study.js';
import { linearBehavior } from './linear.js';

/** x' = v, v' = -w^2 x - 2 zeta w v, and a running total that nothing reads. */
function oscillator(frequency: number, damping: number) {
  return settled(
    lower(
      modelOf(`<?xml version="1.0" encoding="utf-8"?>
<xmile version="1.0" xmlns="http://docs.oasis-open.org/xmile/ns/XMILE/v1.0">
  <header><vendor>Weir</vendor><product version="1">Weir</product><name>Swing</name></header>
  <sim_specs method="RK4" time_units="month"><start>0</start><stop>20</stop><dt>0.125</dt></sim_specs>
  <model><variables>
    <stock name="Place"><eqn>1</eqn><inflow>moving</inflow></stock>
    <stock name="Speed"><eqn>0</eqn><inflow>pull</inflow></stock>
    <stock name="Total"><eqn>0</eqn><inflow>adding</inflow></stock>
    <flow name="moving"><eqn>Speed</eqn></flow>
    <flow name="pull"><eqn>-${frequency ** 2} * Place - 2 * ${damping} * ${frequency} * Speed</eqn></flow>
    <flow name="adding"><eqn>Place</eqn></flow>
  </variables></model>
</xmile>`),
    ),
  );
}

describe('linearBehavior', () => {
  it.each([
    [0.5, 0.1],
    [2, 0.3],
    [0.2, 0.9],
  ])('knows a damped oscillator of frequency %f and damping ratio %f', (frequency, damping) => {
    const found = linearBehavior(javascript(oscillator(frequency, damping)), [], [0.3, -0.2, 7], 3);
    const swinging = frequency * Math.sqrt(1 - damping ** 2);
    expect(found?.period).toBeCloseTo((2 * Math.PI) / swinging, 6);
    expect(found?.damping).toBeCloseTo(damping, 8);
    expect(found?.peakRatio).toBeCloseTo(Math.exp((-2 * Math.PI * damping * frequency) / swinging), 8);
    expect(found?.slowestRate).toBeCloseTo(-damping * frequency, 8);
  });

  it('says that nothing swings where nothing does', () => {
    const found = linearBehavior(javascript(oscillator(1, 2)), [], [0, 0, 0], 0);
    expect(found).toMatchObject({ period: Number.POSITIVE_INFINITY, damping: 1 });
    expect(found?.slowestRate).toBeCloseTo(-2 + Math.sqrt(3), 7);
  });
});
