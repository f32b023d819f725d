import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import type { Chunk } from '../../ensemble/ensemble-work.js';

/** Hex digits of a checksum. */
const CHECK_DIGITS = 16;

/**
 * Records of an ensemble on disk while it is computed: each has its place, by scenario and row, so that the order in
 * which chunks come changes nothing. Numbers are in the byte order of the machine; the file never leaves it.
 *
 * Every method throws the system's error where the disk refuses.
 */
export class Spool {
  readonly #file: number;
  #isOpen = true;

  /**
   * @param path - Made where it is not there.
   * @param count - Rows of each scenario.
   * @param width - Numbers of a record.
   */
  constructor(
    readonly path: string,
    private readonly count: number,
    private readonly width: number,
  ) {
    closeSync(openSync(path, 'a'));
    this.#file = openSync(path, 'r+');
  }

  /** Puts the records of a chunk in their places. */
  write(chunk: Chunk, cells: Float64Array): void {
    const bytes = bytesOf(cells);
    for (let done = 0; done < bytes.length; )
      done += writeSync(this.#file, bytes, done, bytes.length - done, this.#place(chunk) + done);
  }

  /**
   * Reads the records of a chunk.
   *
   * @param cells - Takes them, shape [count x width].
   * @returns Whether all of them were there.
   */
  read(chunk: Chunk, cells: Float64Array): boolean {
    const bytes = bytesOf(cells).subarray(0, chunk.count * this.width * 8);
    for (let done = 0; done < bytes.length; ) {
      const got = readSync(this.#file, bytes, done, bytes.length - done, this.#place(chunk) + done);
      if (got === 0) return false;
      done += got;
    }
    return true;
  }

  close(): void {
    if (this.#isOpen) closeSync(this.#file);
    this.#isOpen = false;
  }

  remove(): void {
    this.close();
    rmSync(this.path, { force: true });
  }

  #place({ scenario, first }: Chunk): number {
    return (scenario * this.count + first) * this.width * 8;
  }
}

/** The checksum of records: the first 16 hex digits of the SHA-256 of their bytes. */
export function checksum(cells: Float64Array): string {
  return createHash('sha256').update(bytesOf(cells)).digest('hex').slice(0, CHECK_DIGITS);
}

function bytesOf(cells: Float64Array): Uint8Array {
  return new Uint8Array(cells.buffer, cells.byteOffset, cells.byteLength);
}
