import { BATCH_STATUS } from '@weir/engine';
import { type PairedTable, statusCounts } from '../../compute/paired-table.js';

/** How many runs of a table failed, and how; nothing where all finished. */
export function RunNote({ table }: { readonly table: PairedTable | undefined }) {
  if (table === undefined) return null;
  const counts = statusCounts(table, BATCH_STATUS);
  const runs = table.rows * table.policies;
  const ok = counts.get('ok') ?? 0;
  if (ok === runs) return null;
  const parts = [
    ['not_converged', 'did not converge'],
    ['diverged', 'diverged'],
    ['invalid', 'gave no number'],
  ].flatMap(([status = '', words = '']) => {
    const count = counts.get(status) ?? 0;
    return count === 0 ? [] : [`${count} ${words}`];
  });
  return (
    <p className="notice" role="status">
      {ok} of {runs} runs finished; {parts.join(', ')}. Runs that failed count against every word.
    </p>
  );
}
