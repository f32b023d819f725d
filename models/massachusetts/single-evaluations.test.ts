import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { BackendName } from '@weir/engine';
import { netFlow } from '@weir/engine';
import { resolveName, shortNameOf } from '@weir/study';
import { openStudy } from '@weir/study/node';
import { describe, expect, it } from 'vitest';

/** Values by archive name; `null` where the archive's value is not finite. */
type Values = Readonly<Record<string, number | null>>;

interface Point {
  readonly id: string;
  readonly parameters_changed: Values;
  readonly stocks: Values;
  readonly auxiliaries: Values;
  readonly flows: Values;
  readonly derivatives: Values;
}

/** Relative to the value, or to the larger operand where the value is a difference. */
const TOLERANCE = 1e-13;

/** Flows in proportion to 1 - idle_share, where nearly all capacity is idle: the larger operand is 1. */
const IN_PROPORTION_TO_USE = new Set(['IncreasingNonTraffickedSS', 'VulnerableAdults_to_NTSS']);

const golden: { readonly points: readonly Point[] } = JSON.parse(
  readFileSync(new URL('published/single-evaluations.json', import.meta.url), 'utf8'),
);
const opened = openStudy(fileURLToPath(new URL('.', import.meta.url)));
if (!opened.ok) throw new Error(JSON.stringify(opened.diagnostics, null, 2));
const prepared = opened.value;
const { program, bound } = prepared;

function slotOf(name: string): number {
  const found = resolveName(bound.names, name);
  if (!found.ok) throw new Error(`${name} is not in the study`);
  return found.value.slot;
}

/** All values at a point, by slot. */
function evaluate(point: Point, backend: BackendName): Float64Array {
  const values = new Float64Array(program.variables.length);
  const given = new Uint8Array(program.variables.length);
  for (const [name, value] of Object.entries({ ...point.parameters_changed, ...point.stocks })) {
    values[slotOf(name)] = value ?? Number.NaN;
    given[slotOf(name)] = 1;
  }
  const clock = { start: 0, stop: 1, dt: 0.001 };
  const executable = prepared.executable(backend);
  executable.initialise(values, given, clock);
  executable.observe(values, clock, 0);
  return values;
}

describe.each(golden.points)('the equations at the point $id', (point) => {
  const values = evaluate(point, 'javascript');
  const valueAt = (name: string) => values[slotOf(name)] ?? Number.NaN;

  it('have the auxiliaries and flows of the archive', () => {
    const expected = Object.entries({ ...point.auxiliaries, ...point.flows });
    expect(expected).toHaveLength(46 + 67);
    const wrong = expected.flatMap(
      ([name, value]): { name: string; value: number | null; found: number }[] => {
        // Where the archive divides by nothing, the model file has a guard.
        if (value === null) return valueAt(name) === 0 ? [] : [{ name, value, found: valueAt(name) }];
        const found = valueAt(name);
        const scale = IN_PROPORTION_TO_USE.has(name)
          ? Math.abs(value) / (1 - valueAt('idle_share'))
          : Math.abs(value);
        return Math.abs(found - value) <= TOLERANCE * scale ? [] : [{ name, value, found }];
      },
    );
    expect(wrong).toEqual([]);
  });

  it('have the derivatives of the archive', () => {
    expect(Object.keys(point.derivatives)).toHaveLength(22);
    const wrong = program.stocks.flatMap((stock) => {
      const variable = program.variables[stock.slot];
      const name = variable === undefined ? '' : shortNameOf(bound.names, variable);
      const value = point.derivatives[name] ?? Number.NaN;
      const flows = [...stock.inflows, ...stock.outflows].map((slot) => Math.abs(values[slot] ?? Number.NaN));
      const found = netFlow(stock, values);
      return Math.abs(found - value) <= TOLERANCE * Math.max(...flows) ? [] : [{ name, value, found }];
    });
    expect(wrong).toEqual([]);
  });

  it('are the same in both backends', () => {
    expect(evaluate(point, 'interpreter')).toEqual(values);
  });
});
