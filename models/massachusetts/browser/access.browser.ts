import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { goTo, VIEWS, withLab } from '../../../packages/lab/testing/lab-page.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Findings of axe-core in the page as it stands, a line each. */
async function findings(page: Page): Promise<readonly string[]> {
  // Evaluated as a script of the test, which the page's own policy does not bind.
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { violations } = await axe.run();
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
    );
  });
}

interface AxeFinding {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary?: string }[];
}

/** Put into the page by {@link AXE}. */
declare const axe: { run(): Promise<{ readonly violations: readonly AxeFinding[] }> };

describe.each(['light', 'dark'] as const)('axe, %s', (colorScheme) => {
  it.each(VIEWS)('finds nothing in %s', (view) =>
    withLab({ colorScheme }, async ({ page }) => {
      await goTo(page, view);
      await page.waitForTimeout(1_200);
      expect(await findings(page)).toEqual([]);
    }),
  );
});

describe('dialogs', () => {
  it.each(['Share', 'Export', 'Words', 'Get help', 'Display'])('axe finds nothing in %s', (name) =>
    withLab({}, async ({ page }) => {
      const button = page.locator('.header-tools').getByRole('button', { name, exact: true });
      await button.click();
      await page.getByRole('dialog').waitFor();
      expect(await findings(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
      expect(await button.evaluate((one) => one === document.activeElement)).toBe(true);
    }),
  );
});

describe('keys alone', () => {
  it('go from Compare by Explore and a pin to a saved file', () =>
    withLab({}, async ({ page }) => {
      await page.locator('table.matrix button').first().waitFor();
      await tabTo(page, (element) => element.closest('table.matrix') !== null);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Enter');
      await page.locator('.compare-columns[data-open]').waitFor();
      await page.keyboard.press('2');
      await page.locator('.explore h1').waitFor();
      await tabTo(page, (element) => element.matches('.lever input[type=range]'));
      await expectVisible(page);
      for (let move = 0; move < 5; move += 1) await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Tab');
      await tabTo(page, (element) => element.textContent === 'Pin run');
      await expectVisible(page);
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => location.hash.includes('pin='));
      await tabTo(page, (element) => element.textContent === 'Export');
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').waitFor();
      await tabTo(page, (element) => element.textContent === 'Scenario as JSON');
      const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
      expect(download.suggestedFilename()).toBe('massachusetts-scenario.json');
    }));
});

/** Presses Tab until an element is reached; the page's start comes after its end. */
async function tabTo(page: Page, isIt: (element: Element) => boolean): Promise<void> {
  const source = isIt.toString();
  for (let step = 0; step < 250; step += 1) {
    await page.keyboard.press('Tab');
    const found = await page.evaluate(
      (text) =>
        document.activeElement !== null &&
        new Function('element', `return (${text})(element)`)(document.activeElement),
      source,
    );
    if (found === true) return;
  }
  throw new Error(`Tab never reaches ${source}`);
}

/** The focused element lies in the window and below the strip of limits. */
async function expectVisible(page: Page): Promise<void> {
  const place = await page.evaluate(() => {
    const box = document.activeElement?.getBoundingClientRect();
    const strip = document.querySelector('.limits')?.getBoundingClientRect();
    return { top: box?.top ?? -1, bottom: box?.bottom ?? -1, strip: strip?.bottom ?? 0, height: innerHeight };
  });
  expect(place.top).toBeGreaterThanOrEqual(Math.min(place.strip, place.height) - 1);
  expect(place.bottom).toBeLessThanOrEqual(place.height + 1);
}

describe('a narrow page', () => {
  it.each(VIEWS)('of 320 pixels never scrolls sideways in %s', (view) =>
    withLab({ viewport: { width: 320, height: 640 } }, async ({ page }) => {
      await goTo(page, view);
      await page.waitForTimeout(800);
      const [wide, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      expect(wide).toBeLessThanOrEqual(window ?? 0);
    }),
  );
});

describe('wishes of the system', () => {
  it('for less motion leave no animation running', () =>
    withLab({ reducedMotion: 'reduce' }, async ({ page }) => {
      for (const view of VIEWS) {
        await goTo(page, view);
        await page.waitForTimeout(300);
        const moving = await page.evaluate(
          () => document.getAnimations().filter((one) => one.playState === 'running').length,
        );
        expect(moving, view).toBe(0);
      }
    }));

  it('for colors of its own keep the lines visible', () =>
    withLab({ forcedColors: 'active', link: 'v=1&m=massachusetts&view=over-time' }, async ({ page }) => {
      const line = page.locator('.line-chart path').first();
      await line.waitFor();
      const [stroke, page_] = await line.evaluate((path) => [
        getComputedStyle(path).stroke,
        getComputedStyle(document.body).backgroundColor,
      ]);
      expect(stroke).not.toBe('none');
      expect(stroke).not.toBe(page_);
    }));
});
