import { posix } from 'node:path';
import type { IncludeLoader } from '@weir/model';
import { reached, refused, sourceText } from '@weir/model';
import type { CorpusFiles } from './corpus-files.js';
import { decodeText } from './decode-text.js';

/**
 * Gets the files that a model of a corpus includes.
 *
 * @param model - Path of the model in the corpus.
 * @errors include-missing.
 */
export function corpusLoader(model: string, files: CorpusFiles): IncludeLoader {
  return (path) => {
    const file = posix.join(posix.dirname(model), path);
    const bytes = files.read(file);
    if (bytes !== undefined) return reached(sourceText(file, decodeText(bytes)));
    const message = `The included file \`${file}\` is not in the corpus.`;
    return refused([
      { code: 'include-missing', severity: 'error', message, hint: 'Add it beside the model.' },
    ]);
  };
}
