import { delimitedRows } from '@weir/study';

/** How a corpus classes a file: to be met, wrong in itself, or of a dialect older than the standard. */
export type RowClass = 'fair' | 'defective' | 'legacy';

/** One row of a manifest. Paths are relative to its folder. */
export interface ManifestRow {
  readonly line: number;
  readonly path: string;
  readonly format: 'xmile' | 'stmx' | 'mdl';
  readonly class: RowClass;
  readonly canonical: string;
  readonly tolerance?: { readonly relative: number; readonly absolute: number };
  /** Columns that are not compared, canonicalised. */
  readonly ignored: readonly string[];
  readonly notes: string;
}

/** A row that cannot be used: a failure of the corpus, never passed over. */
export interface BadRow {
  readonly line: number;
  readonly path: string;
  readonly reason: string;
}

/** What a manifest says, or why it says nothing. */
export type ReadManifest =
  | { readonly ok: true; readonly rows: readonly (ManifestRow | BadRow)[] }
  | { readonly ok: false; readonly reason: string };

/** Columns that every manifest has. */
export const MANIFEST_COLUMNS = [
  'path',
  'format',
  'class',
  'canonical',
  'method',
  'rel_tol',
  'abs_tol',
  'ignore_columns',
  'notes',
] as const;

type ManifestColumn = (typeof MANIFEST_COLUMNS)[number];

/** Reads a manifest. A row with an unknown class or format, without tolerances where it is fair, or with a path that leaves the corpus is a {@link BadRow}. */
export function readManifest(text: string): ReadManifest {
  const [heads, ...rows] = delimitedRows(text);
  if (heads === undefined) return { ok: false, reason: 'the manifest is empty' };
  const places = new Map(heads.map((head, index) => [head.trim(), index]));
  const missing = MANIFEST_COLUMNS.filter((column) => !places.has(column));
  if (missing.length > 0) return { ok: false, reason: `the manifest has no column ${missing.join(', ')}` };
  if (rows.length === 0) return { ok: false, reason: 'the manifest lists no file' };
  const seen = new Set<string>();
  return {
    ok: true,
    rows: rows.map((fields, index) => {
      const row = readRow((column) => (fields[places.get(column) ?? -1] ?? '').trim(), index + 2);
      const repeated = seen.has(row.path);
      seen.add(row.path);
      return repeated
        ? { line: row.line, path: row.path, reason: 'the manifest lists this file twice' }
        : row;
    }),
  };
}

function readRow(field: (column: ManifestColumn) => string, line: number): ManifestRow | BadRow {
  const path = field('path');
  const bad = (reason: string): BadRow => ({ line, path, reason });
  if (path === '') return bad('the row names no file');
  const canonical = field('canonical');
  for (const part of [path, canonical])
    if (!staysInside(part)) return bad(`'${part}' leads out of the corpus`);
  const format = field('format');
  if (format !== 'xmile' && format !== 'stmx' && format !== 'mdl') return bad(`unknown format '${format}'`);
  const rowClass = field('class');
  if (rowClass !== 'fair' && rowClass !== 'defective' && rowClass !== 'legacy')
    return bad(`unknown class '${rowClass}'`);
  if (canonical === '') return bad('the row names no canonical output');
  const [relative, absolute] = [field('rel_tol'), field('abs_tol')];
  const given = [relative, absolute].every((text) => text !== '' && Number(text) >= 0);
  if (!given && (rowClass === 'fair' || relative !== '' || absolute !== ''))
    return bad(`'${relative}' and '${absolute}' are no tolerances`);
  return {
    line,
    path,
    format,
    class: rowClass,
    canonical,
    ...(given ? { tolerance: { relative: Number(relative), absolute: Number(absolute) } } : {}),
    ignored: field('ignore_columns')
      .split(/\s+/)
      .filter((name) => name !== ''),
    notes: field('notes'),
  };
}

function staysInside(path: string): boolean {
  return !/^(?:[\\/]|[A-Za-z]:)/.test(path) && !path.split(/[\\/]/).includes('..') && !path.includes('\0');
}
