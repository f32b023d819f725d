import { describe, expect, it } from 'vitest';
import { withLab } from '../../../packages/lab/testing/lab-page.js';

const LINK = 'v=1&m=massachusetts&view=model';

describe('the map', () => {
  it('is walked with arrows, and Enter opens the card that the outline opens', () =>
    withLab({ link: LINK }, async ({ page }) => {
      const map = page.locator('.map-picture');
      await map.waitFor();
      await map.focus();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Enter');
      const title = page.locator('.model-view .card #card-title');
      await title.waitFor();
      const chosen = (await title.textContent()) ?? '';
      expect(chosen.length).toBeGreaterThan(3);
      await page.getByRole('button', { name: 'As a list' }).click();
      await page.locator('.outline').getByRole('button', { name: chosen, exact: true }).click();
      expect(await title.textContent()).toBe(chosen);
    }));
});
