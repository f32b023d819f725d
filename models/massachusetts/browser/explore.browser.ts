import { describe, expect, it } from 'vitest';
import { goTo, withLab } from '../../../packages/lab/testing/lab-page.js';

describe('Explore', () => {
  it('follows a slider at every move, pins nothing by itself, and makes one undo step of the gesture', () =>
    withLab({ link: 'v=1&m=massachusetts&view=explore' }, async ({ page, errors }) => {
      await page.locator('.explore .figure-title').first().waitFor();
      const slider = page.locator('.lever input[type=range]:not([disabled])').first();
      await slider.focus();
      const before = await page.locator('.run-list li').count();
      for (let move = 0; move < 50; move += 1) await page.keyboard.press('ArrowRight');
      expect(await page.locator('.run-list li').count()).toBe(before);
      await page.waitForFunction(() => location.hash.includes('s='));
      expect(await page.locator('.header .edited').count()).toBe(1);
      expect(errors).toEqual([]);
    }));

  it('pins the draft, and takes the pin back with undo', () =>
    withLab({ link: 'v=1&m=massachusetts&view=explore' }, async ({ page }) => {
      const runs = page.locator('.run-list li');
      await runs.first().waitFor();
      const before = await runs.count();
      await page.locator('.run-list').getByRole('button', { name: 'Pin run' }).click();
      await expect.poll(() => runs.count()).toBe(before + 1);
      await page.keyboard.press('Control+z');
      await expect.poll(() => runs.count()).toBe(before);
    }));

  it('says the allowed range for a number outside it, and changes nothing', () =>
    withLab({ link: 'v=1&m=massachusetts&view=explore' }, async ({ page }) => {
      await page.locator('.explore .figure-title').first().waitFor();
      const lever = page.locator('.lever').filter({ has: page.locator('input[type=range]:not([disabled])') });
      const field = lever.first().locator('input[type=number]');
      const title = await page.locator('.explore .figure-title').first().textContent();
      await field.fill('999999999');
      const problem = await lever.first().locator('.lever-problem').textContent();
      expect(problem).toMatch(/\d.* to .*\d/);
      expect(await field.getAttribute('aria-invalid')).toBe('true');
      expect(await page.locator('.explore .figure-title').first().textContent()).toBe(title);
      expect(new URL(page.url()).hash).not.toContain('999999999');
    }));

  it('does nothing for single keys that are switched off', () =>
    withLab({ link: 'v=1&m=massachusetts' }, async ({ page }) => {
      await page.getByRole('button', { name: 'Display', exact: true }).click();
      await page.getByLabel('Single keys do things').uncheck();
      await page.keyboard.press('Escape');
      await page.keyboard.press('p');
      await page.keyboard.press('2');
      expect(new URL(page.url()).hash).not.toContain('pin=');
      expect(await page.locator('.navigation [aria-current]').textContent()).toBe('Compare');
      await goTo(page, 'Explore');
    }));
});
