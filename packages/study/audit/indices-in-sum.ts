import { studentTwoSided } from '@weir/analysis';
import type { AuditedColumns } from './assumed-tables.js';
import type {
  AuditedCell,
  AuditedOutcome,
  AuditedValue,
  JoinKind,
  OutcomeSummary,
  PublishedSummary,
} from './audit-document.js';
import type { IndicesUnder } from './compare-published.js';
import { LEVEL, significanceOf, summaryIn, valueIn } from './index-under.js';
import { type PublishedIndices, publishedValue } from './published-indices.js';

/** Indices of every outcome in sum, under every join and as published. */
export function outcomesUnder(
  { inputs, outcomes, samples, varied }: AuditedColumns,
  under: readonly IndicesUnder[],
  published: PublishedIndices | undefined,
  pValues: PublishedIndices | undefined,
): readonly AuditedOutcome[] {
  const tests = under.map(({ indices }) => significanceOf(indices));
  return outcomes.map((outcome, m) => {
    const joins: Partial<Record<JoinKind, OutcomeSummary>> = {};
    for (const [u, { by, indices }] of under.entries())
      joins[by] = summaryIn(indices, inputs, m, tests[u] ?? []);
    // Published coefficients are tested as published: as plain correlations.
    const df = varied === undefined ? samples.rows - 2 : undefined;
    return {
      outcome,
      joins,
      published:
        published === undefined ? null : (publishedSummary(published, pValues, inputs, outcome, df) ?? null),
    };
  });
}

/** Every index under every join and as published. */
export function cellsUnder(
  { inputs, outcomes }: AuditedColumns,
  under: readonly IndicesUnder[],
  published: PublishedIndices | undefined,
  pValues: PublishedIndices | undefined,
): readonly AuditedCell[] {
  const read = (table: PublishedIndices | undefined, input: string, outcome: string): number | null =>
    table === undefined ? null : (publishedValue(table, input, outcome) ?? null);
  return outcomes.flatMap((outcome, m) =>
    inputs.map((input, j) => {
      const joins: Partial<Record<JoinKind, AuditedValue>> = {};
      for (const { by, indices } of under) joins[by] = valueIn(indices, j, m);
      return {
        input,
        outcome,
        published: read(published, input, outcome),
        published_p: read(pValues, input, outcome),
        joins,
      };
    }),
  );
}

function publishedSummary(
  published: PublishedIndices,
  pValues: PublishedIndices | undefined,
  inputs: readonly string[],
  outcome: string,
  df: number | undefined,
): PublishedSummary | undefined {
  const values = inputs.flatMap((input) => {
    const value = publishedValue(published, input, outcome);
    return value === undefined ? [] : [{ input, value }];
  });
  const [first] = values;
  if (first === undefined) return undefined;
  const largest = values.reduce(
    (best, one) => (Math.abs(one.value) > Math.abs(best.value) ? one : best),
    first,
  );
  const p = values.map(({ input, value }) => {
    const printed = pValues === undefined ? undefined : publishedValue(pValues, input, outcome);
    if (printed !== undefined || df === undefined || df < 1 || Math.abs(value) > 1) return printed;
    return studentTwoSided(value * Math.sqrt(df / ((1 - value) * (1 + value))), df).p;
  });
  return {
    largest: Math.abs(largest.value),
    largest_input: largest.input,
    tests: values.length,
    significant: df === undefined ? null : p.filter((one) => one !== undefined && one < LEVEL).length,
  };
}
