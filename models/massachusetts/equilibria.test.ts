import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { batchOf } from '@weir/engine';
import { resolveName, runScenario } from '@weir/study';
import { openStudy } from '@weir/study/node';
import { describe, expect, it } from 'vitest';

type Values = Readonly<Record<string, number>>;

interface Golden {
  readonly scenarios: Readonly<Record<string, { readonly outcomes: Values; readonly stocks?: Values }>>;
  readonly extremes: readonly { readonly set: Values; readonly outcomes: Values }[];
}

const here = new URL('./', import.meta.url);
const golden: Golden = JSON.parse(readFileSync(new URL('published/fixed-points.json', here), 'utf8'));
const opened = openStudy(fileURLToPath(here));
if (!opened.ok) throw new Error(JSON.stringify(opened.diagnostics));
const prepared = opened.value;
const { program, bound } = prepared;

function slotOf(name: string) {
  const found = resolveName(bound.names, name);
  if (!found.ok) throw new Error(`${name} is not in the study`);
  return found.value.slot;
}

/** Outcomes whose value is not the expected one, of points of rest found side by side. */
function wrong(
  rows: readonly { set: ReadonlyMap<number, number>; expected: Values }[],
  tolerance: number,
): readonly string[] {
  const made = batchOf(program, { kind: 'rest' });
  if (!made.ok) throw new Error(JSON.stringify(made.diagnostics));
  const start = new Float64Array(program.variables.length);
  const given = program.variables.filter(({ slot }) => rows.some(({ set }) => set.has(slot)));
  const defaults = batchOf(program, {
    kind: 'run',
    settings: { method: 'euler', dt: 1, stop: { kind: 'time', time: 0 } },
  });
  if (!defaults.ok) throw new Error(JSON.stringify(defaults.diagnostics));
  const slots = given.map(({ slot }) => slot);
  const asIs = defaults.value.run({ rows: 1, given: [], inputs: start.subarray(0, 0), observed: slots });
  if (!asIs.ok) throw new Error(JSON.stringify(asIs.diagnostics));
  const inputs = Float64Array.from(
    rows.flatMap(({ set }) =>
      slots.map((slot, index) => set.get(slot) ?? asIs.value.values[index] ?? Number.NaN),
    ),
  );
  const names = [...new Set(rows.flatMap(({ expected }) => Object.keys(expected)))];
  const ran = made.value.run({ rows: rows.length, given: slots, inputs, observed: names.map(slotOf) });
  if (!ran.ok) throw new Error(JSON.stringify(ran.diagnostics));
  return rows.flatMap(({ expected }, row) =>
    Object.entries(expected).flatMap(([name, value]) => {
      const found = ran.value.values[row * names.length + names.indexOf(name)] ?? Number.NaN;
      const isRight = Math.abs(found - value) <= tolerance * Math.abs(value) + 1e-9 * tolerance;
      return isRight ? [] : [`row ${row}: ${name} is ${found}, not ${value}`];
    }),
  );
}

it('the six scenarios, side by side, are those of the 60-digit computation', () => {
  const rows = Object.entries(golden.scenarios).map(([scenario, { outcomes, stocks }]) => ({
    set: new Map(
      (bound.scenarios.get(scenario)?.inputs ?? []).map(({ variable, value }) => [variable.slot, value]),
    ),
    expected: { ...outcomes, ...stocks },
  }));
  expect(rows).toHaveLength(6);
  expect(wrong(rows, 1e-9)).toEqual([]);
});

it('so are extreme settings', () => {
  const rows = golden.extremes.map(({ set, outcomes }) => ({
    set: new Map(Object.entries(set).map(([name, value]) => [slotOf(name), value])),
    expected: outcomes,
  }));
  expect(wrong(rows, 1e-9)).toEqual([]);
});

it('random sets agree with long integration over time', () => {
  const script = fileURLToPath(new URL('../../scripts/check-equilibria.mjs', import.meta.url));
  const done = spawnSync(process.execPath, [script, '--sets', '40'], { encoding: 'utf8' });
  expect(done.stderr).toBe('');
  expect(done.stdout).toContain('40 sets from `20pct` (42 inputs), seed 1234\n  agree: 40\n');
  expect(done.status).toBe(0);
});

describe('a run until equilibrium', () => {
  it('ends at the fixed point', () => {
    const run = runScenario(prepared, { set: new Map(), until: 'equilibrium', backend: 'javascript' });
    if (!run.ok) throw new Error(JSON.stringify(run.diagnostics));
    expect(run.value.stop.reason).toBe('equilibrium');
    const expected = golden.scenarios.criminalization?.outcomes ?? {};
    for (const [id, value] of Object.entries(run.value.outcomes)) {
      const slot = bound.outcomes.find(({ definition }) => definition.id === id)?.variable.slot;
      const name = Object.keys(expected).find((archive) => slotOf(archive) === slot);
      if (name === undefined) continue;
      expect(Math.abs(value - (expected[name] ?? Number.NaN)) / value, id).toBeLessThan(1e-11);
    }
  });

  it('is refused where its steps lead it to another point than its trajectory', () => {
    // With steps of 1/16 month the traffickers fall from 1 to below 0 at once, and stay there.
    const set = new Map([
      ['st_recruitment', 0.0818],
      ['org_crime_prevalence', 0.1065],
      ['ss_trns_pm', 65.91],
      ['buyer_base_trns', 8.113],
    ]);
    const long = runScenario(prepared, { set, until: 'equilibrium', backend: 'javascript' });
    expect(long.ok).toBe(false);
    expect(long.diagnostics).toMatchObject([{ code: 'step-too-long', severity: 'error' }]);
    const short = runScenario(prepared, { set, until: 'equilibrium', dt: 1 / 1024, backend: 'wasm' });
    expect(short.ok).toBe(true);
  });
});
