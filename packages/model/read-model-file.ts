import type { ModelFile } from './model-file.js';
import type { Outcome } from './source/diagnostic.js';
import type { SourceText } from './source/source-text.js';
import { readVensim } from './vensim/read-vensim.js';
import type { IncludeLoader } from './xmile/included-files.js';
import { readXmile } from './xmile/read-xmile.js';

/** The languages that model files are written in. */
export type Dialect = ModelFile['dialect'];

/** What every Vensim file has and no other: `~` and `|` at the ends of its equations. */
const EQUATION = /~[^~|]*\|/;

/** The language of a file, by what it holds: XMILE begins with `<`, and Vensim's equations end in `|`. */
export function dialectOf({ file, text }: SourceText): Dialect {
  const start = text.slice(0, 1000).replace(/^[\s\ufeff]+/, '');
  if (start.startsWith('<')) return 'xmile';
  return /\.mdl$/i.test(file) || start.startsWith('{UTF-8}') || EQUATION.test(text) ? 'vensim' : 'xmile';
}

/** How a model file is read. */
export interface ReadOptions {
  /** Its language; found by its content unless given. */
  readonly dialect?: Dialect;
  /** Gets the files that an XMILE file includes; without it, a file that includes others is refused. */
  readonly include?: IncludeLoader;
}

/**
 * Reads a model file as written, without elaborating it: for those who print or convert it.
 *
 * @errors Those of {@link readXmile} or {@link readVensim}.
 */
export function readModelFile(
  source: SourceText,
  { dialect = dialectOf(source), include }: ReadOptions = {},
): Outcome<ModelFile> {
  return dialect === 'vensim' ? readVensim(source) : readXmile(source, include);
}
