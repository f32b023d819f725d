import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tableLines } from './table.js';

const columns = [
  { head: 'Outcome', align: 'left', wraps: true },
  { head: 'Full decriminalization', align: 'right' },
  { head: 'Record relief', align: 'left' },
] as const;

describe('tableLines', () => {
  it('stands heads on the rule, and cuts words too long for their column', () => {
    const lines = tableLines(columns, [['people', '1', '2']], 30);
    const rule = lines.findIndex((line) => line.startsWith('---'));
    expect(lines.slice(0, rule).join(' ')).toMatch(/decriminal[a-z]*-/);
    expect(lines[rule - 1]).toMatch(/^Outcome/);
    expect(lines).toHaveLength(rule + 2);
  });

  it('keeps within the width while cells fit, and loses nothing', () => {
    const label = fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1, maxLength: 8 });
    const cell = fc.stringMatching(/^[0-9]{1,10}$/);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(label, cell, cell), { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 60, max: 100 }),
        (data, width) => {
          const rows = data.map(([words, a, b]) => [words.join(' '), a, b]);
          const lines = tableLines(columns, rows, width);
          for (const line of lines) expect(line.length).toBeLessThanOrEqual(width);
          const text = lines.join(' ');
          for (const [words] of data) for (const word of words) expect(text).toContain(word);
        },
      ),
    );
  });

  it('indents what goes on from the line before', () => {
    const rows = [['one two three four five six seven eight nine ten', '1', '2']];
    const lines = tableLines(columns, rows, 60);
    expect(lines.at(-1)).toMatch(/^ {2}\S/);
  });
});
