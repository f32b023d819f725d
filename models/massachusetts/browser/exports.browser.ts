import { describe, expect, it } from 'vitest';
import { saved, withLab } from '../../../packages/lab/testing/lab-page.js';

describe('what leaves the lab', () => {
  it('as SVG says version, seed, limits and link; as CSV it is the table', () =>
    withLab({ link: 'v=1&m=massachusetts&view=over-time&o=trafficked_adults' }, async ({ page }) => {
      const figure = page.locator('.over-time figure').first();
      await figure.getByRole('button', { name: 'SVG' }).waitFor();
      const svg = await saved(page, 'SVG').catch(() => saved(page, 'SVG'));
      const limits = (await page.locator('.limits summary > span').first().textContent()) ?? '';
      const told = await page.evaluate((text) => {
        const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
        return {
          errors: parsed.querySelectorAll('parsererror').length,
          metadata: parsed.querySelector('metadata')?.textContent ?? '',
          words: [...parsed.querySelectorAll('text')].map((one) => one.textContent).join(' '),
          title: parsed.querySelector('title')?.textContent,
          colors: text.includes('var('),
        };
      }, svg.text);
      expect(told.errors).toBe(0);
      expect(told.colors).toBe(false);
      const metadata = JSON.parse(told.metadata);
      expect(metadata).toMatchObject({ seed: 1234, model: 'massachusetts', limits: { strip: limits } });
      expect(metadata.weir).toMatch(/^\d+\.\d+\.\d+$/);
      expect(told.words).toContain(limits.slice(0, 40));
      expect(told.title).toBe(await figure.locator('.figure-title').textContent());

      const csv = await saved(page, 'CSV');
      await figure.getByRole('button', { name: 'Table' }).click();
      const rows = await figure.locator('tbody tr').count();
      expect(csv.text.trim().split('\r\n')).toHaveLength(rows + 1);
    }));

  it('as XMILE comes back as the same model at the same places', () =>
    withLab({ link: 'v=1&m=massachusetts&s=partial-decriminalization' }, async ({ page }) => {
      await page.getByRole('button', { name: 'Export', exact: true }).click();
      const own = await saved(page, 'Model as XMILE');
      const run: { readonly stocks: Readonly<Record<string, number>> } = JSON.parse(
        (await saved(page, 'Run as JSON')).text,
      );
      await page.keyboard.press('Escape');
      await page.locator('input[type=file]').setInputFiles({
        name: own.name,
        mimeType: 'application/xml',
        buffer: Buffer.from(own.text),
      });
      await page.waitForFunction(() => !location.hash.includes('m='));
      await page.getByRole('button', { name: 'Export', exact: true }).click();
      const again = await saved(page, 'Model as XMILE');
      expect(placesIn(again.text)).toEqual(placesIn(own.text));
      expect(placesIn(own.text).length).toBeGreaterThan(40);
      expect(Object.keys(run.stocks).length).toBe(22);
    }));
});

/** Every place of a view. */
function placesIn(xmile: string): readonly string[] {
  return [...xmile.matchAll(/ x="[^"]*" y="[^"]*"/g)].map(([place]) => place);
}
