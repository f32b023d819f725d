import { fileURLToPath } from 'node:url';
import { simulate } from '@weir/engine';
import { shortNameOf } from '@weir/study';
import { openStudy } from '@weir/study/node';
import { describe, expect, it } from 'vitest';

const opened = openStudy(fileURLToPath(new URL('.', import.meta.url)));
if (!opened.ok) throw new Error(JSON.stringify(opened.diagnostics, null, 2));
const { program, bound, executable } = opened.value;

/** Every flow with the stocks it joins; nothing where it comes from or goes to outside. */
const flows = program.variables
  .filter(({ kind }) => kind === 'flow')
  .map(({ slot }) => ({
    slot,
    from: program.stocks.find(({ outflows }) => outflows.includes(slot)),
    to: program.stocks.find(({ inflows }) => inflows.includes(slot)),
  }));
/** The 20 stocks of people who sell, are trafficked, are leaving, or are at risk. */
const people = program.stocks.filter(({ slot }) => {
  const variable = program.variables[slot];
  return variable !== undefined && !['Traffickers', 'Buyers'].includes(shortNameOf(bound.names, variable));
});

describe('people', () => {
  it('move along 67 flows: 5 from outside, 12 to outside, 50 between stocks', () => {
    expect(flows.filter(({ from }) => from === undefined)).toHaveLength(5);
    expect(flows.filter(({ to }) => to === undefined)).toHaveLength(12);
    expect(flows.filter(({ from, to }) => from !== undefined && to !== undefined)).toHaveLength(50);
    expect(people).toHaveLength(20);
  });

  it('come and go only from and to outside', () => {
    const dt = 0.001;
    const months = 2;
    const run = simulate(executable('javascript'), [], {
      method: 'euler',
      dt,
      stop: { kind: 'time', time: months },
      saveEvery: dt,
    });
    if (run.status !== 'ok' || run.series === undefined) throw new Error('the run broke off');
    const { columns, times } = run.series;
    const at = (slot: number, row: number) => columns[slot]?.[row] ?? Number.NaN;
    const total = (row: number) => people.reduce((sum, { slot }) => sum + at(slot, row), 0);
    const inflows = flows.filter(
      ({ from, to }) => from === undefined && to !== undefined && people.includes(to),
    );
    const outflows = flows.filter(
      ({ from, to }) => to === undefined && from !== undefined && people.includes(from),
    );
    expect([inflows.length, outflows.length]).toEqual([3, 10]);
    for (let row = 0; row + 1 < times.length; row += 1) {
      const net =
        inflows.reduce((sum, { slot }) => sum + at(slot, row), 0) -
        outflows.reduce((sum, { slot }) => sum + at(slot, row), 0);
      const gap = total(row + 1) - total(row) - dt * net;
      expect(Math.abs(gap)).toBeLessThan(1e-14 * total(row + 1) * people.length);
    }
    expect(times.length).toBe(months / dt + 1);
  });
});
