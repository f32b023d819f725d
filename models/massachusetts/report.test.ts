import { type ReportInput, reportPage, reportTables } from '@weir/report';
import { compareScenarios } from '@weir/study';
import { openStudy } from '@weir/study/node';
import { describe, expect, it } from 'vitest';
import { comparisonOf, INPUT } from '../../packages/report/testing/study-input.js';

/** The report's input from runs of the bundled study. */
async function freshInput(): Promise<ReportInput> {
  const prepared = openStudy('massachusetts');
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.diagnostics));
  const comparison = await compareScenarios(prepared.value, [], {
    set: new Map(),
    until: 'published',
    backend: 'javascript',
    saveEvery: 5,
  });
  if (!comparison.ok) throw new Error(JSON.stringify(comparison.diagnostics));
  const { study, model } = prepared.value;
  return { comparison: comparison.value, study, model };
}

describe('the report of the Massachusetts study, from fresh runs', async () => {
  const input = await freshInput();
  const page = reportPage(input);

  it('reproduces every published row', () => {
    const table = reportTables(input).find((file) => file.name === 'published-table-2.csv');
    const rows = (table?.text ?? '').trimEnd().split('\r\n').slice(1);
    expect(rows).toHaveLength(6);
    for (const row of rows) expect(row).toMatch(/,"?yes/);
    expect(page).toContain('gives the published digits (dot) in all six rows');
  });

  it('says the same as independently computed runs', () => {
    const lead = /<div class="lead">.*?<\/div>/s;
    const other = reportPage({ ...input, comparison: comparisonOf(INPUT.comparison.runs) });
    expect(page.match(lead)?.[0]).toBe(other.match(lead)?.[0]);
    expect(page).toContain('Young people (under 18) trafficked for sex: higher under every policy');
  });

  it('draws how the runs settle, and keeps all saved months in a file', () => {
    expect(page).toContain('not a forecast');
    const series = reportTables(input).find((file) => file.name === 'series-trafficked_sellers.csv');
    expect(series?.text.split('\r\n').length).toBeGreaterThan(40);
  });
});
