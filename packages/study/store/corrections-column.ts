import type { Cell } from './csv.js';

/** What has corrections: a run, a comparison, a fixed point. */
interface Corrected {
  readonly corrections: readonly string[];
}

/** A column that may be there, and its cell in the row of a document. */
export interface OptionalColumn {
  readonly columns: readonly string[];
  cells(document: Corrected): readonly Cell[];
}

/**
 * The column `corrections`, ids with commas between them: only where a document has any, so that tables of a model
 * as published stay as they are.
 */
export function correctionsColumn(documents: readonly Corrected[]): OptionalColumn {
  const needed = documents.some(({ corrections }) => corrections.length > 0);
  if (!needed) return { columns: [], cells: () => [] };
  return { columns: ['corrections'], cells: ({ corrections }) => [corrections.join(',')] };
}
