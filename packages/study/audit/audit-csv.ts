import { type Cell, csvText } from '../store/csv.js';
import type { AuditDocument, JoinKind } from './audit-document.js';

const JOINS: readonly JoinKind[] = ['key', 'echo', 'position'];

/**
 * The indices of an audit as CSV, a row an input and outcome: `input`, `outcome`, `published`, `published_p`, and for
 * every join `JOIN`, `JOIN_p`, `JOIN_corrected_p` (Benjamini-Hochberg).
 */
export function auditCsv({ cells }: AuditDocument): string {
  const used = JOINS.filter((by) => cells.some(({ joins }) => joins[by] !== undefined));
  const columns = [
    'input',
    'outcome',
    'published',
    'published_p',
    ...used.flatMap((by) => [by, `${by}_p`, `${by}_corrected_p`]),
  ];
  const rows = cells.map(({ input, outcome, published, published_p, joins }): readonly Cell[] => [
    input,
    outcome,
    published,
    published_p,
    ...used.flatMap((by) => {
      const own = joins[by];
      return [own?.value ?? null, own?.p ?? null, own?.corrected_p ?? null];
    }),
  ]);
  return csvText(columns, rows);
}
