import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { correctionRows, correctionsTable, policyTables } from './testing/corrections-tables.js';

const file = new URL('../../docs/corrections.md', import.meta.url);
const rows = correctionRows();

/** The text with what stands between two marks of generated text. */
function withGenerated(text: string, name: string, table: string): string {
  const [start, end] = [`<!-- ${name}: generated -->`, `<!-- ${name}: end -->`];
  const [from, to] = [text.indexOf(start), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`no marks for ${name}`);
  return `${text.slice(0, from)}${start}\n\n${table}\n\n${text.slice(to)}`;
}

// `WEIR_WRITE_DOCS=1 npx vitest run models/massachusetts/corrections-docs.test.ts` writes the tables anew.
it('docs/corrections.md has the results of the models', () => {
  const text = readFileSync(file, 'utf8');
  const generated = withGenerated(
    withGenerated(text, 'corrections', correctionsTable(rows)),
    'policies',
    policyTables(),
  );
  if (process.env.WEIR_WRITE_DOCS === '1') writeFileSync(file, generated);
  expect(readFileSync(file, 'utf8')).toBe(generated);
});

describe.each(rows)('what docs/corrections.md says of $asked', ({ asked, change }) => {
  it('holds: partial below full decriminalization, and more young people under partial', () => {
    const [partial, full] = ['partial-decriminalization', 'full-decriminalization'].map((scenario) =>
      change(scenario, 'trafficked_sellers'),
    );
    expect(partial).toBeLessThan(full ?? Number.NaN);
    expect(change('partial-decriminalization', 'trafficked_youth')).toBeGreaterThan(0);
    expect(full).toBeGreaterThan(0);
    // With records that stay with people, the reading of recovery does not decide the direction.
    if (/A1|recommended/.test(asked)) expect(partial).toBeLessThan(0);
    expect(change('expungement', 'trafficked_sellers')).toBeLessThan(0);
  });
});
