import type { AuditDocument, InputIndex, SensitivityDocument, SensitivityMethod } from '@weir/study';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import type { Charted } from '../results/data-table.js';
import type { SvgElement, SvgNode } from '../svg/node.js';
import { renderSvg } from '../svg/render.js';
import { contrastRatio } from '../theme/contrast.js';
import { convergenceChart } from './convergence-chart.js';
import { divergingColor, textOn } from './diverging.js';
import { sensitivityHeatMap } from './heat-map.js';
import { interactionChart } from './interaction-chart.js';
import { publishedPrccChart } from './published-prcc-chart.js';
import { rankScatterChart } from './rank-scatter-chart.js';
import { responseCurvesChart } from './response-curves-chart.js';
import { tornadoChart } from './tornado-chart.js';
import { nameLines, shortNumber } from './words.js';

const inputs = [
  { name: 'rate <of> people', low: 0, high: 1, default: 0.5 },
  { name: 'a_very_long_name_of_an_input_that_must_break', low: 1, high: 1000, default: 200 },
  { name: 'inert', low: 0, high: 1, default: 0 },
];

function analysis(
  method: SensitivityMethod,
  values: readonly Readonly<Record<string, number | null>>[],
): SensitivityDocument {
  const indices = inputs.map(
    ({ name }, j): InputIndex => ({
      input: name,
      undefined_because: values[j] === undefined ? 'constant-input' : null,
      values: values[j] ?? {},
      flags: [],
    }),
  );
  const outcome = {
    outcome: 'people',
    label: 'people & "others"',
    unit: 'person',
    baseline: 100,
    indices,
    curves: inputs.slice(0, 2).map(({ name, low, high }) => ({
      input: name,
      inputs: [low, high],
      outputs: [80, 150],
    })),
    report: {
      verdict: 'with-care' as const,
      sentence: 'Mind the concerns.',
      planned: 100,
      used: 100,
      left: {},
      concerns: [{ code: 'not-converged', text: 'One index still moves.', about: [] }],
      facts: { first_order_sum: 0.9, first_order_sum_low: 0.85, first_order_sum_high: 0.95 },
      convergence: [
        { size: 50, values: [0.5, -0.2, null] },
        { size: 100, values: [0.6, -0.3, null] },
      ],
    },
  };
  return {
    weir: '0.1.0',
    model: 'small',
    version: '1',
    method,
    experiment: 'abc',
    scenario: 'now',
    against: null,
    change: null,
    corrections: [],
    set: {},
    until: 'equilibrium',
    ranges: { id: 'wide', label: 'Wide', justification: 'Assumed.' },
    seed: 1,
    n: 100,
    replicates: 1,
    runs: 100,
    inputs,
    held: [],
    meaning: 'What it means.',
    outcomes: [outcome],
    limits: 'A test, not a forecast.',
  };
}

const sweep = analysis('oat', [
  { index: 70, range_percent: 70, at_low_percent: -20, at_high_percent: 50 },
  { index: -30, range_percent: 30, at_low_percent: 30, at_high_percent: 0 },
]);
const prcc = analysis('prcc', [{ prcc: 0.97 }, { prcc: -0.4 }]);
const sobol = analysis('sobol', [
  { first: 0.6, total: 0.7, total_low: 0.65, total_high: 0.75 },
  { first: -0.01, total: 0.02, total_low: null, total_high: null },
]);
const points = [{ input: 'inert', prcc: 0.5, x: [-0.7, 0, 0.7], y: [-0.7, 0.1, 0.6] }];

const AUDIT: AuditDocument = {
  weir: '0.1.0',
  files: [{ file: 'folder/samples.csv', role: 'samples', rows: 3, columns: 3 }],
  files_told_apart_by: 'names',
  key: null,
  echoes: [],
  tolerance: 1e-12,
  joins: [],
  trusted: 'key',
  method: { index: 'prcc', runs: 3, inputs: 2, varied: 2, degrees_of_freedom: 1, level: 0.05 },
  outcomes: [{ outcome: 'pctSSCrimRecord', joins: {}, published: null }],
  published: { values: 2, fits: [], reproduced: false, dilution: null, p_value_degrees_of_freedom: null },
  cells: [
    {
      input: 'a',
      outcome: 'pctSSCrimRecord',
      published: 0.1,
      published_p: null,
      joins: { key: { value: 0.97, undefined_because: null, p: 0, corrected_p: 0 } },
    },
  ],
  conclusions: [{ standing: 'proved', sentence: 'One of three rows stands in place.' }],
  checks: [],
  passed: false,
};

