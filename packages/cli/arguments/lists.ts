import { InvalidArgumentError } from 'commander';
import { parseNumber } from './parse-number.js';

/** Ids with commas between them, each once. */
export function idList(text: string): readonly string[] {
  const ids = text.split(',').map((id) => id.trim());
  if (ids.some((id) => id === '')) throw new InvalidArgumentError('Give ids with commas between them.');
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) throw new InvalidArgumentError(`'${twice}' is named twice.`);
  return ids;
}

/** Numbers of 0 or more with commas between them, as in `12,60`. */
export function numberList(text: string): readonly number[] {
  const numbers = text.split(',').map((part) => parseNumber(part.trim()));
  const good = numbers.filter((number) => number !== undefined && number >= 0);
  if (good.length === numbers.length) return good.filter((number) => number !== undefined);
  throw new InvalidArgumentError('Give numbers with commas between them, as in 12,60.');
}

/** A whole number of 1 or more. */
export function wholeAbove(text: string): number {
  const value = parseNumber(text);
  if (value !== undefined && Number.isSafeInteger(value) && value >= 1) return value;
  throw new InvalidArgumentError('Give a whole number of 1 or more, as in 1000.');
}
