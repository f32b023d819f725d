import { describe, expect, it } from 'vitest';
import { saved, withLab } from '../../../packages/lab/testing/lab-page.js';

const LINK = 'v=1&m=massachusetts&view=over-time&o=trafficked_sellers&s=';

/** The shape of the total under a policy, from the table of the view. */
async function shapeOf(policy: string): Promise<string> {
  return withLab({ link: `${LINK}${policy}` }, async ({ page }) => {
    const years = page.locator('.over-time .controls-row select');
    await years.selectOption('20');
    await page.locator('.over-time .figure-title').first().waitFor();
    await page.waitForTimeout(1_500);
    const titles = await page.locator('.over-time .figure-title').allTextContents();
    return titles.find((title) => /^All people trafficked/i.test(title)) ?? titles.join(' | ');
  });
}

describe('Over time', () => {
  it('reads full decriminalization as an overshoot of the total', async () => {
    expect(await shapeOf('full-decriminalization')).toMatch(/overshoot/i);
  });

  it('reads partial decriminalization as a slow start of the total', async () => {
    expect(await shapeOf('partial-decriminalization')).toMatch(/slow start/i);
  });
});

interface Exported {
  readonly policies: readonly { readonly outcomes: Readonly<Record<string, readonly (number | null)[]>> }[];
}

describe('the draws of an ensemble', () => {
  it('lie around the default run', () =>
    withLab({ link: 'v=1&m=massachusetts&s=partial-decriminalization&t=60' }, async ({ page }) => {
      await page.getByRole('button', { name: 'Export', exact: true }).click();
      const drawn: Exported = JSON.parse((await saved(page, '200 draws as JSON')).text);
      const run: { readonly outcomes: Readonly<Record<string, number>> } = JSON.parse(
        (await saved(page, 'Run as JSON')).text,
      );
      const policy = drawn.policies.find((one) =>
        JSON.stringify(one).includes('"partial-decriminalization"'),
      );
      for (const [id, values] of Object.entries(policy?.outcomes ?? {})) {
        const finite = values.filter((value) => value !== null);
        expect(Math.min(...finite), id).toBeLessThanOrEqual(run.outcomes[id] ?? Number.NaN);
        expect(Math.max(...finite), id).toBeGreaterThanOrEqual(run.outcomes[id] ?? Number.NaN);
      }
      expect(policy).toBeDefined();
    }));
});
