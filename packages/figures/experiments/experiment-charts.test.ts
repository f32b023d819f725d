import type { ActionsResult, LeverComparison, LoopsResult, SurfaceResult } from '@weir/study';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import type { SvgNode } from '../svg/node.js';
import { renderSvg } from '../svg/render.js';
import { STUDY } from '../testing/small-study.js';
import { actionsTable } from './actions-chart.js';
import { experimentCharts } from './experiment-charts.js';
import { agreementWords, leverDirections, leversSentence, leversTable, leverTable } from './lever-table.js';
import { loopsTable } from './loops-chart.js';
import { measureText } from './measure-text.js';
import { surfaceTable } from './surface-chart.js';

const BASE = { weir: '0.1.0', model: 'small', corrections: [], runs: { now: '0'.repeat(16) } };
const ABOUT = {
  title: 'A title',
  question: 'A question?',
  limit: 'A limit.',
  set: new Map<string, number>(),
};
const outcome = STUDY.outcomes[0]?.id ?? '';
const [baseline = '', policy = ''] = STUDY.scenarios.map(({ id }) => id);

const surface: SurfaceResult = {
  ...BASE,
  kind: 'surface',
  experiment: {
    ...ABOUT,
    kind: 'surface',
    id: 'surface',
    scenario: baseline,
    x: { name: 'a', label: 'across', values: [0, 0.5, 1] },
    y: { name: 'b', label: 'down', values: [1, 2] },
    measures: [{ id: 'level', label: 'Level', outcome, take: 'end' }],
  },
  values: {
    level: [
      [1000, 800, null],
      [900, 700, 600],
    ],
  },
};

const actions: ActionsResult = {
  ...BASE,
  kind: 'actions',
  baseline,
  experiment: {
    ...ABOUT,
    kind: 'actions',
    id: 'actions',
    scenarios: [policy],
    measures: [
      { id: 'total', label: 'Total', outcome, take: 'total' },
      { id: 'back', label: 'Back', outcome, take: 'recovery' },
    ],
    robustness: { ranges: 'some', sets: 50, seed: 3 },
  },
  values: {
    [baseline]: { total: { value: 2000, change: 0 }, back: { value: 23, change: 0 } },
    [policy]: {
      total: {
        value: 1500,
        change: -25,
        robustness: { sets: 50, low: -30, median: -24, high: -20, shareLower: 1, shareLowest: 0.9 },
      },
      back: { value: null, change: null },
    },
  },
};

const loops: LoopsResult = {
  ...BASE,
  kind: 'loops',
  experiment: {
    ...ABOUT,
    kind: 'loops',
    id: 'loops',
    scenario: baseline,
    outcome,
    horizon: 6,
    from: 0,
    to: 12,
    every: 6,
    loops: [
      { id: 'market', label: 'The market', links: [['a', 'b']], outside: false },
      { id: 'shock', label: 'The shock', links: [['c', 'b']], outside: true },
    ],
  },
  times: [0, 6, 12],
  path: [1000, 900, 1100],
  effects: { market: [-5, 8, null], shock: [0.01, -1, 0] },
  dominant: ['market', 'market', null],
};

const labelOf = (id: string) => STUDY.scenarios.find((one) => one.id === id)?.label;

function texts(node: SvgNode): readonly string[] {
  if (typeof node === 'string') return [];
  if (node.name === 'text') return node.children.map(String);
  return node.children.flatMap(texts);
}

describe.each([surface, actions, loops])('the figures of $kind', (result) => {
  const charts = experimentCharts(STUDY, result);

  it('are XML that carries its runs and its limit', () => {
    expect(charts.length).toBe(result.kind === 'loops' ? 1 : result.experiment.measures.length);
    for (const { node } of charts) {
      const xml = renderSvg(node);
      const parser = new SaxesParser({ xmlns: true });
      parser.on('error', (error) => {
        throw error;
      });
      parser.write(xml).close();
      expect(xml).toContain('A limit.');
      expect(xml).toContain('0'.repeat(16));
      expect(xml).not.toMatch(/NaN|undefined|Infinity/);
    }
  });

  it('have ids of their own, a title, and a table with a cell for each column', () => {
    expect(new Set(charts.map(({ id }) => id)).size).toBe(charts.length);
    for (const { title, table } of charts) {
      expect(title.length).toBeGreaterThan(5);
      for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
    }
  });
});

