import { appendFileSync, closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import type { Outcome } from '@weir/model';
import { reached, refused } from '@weir/model';
import type { Chunk } from '../../ensemble/ensemble-work.js';

/** First word of every journal. */
const KIND = 'weir-ensemble-journal-1';

/** A chunk whose records are on disk, and their checksum. */
export interface JournalEntry extends Chunk {
  readonly check: string;
}

/**
 * The list of chunks that are computed, beside the records: a line each, written after the records themselves, so
 * that what it names is there however the process ended.
 *
 * Writing throws the system's error where the disk refuses.
 */
export class Journal {
  readonly #file: number;
  #isOpen = true;

  /** Opens the journal at a path, or begins it. @param plan - Hash of what is computed. */
  constructor(
    readonly path: string,
    plan: string,
    isNew: boolean,
  ) {
    if (isNew) appendFileSync(path, `${KIND} ${plan}\n`);
    this.#file = openSync(path, 'a');
  }

  /** Notes a chunk whose records are on disk. */
  add({ scenario, first, count, check }: JournalEntry): void {
    writeSync(this.#file, `${scenario} ${first} ${count} ${check}\n`);
  }

  close(): void {
    if (this.#isOpen) closeSync(this.#file);
    this.#isOpen = false;
  }

  remove(): void {
    this.close();
    rmSync(this.path, { force: true });
  }
}

/**
 * Reads a journal.
 *
 * @param plan - Hash of what is to be computed now.
 * @param scenarios - How many there are now, and the rows of each.
 * @returns The chunks it names, and the length of what could be read: a last line that was cut off when the process
 *   ended does not count.
 * @errors `journal-damaged`, `journal-foreign` where it belongs to another ensemble.
 */
export function readJournal(
  path: string,
  plan: string,
  scenarios: number,
  rows: number,
): Outcome<{ readonly entries: readonly JournalEntry[]; readonly length: number }> {
  const text = readFileSync(path, 'latin1');
  const end = text.lastIndexOf('\n') + 1;
  const [head = '', ...lines] = text.slice(0, end).split('\n').slice(0, -1);
  const [kind, own] = head.split(' ');
  if (kind !== KIND || own === undefined) return damaged(path, 1);
  if (own !== plan) {
    const message = `\`${path}\` belongs to another ensemble: other settings, ranges, seed, model or version of Weir.`;
    const hint =
      'Give the same options as before, or remove the file and the one ending in .rows to begin anew.';
    return refused([{ code: 'journal-foreign', severity: 'error', message, hint }]);
  }
  const entries: JournalEntry[] = [];
  for (const [position, line] of lines.entries()) {
    const entry = entryOf(line);
    const fits = entry !== undefined && entry.scenario < scenarios && entry.first + entry.count <= rows;
    if (!fits) return damaged(path, position + 2);
    entries.push(entry);
  }
  return reached({ entries, length: end });
}

function entryOf(line: string): JournalEntry | undefined {
  const [, scenario, first, count, check] =
    /^(\d{1,9}) (\d{1,15}) (\d{1,9}) ([0-9a-f]{16})$/.exec(line) ?? [];
  if (scenario === undefined || first === undefined || count === undefined || check === undefined)
    return undefined;
  return { scenario: Number(scenario), first: Number(first), count: Number(count), check };
}

function damaged(path: string, line: number): Outcome<never> {
  return refused([
    {
      code: 'journal-damaged',
      severity: 'error',
      message: `\`${path}\` cannot be read from line ${line} on.`,
      hint: 'Remove it and the file ending in .rows, and begin anew.',
      place: { file: path, line, column: 1, length: 1 },
    },
  ]);
}
