import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { checkUnits, sourceText } from '@weir/model';
import {
  type Corrections,
  correctStudy,
  equilibriumOf,
  equilibriumSolverOf,
  type PreparedStudy,
  readCorrections,
  resolveName,
  runScenario,
  shortNameOf,
} from '@weir/study';
import { openStudy } from '@weir/study/node';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

type Values = Readonly<Record<string, number>>;

interface Variant {
  readonly corrections: readonly string[];
  readonly set: Values;
  readonly default: Values;
  readonly change_percent: Readonly<Record<string, Values>>;
  readonly slowest_eigenvalue: number;
}

interface Golden {
  readonly variants: Readonly<Record<string, Variant>>;
}

/** Relative; the values have 15 significant digits. */
const TOLERANCE = 1e-12;

const golden: Golden = JSON.parse(
  readFileSync(new URL('published/corrections-fixed-points.json', import.meta.url), 'utf8'),
);
const opened = openStudy(fileURLToPath(new URL('.', import.meta.url)));
if (!opened.ok) throw new Error(JSON.stringify(opened.diagnostics, null, 2));
const published = opened.value;
const offered = offeredBy(published);
const ids = [...offered.corrections.keys()];

function offeredBy(prepared: PreparedStudy): Corrections {
  if (prepared.offered === undefined) throw new Error('the study has no corrections file');
  return prepared.offered;
}

/** Finding D11 is a decomposition, not a correction that is offered; the same machinery holds the variable. */
const decomposition = readCorrections(
  sourceText(
    'decomposition.yaml',
    `corrections:
  D11:
    title: Pressure on traffickers held
    what: Overall prosecution level stays at its value under current law.
    why: To tell apart what comes from it.
    evidence: docs/reproduction.md, D11
    status: proved
    changes:
      - variable: overall_prosecution_level
        expected: (Prosecution_of_selling + Prosecution_of_buying) / 2
        value: 0.03
    tests: [fixed points with D11]
`,
  ),
);
if (!decomposition.ok) throw new Error(JSON.stringify(decomposition.diagnostics));
const held: PreparedStudy = { ...published, offered: decomposition.value };

function corrected(asked: readonly string[]): PreparedStudy {
  const outcome = correctStudy(asked.includes('D11') ? held : published, asked);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.diagnostics, null, 2));
  expect(outcome.diagnostics).toEqual([]);
  return outcome.value;
}

/** Outcomes of a study by the archive's names. */
const outcomeIds = new Map(
  published.bound.outcomes.map(({ definition, variable }) => [
    shortNameOf(published.bound.names, variable),
    definition.id,
  ]),
);

/** Whether a correction cannot be chosen with the others of a list: the first of two is left out. */
function excluded(id: string, list: readonly string[]): boolean {
  const others: Readonly<Record<string, readonly string[]>> = {
    D4a: ['D4b'],
    D1: ['D1c'],
    D13: ['D13c'],
    A1: ['A1c'],
    D14a: ['A1c'],
  };
  return (others[id] ?? []).some((other) => list.includes(other));
}

/** Half a unit of the sixth significant digit, and the noise of double precision in a percentage. */
function halfUnit(printed: number): number {
  return 0.5 * 10 ** (Math.floor(Math.log10(Math.abs(printed))) - 5) + 1e-11;
}

describe.each(Object.entries(golden.variants))('fixed points with %s', (_, variant) => {
  const prepared = corrected(variant.corrections);
  const solver = equilibriumSolverOf(prepared);
  const set = new Map(Object.entries(variant.set));
  const solved = (scenario: string) => {
    if (!solver.ok) throw new Error(JSON.stringify(solver.diagnostics));
    const outcome = equilibriumOf(prepared, { scenario, set }, solver.value);
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.diagnostics));
    expect(outcome.value).toMatchObject({ verdict: 'ok', stability: 'stable', basin: 'yes' });
    return outcome.value;
  };
  const read = (outcomes: Values, name: string) => outcomes[outcomeIds.get(name) ?? ''] ?? Number.NaN;
  const base = solved('criminalization');

  it('are those of the 60-digit computation under current law', () => {
    const wrong = Object.entries(variant.default).flatMap(([name, value]) => {
      const found = read(base.outcomes, name);
      return Math.abs(found - value) <= TOLERANCE * Math.abs(value) ? [] : [{ name, value, found }];
    });
    expect(Object.keys(variant.default)).toHaveLength(15);
    expect(wrong).toEqual([]);
    expect(Math.abs(1 / (base.slowest_time_constant ?? 0) + variant.slowest_eigenvalue)).toBeLessThan(
      1.01 * halfUnit(variant.slowest_eigenvalue),
    );
  });

  it.each(Object.entries(variant.change_percent))('have its changes under %s', (scenario, changes) => {
    const { outcomes } = solved(scenario);
    const wrong = Object.entries(changes).flatMap(([name, percent]) => {
      const found = 100 * (read(outcomes, name) / read(base.outcomes, name) - 1);
      return Math.abs(found - percent) <= 1.01 * halfUnit(percent) ? [] : [{ name, percent, found }];
    });
    expect(Object.keys(changes)).toHaveLength(7);
    expect(wrong).toEqual([]);
  });
});

