import { describe, expect, it } from 'vitest';
import { withLab } from '../../../packages/lab/testing/lab-page.js';

describe('the brief', () => {
  it.each(['Letter', 'A4'])('is one page of %s, with limits and link', (format) =>
    withLab({ link: 'v=1&m=massachusetts&t=60' }, async ({ page }) => {
      await page.getByRole('button', { name: 'Export', exact: true }).click();
      await page.getByRole('button', { name: 'Brief to print' }).click();
      await page.locator('.brief[data-ready]').waitFor({ timeout: 90_000 });
      const text = (await page.locator('.brief').textContent()) ?? '';
      const limits = (await page.locator('.limits summary > span').first().textContent()) ?? 'none';
      expect(text).toContain(limits);
      expect(text).toContain('#v=1&m=massachusetts');
      const file = (await page.pdf({ format, printBackground: true })).toString('latin1');
      expect([...file.matchAll(/\/Type\s*\/Page[^s]/g)]).toHaveLength(1);
    }),
  );
});
