import type { TableSource } from '@weir/study';
import { readText } from '@weir/study/node';
import { InvalidArgumentError } from 'commander';

/** `FILE` or `FILE:COLUMN`; a colon before the ending of the file name belongs to the path. */
const FILE_AND_COLUMN = /^(.*\.(?:csv|tsv|tab|txt))(?::(.+))?$/i;

/**
 * One more `--table`: `NAME=FILE.csv` or `NAME=FILE.csv:COLUMN`. The file is read here.
 *
 * @throws InvalidArgumentError for another form, a name given twice, or a file that cannot be read.
 */
export function tableSource(
  text: string,
  earlier: ReadonlyMap<string, TableSource> | undefined,
): ReadonlyMap<string, TableSource> {
  const split = text.indexOf('=');
  const name = text.slice(0, split).trim();
  const [, file, column] = FILE_AND_COLUMN.exec(text.slice(split + 1).trim()) ?? [];
  if (split < 0 || name === '' || file === undefined) {
    throw new InvalidArgumentError('Write it as NAME=FILE.csv or NAME=FILE.csv:COLUMN.');
  }
  if (earlier?.has(name) === true) throw new InvalidArgumentError(`'${name}' is given twice.`);
  const known = [...(earlier?.values() ?? [])].find(({ source }) => source.file === file)?.source;
  const read = known === undefined ? readText(file) : undefined;
  if (read?.ok === false)
    throw new InvalidArgumentError(read.diagnostics.map(({ message }) => message).join(' '));
  const source = known ?? (read?.ok === true ? read.value : undefined);
  if (source === undefined) return earlier ?? new Map();
  return new Map([...(earlier ?? []), [name, column === undefined ? { source } : { source, column }]]);
}