describe('the corrections of the Massachusetts model', () => {
  it('are those whose ids are fixed and those of the recommended model, in these groups', () => {
    const fixed = ['A1', 'D1', 'D13', 'D14a', 'D14b', 'D17', 'D18', 'D2', 'D4a', 'D4b', 'D5'];
    const own = ['D1c', 'D13c', 'D15', 'A2', 'A6', 'W1', 'A10', 'A1c', 'Recalibrated', 'StartAtRest'];
    expect([...ids].sort()).toEqual([...fixed, ...own].sort());
    expect(Object.fromEntries(offered.groups)).toEqual({
      code: ['D1', 'D2', 'D14a'],
      structure: ['D1', 'D2', 'D13', 'D14a', 'D14b', 'D17'],
      recommended: ['D1c', 'D2', 'D13c', 'D14b', 'D15', 'D17', ...own.slice(3)],
    });
  });

  it.each(ids)('%s changes the variables it names and nothing else, and its units balance', (id) => {
    const { model, corrections: inForce } = corrected([id]);
    expect(checkUnits(model)).toEqual([]);
    const chosen = inForce.flatMap((one) => offered.corrections.get(one) ?? []);
    const stocks = chosen.some(({ startAtRest }) => startAtRest)
      ? [...model.variables.values()].flatMap(({ kind, name }) => (kind === 'stock' ? [name] : []))
      : [];
    const named = chosen.flatMap(({ changes, newVariables, calibrate }) => [
      ...changes.map(({ variable }) => variable),
      ...newVariables.flatMap(({ name, from = [], to = [] }) => [name, from, to].flat()),
      ...(calibrate === undefined ? [] : [calibrate.constant]),
    ]);
    const nameOf = (written: string) => {
      const found = resolveName(published.bound.names, written);
      return found.ok ? found.value.name : written;
    };
    const touched = [...model.variables].filter(
      ([key, variable]) => published.model.variables.get(key) !== variable,
    );
    expect(new Set(touched.map(([, { name }]) => name))).toEqual(new Set([...stocks, ...named.map(nameOf)]));
    const added = chosen.flatMap(({ newVariables }) => newVariables);
    const removed = chosen.flatMap((one) => one.removed);
    expect(model.variables.size).toBe(published.model.variables.size + added.length - removed.length);
    expect({ ...model, variables: 0, source: 0 }).toEqual({ ...published.model, variables: 0, source: 0 });
  });

  it.each([...offered.corrections.values()])(
    '$id has evidence and tests that are there',
    ({ id, evidence, tests }) => {
      const read = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8');
      const [, finding = ''] = /^docs\/reproduction\.md, ([A-Z]\d+)$/.exec(evidence) ?? [];
      expect(read('findings.yaml')).toMatch(new RegExp(`^  ${finding}:$`, 'm'));
      if (/\d[abc]?$/.test(id)) expect(id.replace(/[abc]$/, '')).toBe(finding);
      const titles = ['recommended.test.ts', 'records.test.ts'].map(read).join('\n');
      for (const test of tests) {
        const variant = test.replace('fixed points with ', '');
        const isThere = Object.hasOwn(golden.variants, variant) || titles.includes(`'${test}'`);
        expect(isThere, test).toBe(true);
      }
    },
  );

  it('do not depend on the order in which they are asked for', () => {
    const together = fc.shuffledSubarray(ids).map((list) => list.filter((id) => !excluded(id, list)));
    fc.assert(
      fc.property(together, fc.boolean(), (list, twice) => {
        const asked = twice ? [...list, ...list] : list;
        const inOrder = ids.filter((id) => list.includes(id) || (id === 'A2' && list.includes('A6')));
        const one = corrected(asked);
        const other = corrected(inOrder);
        expect(one.programHash).toBe(other.programHash);
        expect(one.corrections).toEqual(inOrder);
      }),
      { numRuns: 25 },
    );
  });

  it('give every choice a program of its own, but for fitting the published model to itself', () => {
    const choices = [...ids.filter((id) => id !== 'Recalibrated'), ...offered.groups.keys()];
    const hashes = [published.programHash, ...choices.map((asked) => corrected([asked]).programHash)];
    expect(new Set(hashes).size).toBe(hashes.length);
    expect(corrected(['Recalibrated']).programHash).toBe(published.programHash);
  });

  it('stay out of the published model', () => {
    const before = JSON.stringify([...published.model.variables]);
    const hash = published.programHash;
    corrected(['structure', 'D4b', 'D5', 'A1', 'D18']);
    expect(JSON.stringify([...published.model.variables])).toBe(before);
    expect(corrected([])).toBe(published);
    expect(corrected(['none'])).toBe(published);
    const again = openStudy(fileURLToPath(new URL('.', import.meta.url)));
    expect(again.ok && again.value.programHash).toBe(hash);
  });

  it('are named in the documents of a run, whose id they change', () => {
    const request = { set: new Map<string, number>(), until: 1, backend: 'javascript' } as const;
    const plain = runScenario(published, request);
    const other = runScenario(corrected(['code']), request);
    if (!plain.ok || !other.ok) throw new Error('a run of one month failed');
    expect(plain.value.corrections).toEqual([]);
    expect(other.value.corrections).toEqual(['D1', 'D2', 'D14a']);
    expect(other.value.run_id).not.toBe(plain.value.run_id);
  });
});

it('D14a guards where the published model has people recovering in negative numbers', () => {
  const set = new Map([
    ['post_service_vulnerability', 0.9],
    ['pctExpungement', 0],
  ]);
  const recovered = (prepared: PreparedStudy) => {
    const outcome = equilibriumOf(prepared, { set });
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.diagnostics));
    return outcome.value.outcomes.trafficked_sellers ?? Number.NaN;
  };
  // The sum is about 0.9 + 0.4, so the two must differ.
  expect(recovered(corrected(['D14a']))).not.toBeCloseTo(recovered(published), 0);
});
