import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { column, type Matrix } from '../numeric/matrix.js';
import type { Experiment } from './input.js';

declare const runIdBrand: unique symbol;
declare const experimentIdBrand: unique symbol;

/** Identity of a run: never its place. Made by designs, by `readRunId` and by the import of foreign tables. */
export type RunId = string & { readonly [runIdBrand]: true };

/** Identity of an experiment: a hash of the kind of design, the inputs with their spread, the seed and the context. */
export type ExperimentId = string & { readonly [experimentIdBrand]: true };

const ID_DIGITS = 16;
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Reads a run id written by a design; undefined where the text is none. */
export function readRunId(text: string): RunId | undefined {
  return isRunId(text) ? text : undefined;
}

/** Reads an experiment id; undefined where the text is none. */
export function readExperimentId(text: string): ExperimentId | undefined {
  return isExperimentId(text) ? text : undefined;
}

/** The identity of an experiment. Adding runs to a design does not change it. */
export function experimentIdOf(kind: string, { inputs, seed, context = '' }: Experiment): ExperimentId {
  const text = JSON.stringify(['weir experiment 1', kind, inputs, typeof seed, seed, context]);
  const id = hex(sha256(utf8ToBytes(text)));
  if (!isExperimentId(id)) throw new Error('a hash is not an experiment id');
  return id;
}

/**
 * Run ids: the first 16 hex digits of the SHA-256 of the experiment id, the index of the run and the bits of its
 * inputs.
 *
 * @param inputs - Shape [n x k].
 * @param first - Index of the run in the first row; 0 where nothing is said.
 */
export function runIdsOf(experiment: ExperimentId, inputs: Matrix, first = 0): readonly RunId[] {
  const bytes = new Uint8Array(64 + 8 + inputs.columns * 8);
  for (let i = 0; i < 64; i += 1) bytes[i] = experiment.charCodeAt(i);
  const view = new DataView(bytes.buffer);
  const columns = Array.from({ length: inputs.columns }, (_, j) => column(inputs, j));
  return Array.from({ length: inputs.rows }, (_, i) => {
    view.setFloat64(64, first + i);
    for (let j = 0; j < columns.length; j += 1) view.setFloat64(72 + 8 * j, columns[j]?.[i] ?? 0);
    const id = hex(sha256(bytes).subarray(0, ID_DIGITS / 2));
    if (!isRunId(id)) throw new Error('a hash is not a run id');
    return id;
  });
}

/** Run ids of a foreign table: its own keys. */
export function foreignRunIds(keys: readonly string[]): readonly RunId[] {
  return keys.filter(isForeignKey);
}

function hex(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 1) text += HEX[bytes[i] ?? 0];
  return text;
}

const isRunId = (text: string): text is RunId => /^[0-9a-f]{16}$/.test(text);
const isExperimentId = (text: string): text is ExperimentId => /^[0-9a-f]{64}$/.test(text);
const isForeignKey = (_text: string): _text is RunId => true;
