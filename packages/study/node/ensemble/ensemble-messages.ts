import type { Diagnostic } from '@weir/model';
import type { Chunk, EnsembleWork } from '../../ensemble/ensemble-work.js';

/** What a worker of an ensemble is started with. */
export interface EnsembleStart {
  readonly work: EnsembleWork;
  /** Memory that the worker leaves records in: slots of `slotCells` numbers. */
  readonly slots: SharedArrayBuffer;
  readonly slotCells: number;
}

/** What a worker is asked: a chunk, and the slot for its records. */
export interface EnsembleOrder {
  readonly chunk: Chunk;
  readonly slot: number;
}

/** What a worker says. */
export type EnsembleReply =
  | ({ readonly kind: 'done' } & EnsembleOrder)
  | { readonly kind: 'failed'; readonly diagnostics: readonly Diagnostic[] };
