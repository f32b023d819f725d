import { publishedPrccChart, renderSvg } from '@weir/figures';
import { type AuditDocument, auditCsv, auditFiles, jsonText, type NamedText } from '@weir/study';
import { readText } from '@weir/study/node';
import { type Format, formatOf, type OutputOptions } from '../arguments/output-options.js';
import { auditText } from '../audit/audit-text.js';
import { EXIT } from '../exit-code.js';
import { dataFailure, Failure, valueOrFail } from '../failure.js';
import { checkOutFile } from '../files/check-out.js';
import { deliver } from '../files/deliver.js';
import { printWidth } from '../print/width.js';
import type { Verb } from './verb.js';

/** Options of an audit of files. */
export interface AuditFilesOptions extends OutputOptions {
  readonly tolerance: number;
  readonly figure?: string;
}

/**
 * Audits published files and prints what was found.
 *
 * @throws Failure: data for files that cannot be read or told apart, a failed check where an audit finds one.
 */
export function runAuditFiles(verb: Verb, files: readonly string[], options: AuditFilesOptions): void {
  const format = formatOf(options);
  if (options.out !== undefined) checkOutFile(options.out);
  if (options.figure !== undefined) checkOutFile(options.figure);
  const texts = files.map((file): NamedText => ({ file, text: valueOrFail(readText(file), EXIT.data).text }));
  const document = valueOrFail(auditFiles(texts, { tolerance: options.tolerance }), EXIT.data);
  deliver(verb.io, resultText(document, format, options.notes, printWidth(verb.io)), options.out);
  if (options.figure !== undefined) drawFigure(verb, document, options.figure);
  // The findings are the result; nothing more is to be said of them.
  if (!document.passed) throw new Failure(EXIT.checkFailed, []);
}

const LIMITS =
  'An audit compares numbers in files. It says nothing about intent or care, and other versions of the files may differ.';

function drawFigure({ io }: Verb, document: AuditDocument, file: string): void {
  const chart = publishedPrccChart(document, 'published-and-joined', LIMITS);
  if (chart === undefined)
    throw dataFailure(
      'no-figure',
      'There is nothing to draw: no table of correlations was published, or no join can be trusted.',
      'Leave out --figure.',
    );
  deliver(io, `${renderSvg(chart.node)}\n`, file);
}

function resultText(document: AuditDocument, format: Format, notes: boolean, width: number): string {
  if (format === 'json') return jsonText(document);
  if (format === 'csv') return auditCsv(document);
  return auditText(document, notes, width);
}
