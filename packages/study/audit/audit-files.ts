import { correlations, type Table } from '@weir/analysis';
import type { Diagnostic, Outcome } from '@weir/model';
import { reached, refused } from '@weir/model';
import { WEIR_VERSION } from '../execute/version.js';
import { type AuditedColumns, tableUnder } from './assumed-tables.js';
import { checksOf } from './audit-checks.js';
import { conclusionsOf } from './audit-conclusions.js';
import type { AuditDocument, AuditedFile, AuditedMethod } from './audit-document.js';
import { auditedColumns } from './audited-columns.js';
import { comparePublished, type IndicesUnder } from './compare-published.js';
import { type FileRoles, fileRoles } from './file-roles.js';
import { findJoins } from './find-joins.js';
import { type ForeignTable, readForeignTable } from './foreign-table.js';
import { faultText, indicesOf, LEVEL } from './index-under.js';
import { cellsUnder, outcomesUnder } from './indices-in-sum.js';

/** A file as it was read. */
export interface NamedText {
  /** As the person wrote it. */
  readonly file: string;
  readonly text: string;
}

/** How an audit is done. */
export interface AuditOptions {
  /** Largest relative difference of an input and its echo; 1e-12 where nothing is said. */
  readonly tolerance?: number;
}

const TOLERANCE = 1e-12;

/**
 * Audits published files of samples and results: finds how their rows belong together, computes the published kind of
 * index under each join, and compares it with published tables where they are given.
 *
 * @param files - Samples, results, and any published tables, in any order.
 * @errors foreign-table, audit-roles; audit-columns where there is nothing to compute an index from.
 */
export function auditFiles(files: readonly NamedText[], options: AuditOptions = {}): Outcome<AuditDocument> {
  const tables: ForeignTable[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const { file, text } of files) {
    const table = readForeignTable(file, text);
    if (table.ok) tables.push(table.value);
    else diagnostics.push(...table.diagnostics);
  }
  if (diagnostics.length > 0) return refused(diagnostics);
  const roles = fileRoles(tables);
  return roles.ok ? auditRoles(roles.value, options.tolerance ?? TOLERANCE) : roles;
}

function auditRoles(roles: FileRoles, tolerance: number): Outcome<AuditDocument> {
  const { samples, results, indices: published, pValues } = roles;
  const { key, echoes, joins, trusted } = findJoins(samples, results, tolerance);
  const columns = auditedColumns(roles, key, echoes);
  if (!columns.ok) return columns;
  const under: IndicesUnder[] = [];
  let table: Table | undefined;
  for (const { by, places } of joins) {
    // A join by echoes that is that by key tells nothing new.
    if (by === 'echo' && trusted !== 'echo') continue;
    const made = tableUnder(columns.value, places);
    if (!made.ok) return nothingToCompute(faultText(made.faults));
    const found = indicesOf(made.value);
    if (!found.ok) return nothingToCompute(faultText(found.faults));
    if (by === trusted || table === undefined) table = made.value;
    under.push({ by, indices: found.value });
  }
  if (table === undefined) return nothingToCompute('No row of results has a sample.');
  const facts = {
    weir: WEIR_VERSION,
    files: audited(roles),
    files_told_apart_by: roles.by,
    key: key === undefined ? null : { samples: key.samples.name, results: key.results.name },
    echoes: echoes.map(({ input, result, by, contained }) => ({ input, result, by, contained })),
    tolerance,
    joins: joins.map((join) => join.facts),
    trusted: trusted ?? null,
    method: methodOf(columns.value, table),
    outcomes: outcomesUnder(columns.value, under, published, pValues),
    published:
      published === undefined
        ? null
        : comparePublished(published, pValues, under, trusted, columns.value, table.design.runs.length),
    cells: cellsUnder(columns.value, under, published, pValues),
  };
  const checks = checksOf(facts, samples.rows);
  return reached({
    ...facts,
    conclusions: conclusionsOf(facts),
    checks,
    passed: checks.every(({ passed }) => passed),
  });
}

function methodOf({ inputs, varied }: AuditedColumns, table: Table): AuditedMethod {
  const report = varied === undefined ? correlations(table) : undefined;
  const first = report?.ok === true ? report.value.outcomes[0] : undefined;
  return {
    index: varied === undefined ? 'prcc' : 'one-at-a-time',
    runs: table.design.runs.length,
    inputs: inputs.length,
    varied: first?.inputs ?? inputs.length,
    degrees_of_freedom: first?.df ?? null,
    level: LEVEL,
  };
}

function audited({ samples, results, indices, pValues }: FileRoles): readonly AuditedFile[] {
  const entry = (role: AuditedFile['role'], table: ForeignTable | undefined): readonly AuditedFile[] =>
    table === undefined ? [] : [{ file: table.file, role, rows: table.rows, columns: table.columns.length }];
  return [
    ...entry('samples', samples),
    ...entry('results', results),
    ...entry('published-indices', indices?.table),
    ...entry('published-p-values', pValues?.table),
  ];
}

function nothingToCompute(message: string): Outcome<never> {
  return refused([
    {
      code: 'audit-columns',
      severity: 'error',
      message: `No index can be computed from these files. ${message}`,
      hint: 'Samples need two columns of numbers that vary, results a column that is no input.',
    },
  ]);
}
