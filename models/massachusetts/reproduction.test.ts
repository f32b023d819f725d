import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Outcome } from '@weir/model';
import { auditMarkdown } from '@weir/report';
import { auditModel, type ModelAuditDocument } from '@weir/study';
import { openEvidence, openFindings, openStudy } from '@weir/study/node';
import { beforeAll, describe, expect, it } from 'vitest';

const folder = fileURLToPath(new URL('.', import.meta.url));
const prepared = settled(openStudy(folder));

function settled<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(JSON.stringify(outcome.diagnostics, null, 2));
}

describe('the audit of the published model', () => {
  let audit: ModelAuditDocument;
  beforeAll(async () => {
    audit = settled(await auditModel(prepared, settled(openFindings(folder)), settled(openEvidence(folder))));
  }, 120_000);
  const claim = (id: string) => {
    const found = audit.claims.find((one) => one.id === id);
    if (found === undefined) throw new Error(`no claim ${id}`);
    return found;
  };

  it('is what stands in docs/reproduction.md', () => {
    const page = readFileSync(new URL('../../docs/reproduction.md', import.meta.url), 'utf8');
    expect(page).toBe(auditMarkdown(audit, prepared.study));
  });

  it('finds that partial stays below full decriminalization in every model', () => {
    expect(claim('partial-below-full-trafficked').verdict).toBe('all');
    expect(claim('partial-below-full-traffickers').verdict).toBe('all');
  });

  it('finds that the reading of recovery decides whether partial decriminalization lowers trafficking', () => {
    const { verdict, holds } = claim('partial-lowers-trafficked');
    expect(verdict).toBe('some');
    expect(
      Object.entries(holds)
        .filter(([, held]) => held !== true)
        .map(([id]) => id),
    ).toEqual(['D4a', 'D4b']);
  });

  it('has every finding of the ledger, and mends those that name a correction', () => {
    const ids = audit.findings.map(({ id }) => id);
    for (const [letter, count] of [
      ['D', 18],
      ['A', 11],
    ] as const)
      for (let number = 1; number <= count; number += 1) expect(ids).toContain(`${letter}${number}`);
  });

  it('executes the arithmetic of the published tables', () => {
    // From the paper's Table 1 and the authors' workbook: 3,498,347 men, one buyer in 14, 7.482 purchases each a year.
    const value = (name: string) => audit.estimates.find((one) => one.name === name)?.steps.at(-1)?.value;
    expect(Math.round(value('buyers_a_year') ?? 0)).toBe(249_882);
    expect(value('purchases_a_year_each')).toBeCloseTo(7.482, 10);
    expect(Math.round(value('purchases_a_year') ?? 0)).toBe(1_869_617);
    expect(Math.round(value('purchases_a_month') ?? 0)).toBe(155_801);
  });
});
