import { directionCounts, rungOf, rungWord } from '@weir/figures';
import type { OutcomeKind } from '@weir/study';
import { describe, expect, it } from 'vitest';
import { counted, saved, withLab } from '../../../packages/lab/testing/lab-page.js';

interface Exported {
  readonly draws: number;
  readonly outcomes: Readonly<Record<string, { readonly kind: OutcomeKind; readonly short: string }>>;
  readonly policies: readonly {
    readonly label: string;
    readonly status: readonly string[];
    readonly outcomes: Readonly<Record<string, readonly (number | null)[]>>;
  }[];
}

const numbers = (values: readonly (number | null)[] = []) =>
  Float64Array.from(values, (value) => value ?? Number.NaN);

describe('the words of the matrix', () => {
  it('are those of the ladder, counted anew from the exported draws', () =>
    withLab({}, async ({ page }) => {
      await counted(page);
      const cells = await page.locator('table.matrix tbody tr').evaluateAll((rows) =>
        rows.map((row) => ({
          label: row.querySelector('th')?.textContent?.trim() ?? '',
          words: [...row.querySelectorAll('td .cell-word')].map((cell) => cell.textContent ?? ''),
        })),
      );
      await page.getByRole('button', { name: 'Export', exact: true }).click();
      const { text } = await saved(page, '200 draws as JSON');
      const exported: Exported = JSON.parse(text);
      const baseline = exported.policies[0];
      const heads = (await page.locator('table.matrix thead th').allTextContents()).slice(1);
      let compared = 0;
      for (const policy of exported.policies.slice(1)) {
        const row = cells.find(({ label }) => label === policy.label);
        for (const [place, shown] of (row?.words ?? []).entries()) {
          const head = heads[place]?.replace(/\d+$/, '');
          const [id = '', outcome] =
            Object.entries(exported.outcomes).find(([, one]) => one.short === head) ?? [];
          // Counts near a threshold are made again with more draws.
          if (outcome === undefined || shown.includes('borderline')) continue;
          const counts = directionCounts(
            numbers(policy.outcomes[id]),
            numbers(baseline?.outcomes[id]),
            outcome.kind,
          );
          expect(shown, `${policy.label}, ${id}`).toContain(rungWord(rungOf(counts)));
          compared += 1;
        }
      }
      expect(compared).toBeGreaterThan(10);
    }));

  it('are none before 100 draws', () =>
    withLab({ link: 'v=1&m=massachusetts&n=60' }, async ({ page }) => {
      await page.waitForFunction(() => /of 60/.test(document.querySelector('.method')?.textContent ?? ''));
      await page.waitForFunction(() => /60 of 60/.test(document.querySelector('.method')?.textContent ?? ''));
      const words = await page.locator('table.matrix tbody td .cell-word').allTextContents();
      expect(words.length).toBeGreaterThan(10);
      expect(words.filter((text) => /Lower|Higher|About the same|Mixed/.test(text))).toEqual([]);
    }));

  it('never stand for a total without its parts', () =>
    withLab({ link: 'v=1&m=massachusetts&o=trafficked_sellers' }, async ({ page }) => {
      const heads = await page.locator('table.matrix thead th').allTextContents();
      expect(heads.length).toBeGreaterThanOrEqual(4);
      expect(heads.join(' ')).toMatch(/adults/i);
      expect(heads.join(' ')).toMatch(/young people/i);
    }));

  it('follow the reading of recovery, while the limits stay', () =>
    withLab({ link: 'v=1&m=massachusetts&t=long&o=trafficked_sellers' }, async ({ page }) => {
      await counted(page);
      const total = page.getByRole('button', { name: /^Partial decriminalization, all people trafficked/i });
      expect(await total.textContent()).toMatch(/lower in/);
      const limits = (await page.locator('.limits summary > span').first().textContent()) ?? 'none';
      const reading = page.locator('.reading select').first();
      const answers = await reading.locator('option').allTextContents();
      expect(answers.length).toBeGreaterThan(1);
      await reading.selectOption({ index: 1 });
      await page.waitForFunction(() => location.hash.includes('c='));
      await page.waitForTimeout(1_000);
      await counted(page);
      expect(await total.textContent()).not.toMatch(/: lower in/);
      expect(await page.locator('.limits').textContent()).toContain(limits);
    }));
});
