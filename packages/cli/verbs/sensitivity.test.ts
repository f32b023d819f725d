import { describe, expect, it } from 'vitest';
import { bundledWith } from '../testing/bundled-with.js';
import { weir } from '../testing/captured-io.js';
import { modelFile, SMALL_MODEL } from '../testing/small-study.js';

const model = bundledWith('trafficked_sellers');

const few = ['sensitivity', model, 'prcc', '--n', '120', '--outcomes', 'trafficked_sellers'];

describe('weir sensitivity', () => {
  it('prints the largest indices, the report and the verdict, within 80 columns', async () => {
    const { code, out, err } = await weir(few);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^Partial rank correlation: outcomes under criminalization/);
    expect(out).toContain('all people trafficked for sex (person)');
    expect(out).toMatch(/Verdict: Partial correlations/);
    expect(out).toContain('... and 30 more inputs: --all.');
    expect(out).toContain('A thinking tool, not a forecast.');
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it('prints one JSON document, the same for the same seed', async () => {
    const { out } = await weir([...few, '--format', 'json']);
    const document = JSON.parse(out);
    expect(document).toMatchObject({
      model,
      method: 'prcc',
      until: 'equilibrium',
      ranges: { id: '20pct' },
      seed: 1234,
      runs: 120,
    });
    expect(document.outcomes[0].indices).toHaveLength(42);
    expect((await weir([...few, '--format', 'json'])).out).toBe(out);
    expect((await weir([...few, '--format', 'json', '--seed', '0'])).out).not.toBe(out);
  });

  it('prints indices as CSV with all digits, or the points of curves', async () => {
    const tornado = ['sensitivity', model, 'tornado', '--ranges', 'wide', '--format', 'csv'];
    const outcomes = ['--outcomes', 'demand,buyers'];
    const table = (await weir([...tornado, ...outcomes])).out.trim().split('\r\n');
    expect(table[0]?.split(',').slice(0, 6)).toEqual(['outcome', 'input', 'low', 'high', 'default', 'index']);
    expect(table).toHaveLength(1 + 2 * 44);
    const curves = (await weir([...tornado, ...outcomes, '--curves'])).out.trim().split('\r\n');
    expect(curves[0]).toBe('outcome,input,value,result');
  });

  it('compares two scenarios draw by draw', async () => {
    const { code, out } = await weir([
      ...few,
      '--scenario',
      'partial-decriminalization',
      '--against',
      'criminalization',
      '--no-notes',
    ]);
    expect(code).toBe(0);
    expect(out).toMatch(/change in percent of partial-decriminalization from\ncriminalization, draw by draw/);
  });

  it('works on a model without a study', async () => {
    const file = modelFile(SMALL_MODEL);
    const { code, out } = await weir([
      ...['sensitivity', file, 'oat', '--vary', 'Starting_rate=0.1:0.3', '--n', '5', '--until', '6'],
      ...['--outcomes', 'waiting_people', '--format', 'json'],
    ]);
    expect(code).toBe(0);
    const [outcome] = JSON.parse(out).outcomes;
    // Euler with step 0.25: (1 - rate / 4)^24 of 100 people still wait.
    const left = [0.1, 0.15, 0.2, 0.25, 0.3].map((rate) => 100 * (1 - rate / 4) ** 24);
    for (const [i, people] of left.entries()) expect(outcome.curves[0].outputs[i]).toBeCloseTo(people, 9);
  });

  it.each<readonly [readonly string[], RegExp]>([
    [['--vary', 'rate=2'], /NAME=LOW:HIGH/],
    [['--vary', 'rate=2:1'], /NAME=LOW:HIGH/],
    [['--vary', 'sb_benefit=1:2', '--ranges', 'wide'], /both say what varies/],
    [['--replicates', '8'], /has no replicates/],
    [['--n', '0'], /1 or more/],
    [['--ranges', 'wid'], /Did you mean `wide`/],
    [['--outcomes', 'demnd'], /Did you mean `demand`/],
    [['--scenario', 'partial'], /scenario/],
  ])('%j is refused', async (words, message) => {
    const { code, out, err } = await weir(['sensitivity', model, 'prcc', ...words]);
    expect([code, out]).toEqual([2, '']);
    expect(err.replace(/\s+/g, ' ')).toMatch(message);
  });
});
