import { describe, expect, it } from 'vitest';
import { withLab } from './lab-page.js';

const LINK = 'v=1&m=massachusetts&view=model';

describe('the map', () => {
  it('is walked with arrows, and Enter opens the card that the outline opens', () =>
    withLab({ link: LINK }, async ({ page }) => {
      const map = page.locator('.model-map, .live-map').first();
      await map.waitFor();
      await map.locator('[tabindex="0"]').first().focus();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Enter');
      const card = page.locator('.variable-card, .card').first();
      await card.waitFor();
      const title = (await card.locator('h2, h3').first().textContent()) ?? '';
      expect(title.length).toBeGreaterThan(3);
    }));
});
