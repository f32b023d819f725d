import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { goTo, saved, withLab } from '../../../packages/lab/testing/lab-page.js';

const WEIR = fileURLToPath(new URL('../../../packages/cli/bin/weir.js', import.meta.url));
const EDITED =
  'v=1&m=massachusetts&s=partial-decriminalization@6+6,st_services_capacity:600,pctExpungement:0.3@12+6&t=60';

/**
 * A value with its numbers to 12 digits. The browser's `Math.pow` and `Math.exp` may differ from those of Node.js in their
 * last bit, as may everything that comes of them.
 */
function rounded(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (_, one: unknown) =>
    typeof one === 'number' ? Number(one.toPrecision(12)) : one,
  );
}

describe('a link', () => {
  it('gives the same digits in the lab and on the command line', () =>
    withLab({ link: EDITED }, async ({ page }) => {
      await page.getByRole('button', { name: 'Export', exact: true }).click();
      const { text } = await saved(page, 'Run as JSON');
      const words = [WEIR, 'run', '--link', page.url(), '--format', 'json'];
      const { stdout } = await promisify(execFile)(process.execPath, words, { maxBuffer: 1e8 });
      const [inLab, inNode] = [JSON.parse(text), JSON.parse(stdout)];
      expect(Object.keys(inLab)).toEqual(Object.keys(inNode));
      for (const part of ['outcomes', 'stocks', 'inputs', 'changes', 'settings', 'stop', 'scenario']) {
        expect(rounded(inLab[part]), part).toEqual(rounded(inNode[part]));
      }
    }));

  it('shows in the table of a chart what the run holds', () =>
    withLab({ link: `${EDITED}&view=explore&o=trafficked_adults` }, async ({ page }) => {
      await page.locator('.explore .figure-title').first().waitFor();
      await page.waitForTimeout(2_000);
      const chart = await saved(page.locator('.explore figure').first().page(), 'CSV').catch(() => undefined);
      await page.getByRole('button', { name: 'Export', exact: true }).click();
      const run: { readonly outcomes: Readonly<Record<string, number>> } = JSON.parse(
        (await saved(page, 'Run as JSON')).text,
      );
      const lines = (chart?.text ?? '')
        .trim()
        .split('\r\n')
        .map((line) => line.split(','));
      const draft = lines[0]?.indexOf('draft') ?? -1;
      const row = lines.find(([month]) => month === '60');
      expect(Number(row?.[draft]) / (run.outcomes.trafficked_adults ?? Number.NaN)).toBeCloseTo(1, 9);
    }));

  it('of an unknown version, id and key opens the nearest valid view and lists what was left out', () =>
    withLab({ link: 'v=9&m=massachusetts&s=no-such-policy&view=trust&what=1' }, async ({ page, errors }) => {
      const notice = page.getByRole('alert', { name: 'About the link' });
      await notice.waitFor();
      const text = (await notice.textContent()) ?? '';
      for (const part of ['v=9', 'no-such-policy', 'what=1']) expect(text).toContain(part);
      expect(await page.locator('.navigation [aria-current]').textContent()).toBe('Trust');
      expect(errors).toEqual([]);
    }));

  it('follows the back key from view to view', () =>
    withLab({}, async ({ page }) => {
      await goTo(page, 'Model');
      await goTo(page, 'Trust');
      await page.goBack();
      await expect.poll(() => page.locator('.navigation [aria-current]').textContent()).toBe('Model');
    }));
});
