import { directionCounts, type OutcomeKind, rungOf, rungWord } from '@weir/figures';
import { describe, expect, it } from 'vitest';
import { counted, saved, withLab } from './lab-page.js';

interface Exported {
  readonly draws: number;
  readonly outcomes: Readonly<Record<string, { readonly kind: OutcomeKind }>>;
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
      let compared = 0;
      for (const policy of exported.policies.slice(1)) {
        const row = cells.find(({ label }) => label === policy.label);
        expect(row, policy.label).toBeDefined();
        const ids = Object.keys(exported.outcomes).filter((id) => id in policy.outcomes);
        for (const [place, shown] of (row?.words ?? []).entries()) {
          // Counts near a threshold are made again with more draws.
          if (shown.includes('borderline')) continue;
          const words = ids.map((id) => {
            const kind = exported.outcomes[id]?.kind ?? 'people';
            const counts = directionCounts(
              numbers(policy.outcomes[id]),
              numbers(baseline?.outcomes[id]),
              kind,
            );
            return { id, word: rungWord(rungOf(counts)) };
          });
          const heads = await page.locator('table.matrix thead th').count();
          expect(heads).toBe((row?.words.length ?? 0) + 1);
          const id = await outcomeAt(page, place);
          const expected = words.find((one) => one.id === id);
          if (expected === undefined) continue;
          expect(shown, `${policy.label}, ${id}`).toContain(expected.word);
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
    withLab({ link: 'v=1&m=massachusetts&o=trafficked' }, async ({ page }) => {
      const heads = await page.locator('table.matrix thead th').allTextContents();
      expect(heads.length).toBeGreaterThanOrEqual(4);
      expect(heads.join(' ')).toMatch(/adults/i);
      expect(heads.join(' ')).toMatch(/young people/i);
    }));

  it('follow the reading of recovery, while the limits stay', () =>
    withLab({ link: 'v=1&m=massachusetts&t=long&o=trafficked' }, async ({ page }) => {
      await counted(page);
      const total = page.getByRole('button', { name: /^Partial decriminalization, all trafficked/i });
      expect(await total.getAttribute('aria-label')).toMatch(/lower in/);
      const limits = await page.locator('.limits').textContent();
      const reading = page.locator('.reading select').first();
      const answers = await reading.locator('option').allTextContents();
      expect(answers.length).toBeGreaterThan(1);
      await reading.selectOption({ index: 1 });
      await page.waitForFunction(() => location.hash.includes('c='));
      await page.waitForTimeout(1_000);
      await counted(page);
      expect(await total.getAttribute('aria-label')).not.toMatch(/: lower in/);
      expect(await page.locator('.limits').textContent()).toBe(limits);
    }));
});

/** Outcome of a column, from the name of the first cell in it. */
async function outcomeAt(page: import('playwright-core').Page, column: number): Promise<string> {
  const head =
    (await page
      .locator('table.matrix thead th')
      .nth(column + 1)
      .textContent()) ?? '';
  return OUTCOMES.find(([, name]) => name.test(head.replace(/\d+$/, '')))?.[0] ?? head;
}

/** Headline outcomes of the bundled model by the words of their columns. */
const OUTCOMES: readonly (readonly [string, RegExp])[] = [
  ['trafficked_adults', /^adults trafficked/i],
  ['trafficked_youth', /^young people trafficked/i],
  ['trafficked', /^all trafficked/i],
  ['traffickers', /^traffickers/i],
];
