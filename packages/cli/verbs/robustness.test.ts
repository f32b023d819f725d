import { describe, expect, it } from 'vitest';
import { bundledWith } from '../testing/bundled-with.js';
import { weir } from '../testing/captured-io.js';
import { modelFile, SMALL_MODEL } from '../testing/small-study.js';

const model = bundledWith('trafficked_sellers');

const few = ['robustness', model, '--ranges', '20pct', '--n', '40'];

describe('weir robustness', () => {
  it('counts draws for every claim of the study, within 80 columns', async () => {
    const { code, out, err } = await weir(few);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^Draws of 40 in which each claim holds/);
    // In 5,000 of 5,000 draws of the paper's own sample (paper audit, section 5).
    expect(out).toMatch(/trafficked for sex: lower under\s+-7\.7 % +40 \(100 %\)/);
    expect(out).toContain('Not in the publication');
    expect(out).toContain('A share of draws is not a probability');
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it('gives one JSON document, and CSV with a row a claim', async () => {
    const claims = ['--claims', 'partial-lowers-trafficked,partial-raises-youth'];
    const document = JSON.parse((await weir([...few, ...claims, '--format', 'json'])).out);
    expect(document.claims).toHaveLength(2);
    expect(document.claims[0]).toMatchObject({
      claim: 'partial-lowers-trafficked',
      stated: 'publication',
      at_default: { holds: true },
      by_ranges: { '20pct': { attempted: 40, usable: 40, holds: 40 } },
    });
    expect(document.claims[0].at_default.change_percent).toBeCloseTo(-5.698, 3);
    const { out } = await weir([...few, ...claims, '--format', 'csv']);
    expect(out.trim().split('\r\n')).toHaveLength(3);
  });

  it.each<readonly [number, readonly string[], RegExp]>([
    [2, [model, '--claims', 'nobody'], /no claim `nobody`/],
    [2, [model, '--ranges', 'narrow'], /no set of ranges/],
    [2, [model, '--n', '0'], /1 or more/],
    [2, [modelFile(SMALL_MODEL)], /makes no claims/],
  ])('ends with %i for %j', async (expected, words, message) => {
    const { code, out, err } = await weir(['robustness', ...words]);
    expect([code, out]).toEqual([expected, '']);
    expect(err.replace(/\s+/g, ' ')).toMatch(message);
  });
});
