import { readFileSync } from 'node:fs';
import { checkUnits, lint } from '@weir/model';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { at, END_2030, FOLDER, opened, prepared, run } from './testing/model-runs.js';

const { model, program, bound, study } = prepared;
const variables = [...model.variables.values()];
const PEOPLE = ['people_at_risk', 'people_in_recruitment', 'people_exploited', 'people_in_services'];
const read = (file: string) => readFileSync(new URL(file, FOLDER), 'utf8');

describe('the model file', () => {
  it('is read without a warning, its units balance, and lint finds nothing that is not explained', () => {
    expect(opened.diagnostics).toEqual([]);
    expect(checkUnits(model)).toEqual([]);
    expect(lint(model).findings).toEqual([]);
  });

  it('has 19 stocks, 29 flows and 119 other variables', () => {
    const count = (kind: string) => variables.filter((variable) => variable.kind === kind).length;
    expect([count('stock'), count('flow'), count('auxiliary')]).toEqual([19, 29, 119]);
  });

  it('says of every variable what it means, in which unit, and what is stated, implied or assumed', () => {
    for (const { name, documentation = '', units } of variables) {
      expect(units, name).toBeDefined();
      expect(documentation, name).toMatch(/(Stated|Implied|Assumed|Value)\b.*:/);
      expect(documentation, name).toContain('Source: ');
    }
  });

  it('runs with Runge-Kutta 4 from January 2018 to the end of 2030, 16 steps a month', () => {
    expect(model.simulation.methods).toEqual(['rk4']);
    expect([program.start, program.stop, program.dt]).toEqual([0, END_2030, 1 / 16]);
  });
});

describe('people', () => {
  it('come only as new risk and go only as resolved risk and recovery', () => {
    // Euler keeps the balance of every step: what changes is what came less what went.
    const dt = 1;
    const series = run({ method: 'euler', dt, scenario: 'supply-side-only' });
    const total = (month: number) => PEOPLE.reduce((sum, name) => sum + at(series(name), month), 0);
    for (let month = 0; month < END_2030; month += 1) {
      const net =
        at(series('risk_inflow'), month) -
        at(series('risk_resolved'), month) -
        at(series('recovered'), month);
      expect(Math.abs(total(month + 1) - total(month) - dt * net)).toBeLessThan(1e-11 * total(month));
    }
  });

  it('leave a group only while somebody is in it', () => {
    for (const set of [{ covid_demand_depth: 1 }, { policy_removal_rate: 1 }, { recovery_fraction: 1 }]) {
      for (const name of PEOPLE) expect(Math.min(...run({ set })(name)), name).toBeGreaterThanOrEqual(0);
    }
  });
});

describe('limits in the equations', () => {
  it.each([...bound.scenarios.keys()])('%s: of purchases and of building, are never reached', (scenario) => {
    const series = run({ scenario });
    expect(Math.max(...series('utilization'))).toBeLessThan(1);
    for (const system of ['prevention', 'protection', 'prosecution', 'partnership']) {
      expect(Math.min(...series(`${system}_build`)), system).toBeGreaterThan(0);
    }
  });
});

describe('numbers that do not matter', () => {
  it('the number of people: all counts scale with it, prices do not', () => {
    const double = run({
      set: { reference_exploited: 2000, reference_at_risk: 20000, reference_budget: 1e6 },
    });
    expect(at(double('people_exploited'), 54) / at(run()('people_exploited'), 54)).toBeCloseTo(2, 12);
    expect(at(double('price'), 54) / at(run()('price'), 54)).toBeCloseTo(1, 12);
  });

  it('the unit of money', () => {
    const set = {
      reference_price: 300,
      substitute_price: 300,
      reference_budget: 1_500_000,
      cost_per_fte: 30_000,
    };
    expect(at(run({ set })('people_exploited'), 54) / at(run()('people_exploited'), 54)).toBeCloseTo(1, 12);
    expect(at(run({ set })('price'), 54) / at(run()('price'), 54)).toBeCloseTo(3, 12);
  });

  it('the unit of staff', () => {
    const half = run({ set: { cost_per_fte: 5000, caseload: 4 } });
    expect(at(half('people_exploited'), 54) / at(run()('people_exploited'), 54)).toBeCloseTo(1, 12);
    expect(at(half('protection_capacity'), 54) / at(run()('protection_capacity'), 54)).toBeCloseTo(2, 12);
  });
});

