import type { ModelFile } from './model-file.js';
import type { Outcome } from './source/diagnostic.js';
import type { SourceText } from './source/source-text.js';
import { readVensim } from './vensim/read-vensim.js';
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

/**
 * Reads a model file as written, without elaborating it: for those who print or convert it.
 *
 * @param dialect - Its language; found by its content unless given.
 * @errors Those of {@link readXmile} or {@link readVensim}.
 */
export function readModelFile(source: SourceText, dialect: Dialect = dialectOf(source)): Outcome<ModelFile> {
  return dialect === 'vensim' ? readVensim(source) : readXmile(source);
}
