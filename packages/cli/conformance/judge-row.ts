import type { BackendName } from '@weir/engine';
import type { Diagnostic } from '@weir/model';
import { readModel, readModelFile, sourceText } from '@weir/model';
import { compareTables } from './compare-tables.js';
import type { CorpusFiles } from './corpus-files.js';
import { corpusLoader } from './corpus-loader.js';
import { decodeText } from './decode-text.js';
import type { BadRow, ManifestRow, RowClass } from './manifest.js';
import { readOutput } from './output-table.js';
import type { RoundTrip } from './round-trip.js';
import { conversion, ownRoundTrip } from './round-trip.js';
import { BACKEND_NAMES, refusal, runModel } from './run-model.js';
import { firstDifference, SAME_BITS } from './same-numbers.js';

/** How a file fared. */
export interface RowResult {
  readonly path: string;
  readonly class: RowClass | 'unknown';
  /**
   * `pass` met its canonical output; `refused` was turned away with a message; `reported` ran with warnings; `FAIL` is
   * anything that its class does not allow.
   */
  readonly verdict: 'pass' | 'refused' | 'reported' | 'FAIL';
  /** One line: what was compared, the message, or what went wrong. */
  readonly detail: string;
  /** Codes of all that was said about the file. */
  readonly codes: readonly string[];
  /** Whether all backends gave the same bits; absent where nothing ran. */
  readonly backendsAgree?: boolean;
  readonly roundTrip?: RoundTrip;
  /** By way of the other language. */
  readonly conversion?: RoundTrip;
}

/** Where a manifest gives no tolerance, as for files of class legacy. */
const USUAL_TOLERANCE = { relative: 1e-5, absolute: 1e-6 };

/** Runs one file of a corpus and judges it by its class. A fault of Weir's own fails the file, and the corpus goes on. */
export function judgeRow(row: ManifestRow | BadRow, files: CorpusFiles, backend: BackendName): RowResult {
  try {
    return judged(row, files, backend);
  } catch (error) {
    const detail = `Weir itself failed: ${error instanceof Error ? error.message : String(error)}`;
    return {
      path: row.path,
      class: 'class' in row ? row.class : 'unknown',
      verdict: 'FAIL',
      detail,
      codes: [],
    };
  }
}

function judged(row: ManifestRow | BadRow, files: CorpusFiles, backend: BackendName): RowResult {
  if ('reason' in row)
    return { path: row.path, class: 'unknown', verdict: 'FAIL', detail: row.reason, codes: [] };
  const result = (
    verdict: RowResult['verdict'],
    detail: string,
    more: Partial<RowResult> = {},
  ): RowResult => ({
    path: row.path,
    class: row.class,
    verdict,
    detail,
    codes: [],
    ...more,
  });
  const bytes = files.read(row.path);
  if (bytes === undefined) return result('FAIL', 'the model file is missing');
  const output = files.read(row.canonical);
  if (output === undefined) return result('FAIL', `the canonical output ${row.canonical} is missing`);
  const expected = readOutput(decodeText(output));
  if (!expected.ok) return result('FAIL', expected.reason);

  const source = sourceText(row.path, decodeText(bytes));
  const options = { include: corpusLoader(row.path, files) };
  const read = readModel(source, options);
  const codes = codesOf(read.diagnostics);
  const turnedAway = row.class === 'fair' ? 'FAIL' : 'refused';
  if (!read.ok) return result(turnedAway, refusal(read.diagnostics).reason, { codes });
  const run = runModel(read.value, backend);
  if (!run.ok) return result(turnedAway, run.reason, { codes: [...codes, run.code] });

  const apart = BACKEND_NAMES.filter((name) => name !== backend).flatMap((name) => {
    const other = runModel(read.value, name);
    const difference = other.ok ? firstDifference(run.table, other.table, SAME_BITS) : other.reason;
    return difference === undefined ? [] : [`${backend} and ${name} differ: ${difference}`];
  })[0];
  const file = readModelFile(source, options);
  const trips = file.ok
    ? {
        roundTrip: ownRoundTrip(file.value, run.table, backend),
        conversion: conversion(file.value, run.table, backend),
      }
    : {};
  const said = [...read.diagnostics, ...run.diagnostics];
  const more = { codes: codesOf(said), backendsAgree: apart === undefined, ...trips };
  if (apart !== undefined) return result('FAIL', apart, more);
  if (trips.roundTrip?.kind === 'differs')
    return result('FAIL', `written and read again, it differs: ${trips.roundTrip.reason}`, more);

  const comparison = compareTables(expected.table, run.table, row.tolerance ?? USUAL_TOLERANCE, row.ignored);
  const converted =
    trips.conversion?.kind === 'differs'
      ? `; by way of the other language it DIFFERS: ${trips.conversion.reason}`
      : '';
  const outcome = comparison.agrees
    ? `${comparison.columns} columns, ${comparison.rows} rows${worstText(comparison.worst)}${converted}`
    : `${comparison.reason}${converted}`;
  if (row.class !== 'defective') return result(comparison.agrees ? 'pass' : 'FAIL', outcome, more);
  const warnings = said.filter(({ severity }) => severity !== 'error');
  if (warnings.length === 0)
    return result('FAIL', `a defective file ran and nothing was said about it: ${outcome}`, more);
  return result('reported', `${warningText(warnings)} It ran; ${outcome}.`, more);
}

function codesOf(diagnostics: readonly Diagnostic[]): readonly string[] {
  return [...new Set(diagnostics.map(({ code }) => code))];
}

function worstText(worst: { readonly name: string; readonly share: number } | undefined): string {
  return worst === undefined || worst.share <= 0
    ? ''
    : `, worst '${worst.name}' at ${(100 * worst.share).toPrecision(2)} % of its tolerance`;
}

function warningText(warnings: readonly Diagnostic[]): string {
  const [first] = warnings;
  const more = warnings.length > 1 ? ` (and ${warnings.length - 1} more)` : '';
  return `${first?.code}: ${first?.message}${more}`;
}
