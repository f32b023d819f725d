import { sha256Hex } from '../run-id/sha256-hex.js';
import type { EnsemblePlan } from './ensemble-plan.js';

/** A hash of everything that decides the bytes of an ensemble's file, values of held rows excepted. */
export function ensembleHash({ facts, inputs, columns, scenarios }: EnsemblePlan): string {
  return sha256Hex(
    JSON.stringify([
      'weir ensemble file 1',
      facts,
      inputs.map(({ name }) => name),
      columns.map(({ name }) => name),
      scenarios.map(({ id, runId, fixed }) => [id, runId, ...fixed]),
    ]),
  );
}
