import type { AuditDocument, AuditedOutcome, JoinKind } from '@weir/study';
import { type TableColumn, tableLines } from '../print/table.js';
import { hang, wrap } from '../print/wrap.js';

const ROLES = {
  samples: 'samples',
  results: 'results',
  'published-indices': 'published indices',
  'published-p-values': 'published p-values',
} as const;
const JOINS: Readonly<Record<JoinKind, string>> = {
  key: 'key',
  echo: 'repeated inputs',
  position: 'position',
};
const STANDINGS = { proved: 'Proved', inferred: 'Inferred', open: 'Not known' } as const;

/** An audit for people: files, joins, indices in sum, conclusions and checks. */
export function auditText(document: AuditDocument, notes: boolean, width: number): string {
  const lines = [
    ...tableLines(FILE_COLUMNS, document.files.map(fileRow), width),
    '',
    ...joinLines(document, width),
    '',
    ...outcomeLines(document, width),
    '',
    ...document.conclusions.flatMap(({ standing, sentence }) =>
      hang(`${STANDINGS[standing]}: ${sentence}`, width, 2),
    ),
    '',
    ...document.checks.flatMap(({ passed, sentence }) =>
      hang(`${passed ? 'Passed' : 'FAILED'}: ${sentence}`, width, 8),
    ),
  ];
  if (notes)
    lines.push('', ...wrap('Every index: --format csv. All numbers of the audit: --format json.', width));
  return `${lines.join('\n')}\n`;
}

const FILE_COLUMNS: readonly TableColumn[] = [
  { head: 'File', align: 'left', wraps: true },
  { head: 'Taken as', align: 'left' },
  { head: 'Rows', align: 'right' },
  { head: 'Columns', align: 'right' },
];

function fileRow({ file, role, rows, columns }: AuditDocument['files'][number]): readonly string[] {
  return [file, ROLES[role], String(rows), String(columns)];
}

function joinLines({ joins, key, trusted }: AuditDocument, width: number): readonly string[] {
  const columns: readonly TableColumn[] = [
    { head: 'Rows joined by', align: 'left', wraps: true },
    { head: 'With a sample', align: 'right' },
    { head: 'In place', align: 'right' },
    { head: 'Repeated inputs agree', align: 'right' },
    { head: 'Largest difference', align: 'right' },
    { head: '', align: 'left' },
  ];
  const rows = joins.map((join) => [
    join.by === 'key' && key !== null ? `key: ${key.samples} = ${key.results}` : JOINS[join.by],
    String(join.rows),
    String(join.in_place),
    join.echo_cells === 0 ? 'none' : String(join.agreeing_rows),
    join.largest_difference === null ? 'n/a' : digits(join.largest_difference),
    join.by === trusted ? 'trusted' : '',
  ]);
  return tableLines(columns, rows, width);
}

function outcomeLines(
  { outcomes, method, trusted, published, joins }: AuditDocument,
  width: number,
): readonly string[] {
  const inPlace = joins.some(({ by, rows, in_place }) => by === trusted && rows === in_place);
  const used: readonly JoinKind[] = (['key', 'echo', 'position'] as const).filter(
    (by) => !(by === 'position' && inPlace) && outcomes.some((outcome) => outcome.joins[by] !== undefined),
  );
  const index = method.index === 'prcc' ? 'PRCC' : 'index';
  const heads = [...(published === null ? [] : ['published']), ...used.map((by) => `by ${JOINS[by]}`)];
  const tests = method.index === 'prcc';
  const columns: TableColumn[] = [
    { head: 'Outcome', align: 'left', wraps: true },
    ...heads.map((head) => ({ head: `Largest ${index} ${head}`, align: 'right' as const })),
    ...(tests ? heads.map((head) => ({ head: `p < ${method.level} ${head}`, align: 'right' as const })) : []),
  ];
  const rows = outcomes.map((outcome) => [
    outcome.outcome,
    ...(published === null ? [] : [digits(outcome.published?.largest ?? null)]),
    ...used.map((by) => digits(outcome.joins[by]?.largest ?? null)),
    ...(tests ? countCells(outcome, used, published !== null) : []),
  ]);
  const corrected = trusted === null ? [] : correctedLine(outcomes, trusted, tests);
  return [...tableLines(columns, rows, width), ...corrected.flatMap((line) => wrap(line, width))];
}

function countCells(
  { joins, published }: AuditedOutcome,
  used: readonly JoinKind[],
  hasPublished: boolean,
): readonly string[] {
  const of = (count: number | null | undefined, all: number | undefined): string =>
    count == null ? 'n/a' : `${count} of ${all ?? 0}`;
  return [
    ...(hasPublished ? [of(published?.significant, published?.tests)] : []),
    ...used.map((by) => of(joins[by]?.significant, joins[by]?.tests)),
  ];
}

function correctedLine(
  outcomes: readonly AuditedOutcome[],
  trusted: JoinKind,
  tests: boolean,
): readonly string[] {
  if (!tests) return [];
  const own = outcomes.map(({ joins }) => joins[trusted]?.significant_after_bonferroni ?? 0);
  return [`By ${JOINS[trusted]} and after Bonferroni over all tests: ${own.join(', ')}.`];
}

/** Three digits. */
function digits(value: number | null): string {
  return value === null ? 'n/a' : String(Number(value.toPrecision(3)));
}