describe('series.csv', () => {
  const [head, ...lines] = read('series.csv').trim().split('\n');
  const points = lines.map((line) => line.split(','));

  it('holds the graphical functions of the model file, and covers the run', () => {
    expect(head).toBe('series,month,date,value');
    const series = [...new Set(points.map(([name = '']) => name))];
    const drawn = variables.flatMap((variable) =>
      variable.kind === 'auxiliary' && variable.graph !== undefined ? [variable] : [],
    );
    expect(drawn.map(({ key }) => key)).toEqual(series);
    for (const { key, graph } of drawn) {
      const own = points.filter(([name]) => name === key);
      expect(graph?.x, key).toEqual(own.map(([, month]) => Number(month)));
      expect(graph?.y, key).toEqual(own.map(([, , , value]) => Number(value)));
      expect([graph?.x[0], graph?.x.at(-1)], key).toEqual([program.start, program.stop]);
    }
  });

  it('dates every month index', () => {
    for (const [, month, date] of points) {
      const first = new Date(Date.UTC(2018, Number(month), 1)).toISOString().slice(0, 10);
      expect(date).toBe(first);
    }
  });
});

describe('evidence.yaml', () => {
  interface Entry {
    readonly value: number;
    readonly unit: string;
    readonly range: readonly [number, number];
    readonly status: string;
    readonly sources?: readonly string[];
    readonly reasoning: string;
  }
  const evidence: {
    readonly sources: Readonly<Record<string, unknown>>;
    readonly constants: Readonly<Record<string, Entry>>;
    readonly series: Readonly<Record<string, { readonly sources: readonly string[] }>>;
  } = parse(read('evidence.yaml'));

  it('has every constant, with the value and range of the model file', () => {
    const constants = variables.filter(({ range }) => range !== undefined);
    expect(constants.map(({ key }) => key).sort()).toEqual(Object.keys(evidence.constants).sort());
    for (const { key, range } of constants) {
      const entry = evidence.constants[key];
      expect(at(run()(key), 0), key).toBe(entry?.value);
      expect([range?.min, range?.max], key).toEqual(entry?.range);
      expect(entry?.status, key).toMatch(/^(stated|implied|assumed)$/);
      expect(entry?.reasoning.length, key).toBeGreaterThan(5);
    }
  });

  it('has every unit as the model file has it', () => {
    const units = new Map(
      read('model.xmile')
        .split(/<(?=aux name)/)
        .flatMap((part) => {
          const name = part.match(/^aux name="([^"]+)"/)?.[1];
          const unit = part.match(/<units>([^<]+)<\/units>/)?.[1];
          return name === undefined || unit === undefined
            ? []
            : [[name.replaceAll(' ', '_').toLowerCase(), unit]];
        }) as [string, string][],
    );
    for (const [name, { unit }] of Object.entries(evidence.constants))
      expect(units.get(name), name).toBe(unit);
  });

  it('cites only sources that it lists, and lists none for nothing', () => {
    const cited = [...Object.values(evidence.constants), ...Object.values(evidence.series)].flatMap(
      ({ sources = [] }) => sources,
    );
    expect(cited.filter((id) => !(id in evidence.sources))).toEqual([]);
    expect(Object.keys(evidence.sources).filter((id) => !cited.includes(id))).toEqual([]);
  });
});

describe('the study', () => {
  it('has the runs with golden values, and one without each system', () => {
    expect([...bound.scenarios.keys()]).toEqual([
      'covid-base',
      'close-information',
      'demand-reduction',
      'partnership',
      'prevention',
      'prosecution-focus',
      'service-surge',
      'supply-side-only',
      'combined',
      'close-information-early',
      'no-shock',
      'close-information-early-no-shock',
      'four-off-covid',
      'four-off-no-shock',
      'prevention-off',
      'protection-off',
      'prosecution-off',
      'partnership-off',
    ]);
    expect(bound.baseline.definition.id).toBe('covid-base');
  });

  it('gives every variable of the model a short name', () => {
    const without = program.variables.filter(
      ({ kind, key }) => kind !== 'hidden' && !bound.names.shortNames.has(key),
    );
    expect(without.map(({ name }) => name)).toEqual([]);
  });

  it('names people first', () => {
    const words = [
      ...study.outcomes.flatMap(({ label, limit }) => [label, limit ?? '']),
      ...study.scenarios.flatMap(({ label, summary, remark }) => [label, summary, remark ?? '']),
      study.limits.strip,
      ...study.limits.points,
    ].join('\n');
    expect(words).not.toMatch(/prostitut|\bjohns?\b|\bpimps?\b|\bslaves?\b|\bvictims?\b|\brescue/i);
  });
});
