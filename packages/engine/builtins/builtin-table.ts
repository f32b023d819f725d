import type { PureBuiltin } from '../lower/program.js';
import type { BuiltinRow } from './builtin-row.js';
import { ARRAYS } from './rows/arrays.js';
import { EXTENSIONS } from './rows/extensions.js';
import { MATHEMATICS } from './rows/mathematics.js';

/**
 * Every built-in whose value depends on its arguments alone: how each backend computes it, with examples. A
 * built-in without a row does not compile.
 */
export const BUILTIN_ROWS: Readonly<Record<PureBuiltin, BuiltinRow>> = {
  ...MATHEMATICS,
  ...ARRAYS,
  ...EXTENSIONS,
};
