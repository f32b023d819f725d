import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { csv } from '../tables/csv.js';
import { INPUT } from '../testing/study-input.js';
import { reportFigures, reportTables } from './report-files.js';

const tables = reportTables(INPUT);
const text = (name: string): string => tables.find((file) => file.name === name)?.text ?? '';

describe('files beside the page', () => {
  it('hold full digits, whatever the page shows', () => {
    expect(text('levels.csv').split('\r\n')[1]).toMatch(
      /^Current law \(criminalization\),9919\.76528754865,/,
    );
    expect(text('change.csv')).toMatch(/^scenario,trafficked_sellers_change_percent,/);
    expect(text('published-table-2.csv')).toContain('20697.5392354736');
    expect(JSON.parse(text('comparison.json'))).toMatchObject({ model: 'a-state' });
  });

  it('have names of their own', () => {
    const names = [...tables, ...reportFigures(INPUT)].map((file) => file.name);
    expect(new Set(names).size).toBe(names.length);
  });

  it('hold figures that are XML and carry their source', () => {
    for (const file of reportFigures(INPUT)) {
      const parser = new SaxesParser({ xmlns: true });
      parser.on('error', (error) => {
        throw error;
      });
      expect(() => parser.write(file.text).close()).not.toThrow();
      expect(file.text).toContain('"model":"a-state"');
    }
  });
});

describe('csv', () => {
  it('quotes what needs it and defuses formulas, but not numbers', () => {
    const table = {
      id: 't',
      caption: '',
      columns: [
        { key: 'a', label: 'A' },
        { key: 'b', label: 'B' },
      ],
      rows: [
        ['=1+1', { value: -5.5, shown: 'x' }],
        ['say "no", twice', { value: 1e-7, shown: 'x' }],
      ],
    };
    expect(csv(table)).toBe('a,b\r\n\'=1+1,-5.5\r\n"say ""no"", twice",1e-7\r\n');
  });
});
