import { describe, expect, it } from 'vitest';
import { counted, goTo, site, VIEWS, withLab } from './lab-page.js';

describe('a first visit', () => {
  it('shows question, content note, limits and matrix, without an error, from its own origin alone', () =>
    withLab({}, async ({ page, requests, errors }) => {
      await page.getByRole('heading', { level: 1, name: /which policies move which outcomes/ }).waitFor();
      await page.getByLabel('About the content').waitFor();
      await page.locator('.limits').waitFor();
      await page.locator('table.matrix').waitFor();
      await counted(page);
      expect(errors).toEqual([]);
      expect(requests.filter((url) => !url.startsWith(site()))).toEqual([]);
    }));

  it('asks for nothing once it is loaded and kept, and stores no cookie and no local data', () =>
    withLab({}, async ({ page, context, requests }) => {
      await counted(page);
      await page.evaluate(() => navigator.serviceWorker.ready);
      // The checks of the cells ask for models with corrections, and those for their files.
      await page.waitForLoadState('networkidle');
      await page.waitForTimeout(3_000);
      const before = requests.length;
      await page.waitForTimeout(3_000);
      expect(requests.slice(before)).toEqual([]);
      expect(await context.cookies()).toEqual([]);
      expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
    }));

  it('walks through every view without an error or a foreign request', () =>
    withLab({}, async ({ page, requests, errors }) => {
      for (const view of VIEWS) {
        await goTo(page, view);
        await page.waitForTimeout(500);
      }
      expect(errors).toEqual([]);
      expect(requests.filter((url) => !url.startsWith(site()) && !url.startsWith('blob:'))).toEqual([]);
    }));
});
