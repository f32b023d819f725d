import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { SENSITIVITY_FIGURES } from '../sensitivity/draw-figure.js';
import { bundledWith } from '../testing/bundled-with.js';
import { weir } from '../testing/captured-io.js';
import { newFolder } from '../testing/small-study.js';

const model = bundledWith('trafficked_sellers');

const folder = newFolder();
const sizes: Readonly<Record<string, readonly string[]>> = {
  'oat-map': ['--n', '3'],
  'prcc-map': ['--n', '100'],
  curves: ['--n', '4'],
  tornado: [],
  scatter: ['--n', '100'],
  convergence: ['--n', '400'],
  interaction: ['--n', '8', '--vary', 'sb_benefit=100:300', '--vary', 'csw_acceptance=0.4:0.6'],
};

describe('weir figure', () => {
  it.each(SENSITIVITY_FIGURES)('%s: a picture that is XML, and its numbers beside it', async (figure) => {
    const out = join(folder, `${figure}.svg`);
    const words = ['figure', model, figure, '--out', out, '--outcomes', 'trafficked_sellers'];
    const { code, err } = await weir([...words, ...(sizes[figure] ?? [])]);
    expect(err).toBe(`Written: ${out}\nWritten: ${join(folder, `${figure}.csv`)}\n`);
    expect(code).toBe(0);
    const text = readFileSync(out, 'utf8');
    const parser = new SaxesParser({ xmlns: true });
    parser.on('error', (error) => {
      throw error;
    });
    parser.write(text).close();
    expect(text).not.toMatch(/NaN|Infinity|undefined/);
    const table = readFileSync(join(folder, `${figure}.csv`), 'utf8');
    expect(table.trim().split('\r\n').length).toBeGreaterThan(1);
  });

  it('shows one outcome where a figure has room for one', async () => {
    const out = join(folder, 'two.svg');
    const two = ['--outcomes', 'demand,buyers'];
    const { code, err } = await weir(['figure', model, 'tornado', '--out', out, ...two]);
    expect([code, existsSync(out)]).toEqual([2, false]);
    expect(err).toContain('shows one outcome');
  });

  it('has views for diagrams only, and another method for convergence only', async () => {
    const out = join(folder, 'none.svg');
    expect((await weir(['figure', model, 'tornado', '--view', '2', '--out', out])).code).toBe(2);
    expect((await weir(['figure', model, 'tornado', '--by', 'sobol', '--out', out])).code).toBe(2);
  });
});