function texts(node: SvgNode): readonly string[] {
  if (typeof node === 'string') return [];
  if (node.name === 'text') return node.children.map(String);
  return node.children.flatMap(texts);
}

function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('not found');
  return value;
}

describe.each<[string, Charted<SvgElement>]>([
  ['heat map of sweeps', sensitivityHeatMap(sweep, 'a')],
  ['heat map of correlations', sensitivityHeatMap(prcc, 'b')],
  ['tornado', tornadoChart(sweep, 'people', 'c')],
  ['curves', responseCurvesChart(sweep, 'people', 'd')],
  ['interaction', interactionChart(sobol, 'people', 'e')],
  ['convergence', convergenceChart(prcc, 'people', 'f')],
  ['scatter', rankScatterChart(prcc, 'people', points, 'g')],
  ['published', found(publishedPrccChart(AUDIT, 'h', 'A test, not a forecast.'))],
])('the %s', (_, chart) => {
  it('is XML with title, description in words, source and limits', () => {
    const parser = new SaxesParser({ xmlns: true });
    parser.on('error', (error) => {
      throw error;
    });
    parser.write(renderSvg(chart.node)).close();
    const [title, description, metadata] = chart.node.children;
    expect([title, description].every((node) => typeof node !== 'string' && node?.children[0])).toBe(true);
    const source: unknown = typeof metadata === 'string' ? {} : JSON.parse(String(metadata?.children[0]));
    expect(source).toMatchObject({ weir: '0.1.0', limits: 'A test, not a forecast.' });
    expect(texts(chart.node).join(' ')).toContain('A test, not a forecast.');
  });

  it('shows no NaN, and has a table with as many cells as columns', () => {
    expect(renderSvg(chart.node)).not.toMatch(/NaN|Infinity|undefined/);
    expect(chart.table.rows.length).toBeGreaterThan(0);
    for (const row of chart.table.rows) expect(row).toHaveLength(chart.table.columns.length);
  });
});

describe('figures of sensitivity', () => {
  it('write every number of a heat map, and a dash where there is none', () => {
    const shown = texts(sensitivityHeatMap(prcc, 'x').node);
    expect(shown).toContain('0.97');
    expect(shown).toContain('\u22120.40');
    expect(shown).toContain('\u2013');
  });

  it('draw whatever an analysis without any value leaves', () => {
    for (const method of ['oat', 'prcc', 'sobol'] as const) {
      const empty = analysis(method, []);
      const charts = [
        sensitivityHeatMap(empty, 'x'),
        tornadoChart(empty, 'people', 'x'),
        interactionChart(empty, 'people', 'x'),
        convergenceChart(empty, 'people', 'x'),
        responseCurvesChart(empty, 'people', 'x'),
        rankScatterChart(empty, 'people', [], 'x'),
      ];
      for (const { node } of charts) expect(renderSvg(node)).not.toMatch(/NaN|Infinity|undefined/);
    }
  });

  it('have no published chart without a published table', () => {
    expect(publishedPrccChart({ ...AUDIT, published: null }, 'x', '')).toBeUndefined();
    expect(publishedPrccChart({ ...AUDIT, trusted: null }, 'x', '')).toBeUndefined();
  });

  it('keep text readable on every color', () => {
    for (let part = -1; part <= 1; part += 0.05) {
      const fill = divergingColor(part);
      expect(contrastRatio(textOn(fill), fill)).toBeGreaterThan(4.5);
    }
  });

  it('break long names and shorten numbers', () => {
    expect(nameLines('a_very_long_name_of_an_input', 100).length).toBeGreaterThan(1);
    expect(nameLines('a_very_long_name_of_an_input', 100).join('')).toBe('a_very_long_name_of_an_input');
    expect([0, 0.05, 1.5, 12.34, 1000, 0.00012, null].map(shortNumber)).toEqual([
      '0',
      '0.05',
      '1.5',
      '12.3',
      '1,000',
      '1.2e-4',
      'no limit',
    ]);
  });
});
