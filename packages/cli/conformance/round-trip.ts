import type { BackendName } from '@weir/engine';
import type { ModelFile, Outcome } from '@weir/model';
import { readModel, sourceText, writeVensim, writeXmile } from '@weir/model';
import type { OutputTable } from './output-table.js';
import { refusal, runModel } from './run-model.js';
import type { Closeness } from './same-numbers.js';
import { firstDifference, SAME_BITS } from './same-numbers.js';

/** What came of writing a model, reading it back and running it. */
export type RoundTrip =
  | { readonly kind: 'same' }
  /** The other language has no words for it. */
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'differs'; readonly reason: string };

/** Equivalents of built-ins compute in another order, so their last bits differ; what one language hides, the other may show. */
const CONVERTED: Closeness = { relative: 1e-9, absolute: 1e-9, mayAdd: true };

/**
 * Writes a model in its own language, reads the text and runs it: the numbers must be the same to the last bit.
 *
 * @param table - What the model itself gave.
 */
export function ownRoundTrip(file: ModelFile, table: OutputTable, backend: BackendName): RoundTrip {
  const isXmile = file.dialect === 'xmile';
  const written = isXmile ? writeXmile(file) : writeVensim(file);
  const trip = runAgain(written, isXmile ? 'round-trip.xmile' : 'round-trip.mdl', table, backend, SAME_BITS);
  return trip.kind === 'refused' ? { kind: 'differs', reason: `it cannot be written: ${trip.reason}` } : trip;
}

/** The same by way of XMILE for a Vensim model, and by way of Vensim for an XMILE model. */
export function conversion(file: ModelFile, table: OutputTable, backend: BackendName): RoundTrip {
  return file.dialect === 'vensim'
    ? runAgain(writeXmile(file), 'converted.xmile', table, backend, CONVERTED)
    : runAgain(writeVensim(file), 'converted.mdl', table, backend, CONVERTED);
}

function runAgain(
  written: Outcome<string>,
  name: string,
  table: OutputTable,
  backend: BackendName,
  closeness: Closeness,
): RoundTrip {
  if (!written.ok) return { kind: 'refused', reason: refusal(written.diagnostics).reason };
  const again = readModel(sourceText(name, written.value));
  if (!again.ok) return { kind: 'differs', reason: `reading it back: ${refusal(again.diagnostics).reason}` };
  const run = runModel(again.value, backend);
  if (!run.ok) return { kind: 'differs', reason: `running it again: ${run.reason}` };
  const difference = firstDifference(table, run.table, closeness);
  return difference === undefined ? { kind: 'same' } : { kind: 'differs', reason: difference };
}
