import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { fileWriter, ParquetWriter } from 'hyparquet-writer';
import type { BlockColumn } from '../../ensemble/ensemble-block.js';
import type { EnsembleFacts } from '../../ensemble/ensemble-facts.js';
import { csvText } from '../../store/csv.js';

/** A file that takes blocks of columns, one after another, and is there whole or not at all. */
export interface ResultFile {
  /** Writes a block; all blocks have the same columns. */
  write(block: readonly BlockColumn[]): void;
  /** Ends the file and gives it its name. */
  finish(): void;
  /** Gives it up. */
  abandon(): void;
}

/** First columns of a block that have a value in every row: ids, scenario and inputs. */
export interface ResultShape {
  readonly columns: readonly { readonly name: string; readonly kind: BlockColumn['kind'] }[];
  /** Names of the columns that may be empty. */
  readonly optional: ReadonlySet<string>;
}

/**
 * Begins a result file beside its final name.
 *
 * Every method throws the system's error where the disk refuses.
 *
 * @param path - Ending in `.parquet` or `.csv`.
 */
export function resultFile(path: string, shape: ResultShape, facts: EnsembleFacts): ResultFile {
  const part = `${path}.part`;
  const own = /\.csv$/i.test(path) ? csvFile(part, shape) : parquetFile(part, shape, facts);
  return {
    write: own.write,
    finish: () => {
      own.finish();
      renameSync(part, path);
    },
    abandon: () => {
      own.close();
      rmSync(part, { force: true });
    },
  };
}

interface Part extends Pick<ResultFile, 'write' | 'finish'> {
  close(): void;
}

function csvFile(part: string, { columns }: ResultShape): Part {
  const file = openSync(part, 'w');
  let head = csvText(
    columns.map(({ name }) => name),
    [],
  );
  return {
    write(block) {
      const rows = block[0]?.values.length ?? 0;
      const lines = Array.from({ length: rows }, (_, i) => block.map(({ values }) => values[i] ?? null));
      // The first line of the text is the names again.
      const text = csvText([], lines).slice(2);
      writeSync(file, `${head}${text}`);
      head = '';
    },
    finish: () => closeSync(file),
    close: () => closeSync(file),
  };
}

/** One row group a block; doubles as they are, since digits of results do not compress. */
function parquetFile(part: string, { columns, optional }: ResultShape, facts: EnsembleFacts): Part {
  const writer = new ParquetWriter({
    writer: fileWriter(part),
    schema: [
      { name: 'root', num_children: columns.length },
      ...columns.map(({ name, kind }) => ({
        name,
        repetition_type: optional.has(name) ? ('OPTIONAL' as const) : ('REQUIRED' as const),
        ...(kind === 'text'
          ? { type: 'BYTE_ARRAY' as const, converted_type: 'UTF8' as const }
          : { type: 'DOUBLE' as const }),
      })),
    ],
    createdBy: `weir ${facts.weir}`,
    kvMetadata: [
      { key: 'weir', value: JSON.stringify(facts) },
      { key: 'limits', value: facts.limits },
    ],
  });
  return {
    write(block) {
      const rows = block[0]?.values.length ?? 0;
      if (rows === 0) return;
      writer.write({
        columnData: block.map((column) => ({
          name: column.name,
          data:
            column.kind === 'text' ? [...column.values] : nullable(column.values, optional.has(column.name)),
          ...(column.kind === 'number' ? { encoding: 'PLAIN' as const, codec: 'UNCOMPRESSED' as const } : {}),
          offsetIndex: false,
        })),
        rowGroupSize: rows,
      });
    },
    finish: () => void writer.finish(),
    // The library opens the file anew for each write.
    close: () => undefined,
  };
}

function nullable(values: Float64Array, isOptional: boolean): Float64Array | (number | null)[] {
  if (!isOptional || !values.some(Number.isNaN)) return values;
  return Array.from(values, (value) => (Number.isNaN(value) ? null : value));
}
