import { describe, expect, it } from 'vitest';
import { withLab } from '../../../packages/lab/testing/lab-page.js';

declare global {
  /** Workers that the page has started, in order; put there by the test. */
  var startedWorkers: Worker[];
}

describe('a worker that stops', () => {
  it('is said, keeps the last result, and works again on Retry', () =>
    withLab({ link: 'v=1&m=massachusetts&n=1000', wait: false }, async ({ page }) => {
      await page.addInitScript(() => {
        globalThis.startedWorkers = [];
        const Plain = Worker;
        globalThis.Worker = class extends Plain {
          constructor(address: string | URL, options?: WorkerOptions) {
            super(address, options);
            globalThis.startedWorkers.push(this);
          }
        };
      });
      await page.reload();
      await page.waitForFunction(() =>
        /[1-9]\d* of 1000 draws/.test(document.querySelector('.method')?.textContent ?? ''),
      );
      await page.evaluate(() => {
        for (const worker of globalThis.startedWorkers)
          worker.dispatchEvent(new ErrorEvent('error', { message: 'Stopped by the test.' }));
      });
      const notice = page.getByRole('alert').filter({ hasText: 'Stopped by the test.' });
      await notice.waitFor();
      expect(await page.locator('table.matrix td').count()).toBeGreaterThan(10);
      await notice.getByRole('button', { name: 'Retry' }).click();
      await notice.waitFor({ state: 'detached' });
      await page.waitForFunction(() =>
        /1000 of 1000 draws/.test(document.querySelector('.method')?.textContent ?? ''),
      );
    }));
});
