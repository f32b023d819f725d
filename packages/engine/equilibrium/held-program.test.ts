import { describe, expect, it } from 'vitest';
import { javascript } from '../javascript/javascript.js';
import { slotNamed } from '../testing/build-program.js';
import { aux, programOf } from '../testing/read-program.js';
import { equilibriumSolver } from './equilibrium-solver.js';
import { heldProgram } from './held-program.js';
import { solveEquilibrium } from './solve-equilibrium.js';
import { dependsOnTime } from './standing.js';

const flow = (name: string, equation: string): string =>
  aux(name, equation).replace('<aux', '<flow').replace('</aux>', '</flow>');

/** Runs from 0 to 10. Arrivals are 2 to 4, then 6, and half of TIME more. */
const program = programOf(`
<stock name="level"><eqn>1</eqn><inflow>arrivals</inflow><outflow>departures</outflow></stock>
${flow('arrivals', '2 + STEP(4, 4) + PULSE(100, 3, 0) + TIME / 2')}
${flow('departures', 'level / 3')}
`);

function rest(at: 'start' | 'stop'): number {
  const solver = equilibriumSolver(javascript(heldProgram(program, at)));
  if (!solver.ok) throw new Error(solver.diagnostics.map(({ message }) => message).join(' '));
  const { verdict, values } = solveEquilibrium(solver.value);
  expect(verdict).toBe('ok');
  return values[slotNamed(program, 'level')] ?? Number.NaN;
}

describe('a program whose time is held', () => {
  it('stands still as at the first or the last time', () => {
    expect(dependsOnTime(program)).toBe(true);
    expect(dependsOnTime(heldProgram(program, 'stop'))).toBe(false);
    expect(rest('start')).toBeCloseTo(6, 10);
    expect(rest('stop')).toBeCloseTo(3 * 11, 10);
  });
});
