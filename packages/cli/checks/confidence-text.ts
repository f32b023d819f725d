import type { ConfidencePlace, ConfidenceResult } from '@weir/study';
import { tableLines } from '../print/table.js';
import { hang, wrap } from '../print/wrap.js';
import { countWords, defectWords, outcomeWord } from './confidence-words.js';

/** Findings of a test that are written out. */
const WRITTEN_OUT = 4;

/**
 * The confidence tests for people: a table, then what failed.
 *
 * @param told - Ids of tests that are written out even where they pass.
 */
export function confidenceText(
  results: readonly ConfidenceResult[],
  { all, told = [] }: { readonly all: boolean; readonly told?: readonly string[] },
  width: number,
): string {
  if (results.length === 0) return '';
  const rows = results.map((result) => [result.title, outcomeWord(result), defectWords(result)]);
  const columns = [
    { head: 'test', align: 'left', wraps: true },
    { head: 'outcome', align: 'left' },
    { head: 'defects', align: 'left' },
  ] as const;
  const failed = results.filter(({ outcome }) => outcome === 'failed');
  const written = all ? results : results.filter((one) => failed.includes(one) || told.includes(one.id));
  const lines = [
    '',
    'Confidence tests',
    '',
    ...wrap(countWords(results), width),
    '',
    ...tableLines(columns, rows, width),
    ...written.flatMap((result) => ['', ...resultLines(result, all || told.includes(result.id), width)]),
    '',
    ...wrap(
      all
        ? 'What each test does and cannot show, for a reviewer: --out report.md'
        : 'What every test did and found: --all. A report to attach: --out report.md',
      width,
    ),
  ];
  return `${lines.join('\n')}\n`;
}

function resultLines(result: ConfidenceResult, all: boolean, width: number): readonly string[] {
  const { title, id, found, done, limits, places } = result;
  const defects = defectWords(result);
  const head = `${title} (${id}): ${outcomeWord(result)}${defects === '' ? '' : `, ${defects}`}`;
  const indented = (text: string) => hang(text, width - 2, 2).map((line) => `  ${line}`);
  const telling = all ? places : places.filter(({ fails }) => fails);
  const written = all ? telling : telling.slice(0, WRITTEN_OUT);
  const rest = telling.length - written.length;
  return [
    ...hang(head, width, 2),
    ...indented(found),
    ...(all ? [...indented(done), ...indented(`Limits: ${limits}`)] : []),
    ...written.flatMap((place) => hang(`- ${placeWords(place)}`, width - 4, 2).map((line) => `    ${line}`)),
    ...(rest > 0 ? [`    and ${rest} more: --all`] : []),
  ];
}

/** A finding with its place and the defects it is documented as. */
export function placeWords({ message, place, documented }: ConfidencePlace): string {
  const file = place?.file.split(/[\\/]/).at(-1) ?? '';
  const at = place === undefined ? '' : ` (${file}:${place.line}:${place.column})`;
  const known = documented.length === 0 ? '' : ` Documented as a published defect: ${documented.join(', ')}.`;
  return `${message}${at}${known}`;
}
