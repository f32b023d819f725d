import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { joinResults } from '../results/comparison.js';
import type { Charted } from '../results/data-table.js';
import type { SvgElement, SvgNode } from '../svg/node.js';
import { renderSvg } from '../svg/render.js';
import { comparisonOf, RUNS, runOf, STUDY } from '../testing/small-study.js';
import { changeChart } from './change-chart.js';
import { groupChart } from './group-chart.js';
import { levelChart } from './level-chart.js';
import { panelSheet } from './panels.js';
import { reproductionChart } from './reproduction-chart.js';
import { sharedReach } from './shared-reach.js';
import { timeChart } from './time-chart.js';

const results = joinResults(STUDY, comparisonOf(RUNS));
const reaches = sharedReach(results, STUDY.outcomes);

function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('not found');
  return value;
}

const people = found(STUDY.outcomes[0]);
const few = found(STUDY.outcomes[2]);
const change = changeChart(results, people, 'change', found(reaches.get('people')));
const level = levelChart(results, people, 'level');
const group = groupChart(results, found(results.policies[0]), [people], 'group', [10]);
const reproduction = reproductionChart(results, found(STUDY.published[0]), 'table');
const moving = joinResults(
  STUDY,
  comparisonOf(
    RUNS.map((run) => runOf(run.scenario, run.outcomes, { month: [0, 6, 12], people: [500, 900, 1000] })),
  ),
);
const time = found(timeChart(moving, people, 'time'));

/** Texts of a figure in the order they are drawn. */
function texts(node: SvgNode): readonly string[] {
  if (typeof node === 'string') return [];
  if (node.name === 'text') return node.children.map(String);
  return node.children.flatMap(texts);
}

function parse(xml: string): void {
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
}

describe.each<[string, Charted<SvgElement>]>([
  ['change', change],
  ['level', level],
  ['group', group],
  ['reproduction', reproduction],
  ['time', time],
])('the %s chart', (_, chart) => {
  it('is XML, with a title, a description and its source', () => {
    expect(() => parse(renderSvg(chart.node))).not.toThrow();
    const names = chart.node.children.map((child) => (typeof child === 'string' ? '' : child.name));
    expect(names.slice(0, 3)).toEqual(['title', 'desc', 'metadata']);
    expect(chart.node.attributes.role).toBe('img');
    const metadata = found(chart.node.children[2]);
    const source: unknown = typeof metadata === 'string' ? {} : JSON.parse(String(metadata.children[0]));
    expect(source).toMatchObject({ model: 'small', limits: 'A test, not a forecast.' });
  });

  it('has as many cells in every row of its table as columns', () => {
    expect(chart.table.rows.length).toBeGreaterThan(0);
    for (const row of chart.table.rows) expect(row).toHaveLength(chart.table.columns.length);
  });
});

describe('charts', () => {
  it('say direction in words and signs', () => {
    const shown = texts(change.node);
    expect(shown).toContain('\u2191\u00a0higher, +10\u00a0%');
    expect(shown).toContain('\u2193\u00a0lower, \u221210\u00a0%');
    expect(change.title).toMatch(/^Default run: /);
  });

  it('show no size where there are too few people', () => {
    const shown = texts(changeChart(results, few, 'few', found(reaches.get('few'))).node);
    expect(shown).toContain('=\u00a0about the same');
    expect(shown).toContain('\u2191\u00a0higher');
  });

  it('draw the baseline among the levels, at zero-based length', () => {
    expect(texts(level.node)).toContain('about 1,000');
    expect(texts(level.node)).toContain('0');
  });

  it('say that the path is not a forecast, and draw none without a series', () => {
    expect(time.title).toMatch(/[Nn]ot a forecast/);
    expect(timeChart(results, people, 'none')).toBeUndefined();
  });

  it('say how many published rows are reproduced', () => {
    expect(reproduction.title).toMatch(/all two rows/);
    expect(texts(reproduction.node)).toContain('estimated 900');
  });

  it('make one sheet of panels that is XML too', () => {
    const sheet = panelSheet(results, 'sheet', 'All & more', [change, level, group], 2);
    const xml = renderSvg(sheet);
    expect(() => parse(xml)).not.toThrow();
    expect(xml.match(/<title/g)).toHaveLength(1);
  });
});