describe('a response surface', () => {
  it('shows every number in its field, and in words what did not come about', () => {
    const [chart] = experimentCharts(STUDY, surface);
    const shown = chart === undefined ? [] : texts(chart.node);
    for (const text of ['1,000', '800', '900', '700', '600', 'does not']) expect(shown).toContain(text);
    const [measure] = surface.experiment.measures;
    if (measure === undefined) throw new Error('no measure');
    expect(surfaceTable(STUDY, surface, measure).rows[1]).toEqual([
      '2',
      { value: 900, shown: '900' },
      { value: 700, shown: '700' },
      { value: 600, shown: '600' },
    ]);
  });
});

describe('actions', () => {
  const [total, back] = actions.experiment.measures;
  if (total === undefined || back === undefined) throw new Error('no measures');

  it('tell change and spread, the baseline without', () => {
    const { rows } = actionsTable(STUDY, actions, total);
    expect(rows.map(([name]) => name)).toEqual([labelOf(baseline), labelOf(policy)]);
    expect(rows[0]?.slice(2, 6)).toEqual(['', '', '', '']);
    expect(rows[1]?.map((cell) => (typeof cell === 'string' ? cell : cell.value))).toEqual([
      labelOf(policy),
      1500,
      -25,
      -30,
      -24,
      -20,
      1,
      0.9,
    ]);
  });

  it('tell times in months, and say what does not come about', () => {
    expect(measureText(STUDY, back, 23)).toBe('23');
    expect(actionsTable(STUDY, actions, back).rows[1]?.[1]).toBe('does not');
    expect(actionsTable(STUDY, actions, back).columns[2]?.key).toBe('change_months');
  });
});

describe('loops', () => {
  it('draw a bar for each effect, full for the largest', () => {
    const [chart] = experimentCharts(STUDY, loops);
    const bars: SvgNode[] = [];
    const walk = (node: SvgNode): void => {
      if (typeof node === 'string') return;
      if (node.name === 'rect') bars.push(node);
      node.children.forEach(walk);
    };
    if (chart !== undefined) walk(chart.node);
    expect(bars).toHaveLength(4);
    const full = bars.filter((bar) => typeof bar !== 'string' && bar.attributes.opacity === undefined);
    expect(full).toHaveLength(2);
    expect(chart?.title).toContain('The market, at 2 of 3 moments');
  });

  it('give their numbers', () => {
    expect(loopsTable(loops).rows[1]?.slice(2)).toEqual([
      { value: 8, shown: '+8.0\u00a0%' },
      { value: -1, shown: '\u22121.0\u00a0%' },
      'The market',
    ]);
  });
});

describe('levers', () => {
  const lever = (id: string) => ({ id, label: `Lever ${id}`, in: new Map([['one', { structure: 'x' }]]) });
  const comparison: LeverComparison = {
    weir: '0.1.0',
    levers: {
      title: 'Levers',
      limit: 'A limit.',
      until: new Map(),
      outcomes: [{ id: 'people', label: 'People', in: new Map() }],
      levers: ['agree', 'differ', 'still', 'alone', 'none'].map(lever),
    },
    models: ['one', 'two'].map((id) => ({ id, title: id, version: '1', corrections: [], strip: '' })),
    changes: {
      agree: { one: { people: -2 }, two: { people: -9 } },
      differ: { one: { people: -2 }, two: { people: 9 } },
      still: { one: { people: -2 }, two: { people: 0.4 } },
      alone: { one: { people: 3 } },
      none: {},
    },
    runs: {},
  };

  it('agree in direction or not', () => {
    const words = comparison.levers.levers.map((one) =>
      leverDirections(comparison, one).map(({ agreement }) => agreementWords(agreement)),
    );
    expect(words).toEqual([
      ['same direction'],
      ['opposite directions'],
      ['one moves, one hardly'],
      ['one model only'],
      [],
    ]);
    expect(leversSentence(comparison)).toContain('Of 3 pairs');
  });

  it('stand in one table', () => {
    const [first] = comparison.levers.levers;
    if (first === undefined) throw new Error('no lever');
    expect(leverTable(comparison, first).rows).toEqual([
      [
        'People',
        { value: -2, shown: '\u2193\u00a0lower, \u22122.0\u00a0%' },
        { value: -9, shown: '\u2193\u00a0lower, \u22129.0\u00a0%' },
        'same direction',
      ],
    ]);
    const all = leversTable(comparison);
    expect(all.rows.map(([name]) => name)).toEqual([
      'Lever agree',
      'Lever differ',
      'Lever still',
      'Lever alone',
    ]);
    for (const row of all.rows) expect(row).toHaveLength(all.columns.length);
  });
});
