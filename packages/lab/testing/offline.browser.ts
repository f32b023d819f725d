import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { counted, goTo, VIEWS, withLab } from './lab-page.js';

const SINGLE = fileURLToPath(new URL('../site/single/index.html', import.meta.url));

describe('without a network', () => {
  it('everything works after the first visit, a reload included', () =>
    withLab({}, async ({ page, context, errors }) => {
      await counted(page);
      await page.evaluate(() => navigator.serviceWorker.ready);
      await context.setOffline(true);
      await page.reload();
      await counted(page);
      for (const view of VIEWS) {
        await goTo(page, view);
        await page.waitForTimeout(400);
      }
      expect(errors).toEqual([]);
    }));

  it('the page of one file opens from disk and asks for nothing', () =>
    withLab({}, async ({ context }) => {
      expect(existsSync(SINGLE)).toBe(true);
      const page = await context.newPage();
      const errors: string[] = [];
      const requests: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error') errors.push(message.text());
      });
      page.on('request', (request) => requests.push(request.url()));
      await page.goto(`file://${SINGLE}`);
      await counted(page);
      for (const view of VIEWS) {
        await goTo(page, view);
        await page.waitForTimeout(300);
      }
      expect(errors).toEqual([]);
      expect(requests.filter((url) => !/^(file|blob|data):/.test(url))).toEqual([]);
    }));
});
