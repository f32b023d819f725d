import { expect, test } from 'vitest';
import { sharedFile } from '../testing/shared-file.js';
import type { AuditDocument, JoinKind } from './audit-document.js';
import { auditFiles } from './audit-files.js';

/** What `paper-audit.md`, section 3, and `golden/README.md` state of the archive's files. */
const JOINED = {
  largest: [0.893, 0.937, 0.963, 0.95, 0.952, 0.967],
  significant: [31, 34, 26, 26, 22, 29],
  bonferroni: [26, 29, 22, 21, 18, 27],
};
const PUBLISHED = { largest: [0.068, 0.048, 0.065, 0.077, 0.073, 0.096], significant: [5, 5, 5, 4, 5, 5] };

function document(files: readonly { readonly file: string; readonly text: string }[]): AuditDocument {
  const audit = auditFiles(files);
  if (!audit.ok) throw new Error(audit.diagnostics.map(({ message }) => message).join('\n'));
  return audit.value;
}

const total = (counts: readonly number[]): number => counts.reduce((a, b) => a + b, 0);

test('the archive of the trafficking paper: rows out of place, and what they do to its table', (context) => {
  const audit = document(
    ['lhs_20pct_outputs', 'prcc_pvalues_published', 'lhs_20pct_samples', 'prcc_table_published'].map(
      (name) => ({ file: `${name}.csv`, text: sharedFile(context, `reference/${name}.csv`) }),
    ),
  );
  expect(audit.files.map(({ role }) => role)).toEqual([
    'samples',
    'results',
    'published-indices',
    'published-p-values',
  ]);
  expect(audit.key).toEqual({ samples: 'run_id', results: 'scenario' });
  expect(audit.echoes).toHaveLength(12);
  expect(audit.echoes).toContainEqual({
    input: 'prosecution_culture',
    result: 'seller_prosecution_culture',
    by: 'values',
    contained: true,
  });
  const join = (by: JoinKind) => audit.joins.find((one) => one.by === by);
  expect(audit.trusted).toBe('key');
  const found = { rows: 5000, in_place: 1060, largest_displacement: 25, equal_bits: 11074, confirmed: true };
  expect(join('key')).toMatchObject(found);
  expect(join('echo')).toMatchObject(found);
  expect(join('position')).toMatchObject({ agreeing_rows: 1060, confirmed: false });
  expect(audit.method).toMatchObject({ index: 'prcc', varied: 42, degrees_of_freedom: 4957 });

  const byKey = audit.outcomes.map(({ joins }) => joins.key);
  expect(byKey.map((one) => Number(one?.largest?.toFixed(3)))).toEqual(JOINED.largest);
  expect(byKey.map((one) => one?.significant)).toEqual(JOINED.significant);
  expect(byKey.map((one) => one?.significant_after_bonferroni)).toEqual(JOINED.bonferroni);
  expect(total(byKey.map((one) => one?.significant_after_benjamini_hochberg ?? 0))).toBe(163);
  const published = audit.outcomes.map((one) => one.published);
  expect(published.map((one) => Number(one?.largest.toFixed(3)))).toEqual(PUBLISHED.largest);
  expect(published.map((one) => one?.significant)).toEqual(PUBLISHED.significant);
  for (const { joins } of audit.outcomes) {
    expect(joins.position?.verdict).toBe('check-the-join');
    expect(joins.key?.verdict).not.toBe('check-the-join');
    expect(joins.key?.r_squared).toBeGreaterThan(0.942);
    expect(joins.position?.r_squared).toBeLessThan(0.062);
  }

  // The published table is a mis-join within sampling noise, and no table of these files.
  expect(audit.published).toMatchObject({ reproduced: false, p_value_degrees_of_freedom: 4998 });
  expect(audit.published?.dilution?.slope).toBeCloseTo(0.11, 2);
  expect(audit.published?.dilution?.residual).toBeLessThan(audit.published?.dilution?.noise ?? 0);
  expect(audit.passed).toBe(false);
  const standing = (sentence: RegExp) =>
    audit.conclusions.find((conclusion) => sentence.test(conclusion.sentence))?.standing;
  expect(standing(/1060 of 5000 rows.*21\.2 %/)).toBe('proved');
  expect(standing(/0\.967 joined by key.*published one is 0\.0956/)).toBe('proved');
  expect(standing(/168 of 252.*29 of 252/)).toBe('proved');
  expect(standing(/about 11 % stand in the row/)).toBe('inferred');
  expect(standing(/not among these/)).toBe('open');

  const golden = JSON.parse(sharedFile(context, 'golden/paper_realigned_prcc.json')).sets.default;
  for (const cell of audit.cells) {
    const own = golden.outputs[cell.outcome];
    const place = golden.parameters.indexOf(cell.input);
    expect(Math.abs((cell.joins.key?.value ?? 9) - own.prcc[place])).toBeLessThan(1e-10);
    const byRow = own.as_published_pairing_row_order.prcc[place];
    expect(Math.abs((cell.joins.position?.value ?? 9) - byRow)).toBeLessThan(1e-10);
  }
});

test("the archive's one-at-a-time files stand in place, and give the published table", (context) => {
  const audit = document(
    ['oat_samples', 'oat_outputs', 'oat_signed_si'].map((name) => ({
      file: `${name}.csv`,
      text: sharedFile(context, `reference/${name}.csv`),
    })),
  );
  expect(audit.method).toMatchObject({ index: 'one-at-a-time', runs: 2200, inputs: 44 });
  expect(audit.joins[0]).toMatchObject({ by: 'key', rows: 2200, in_place: 2200, confirmed: true });
  expect(audit.published).toMatchObject({ reproduced: true, values: 264 });
  expect(audit.published?.fits[0]?.largest_difference).toBeLessThan(1e-10);
  expect(audit.checks.filter(({ passed }) => !passed)).toEqual([]);
});
