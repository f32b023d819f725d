import { existsSync, readFileSync, statSync } from 'node:fs';
import { extname } from 'node:path';
import type { ModelFile, Outcome } from '@weir/model';
import { readModel, readModelFile, sourceText, writeVensim, writeXmile } from '@weir/model';
import { includeLoader, writeFileWhole } from '@weir/study/node';
import type { Command } from 'commander';
import { decodeText } from '../conformance/decode-text.js';
import { EXIT } from '../exit-code.js';
import { dataFailure, usageFailure, valueOrFail } from '../failure.js';
import { checkOutFile } from '../files/check-out.js';
import type { Verb } from './verb.js';

const EXAMPLES = `
The endings name the languages: .xmile, .stmx or .xml for XMILE, .mdl for
Vensim.
From one language to itself, the file is written anew in Weir's form.
What the other language cannot say is refused by name, and nothing is written.
A model that includes other files is written as one file.

Examples:
  weir convert model.mdl model.xmile
  weir convert model.stmx model.mdl --force
`;

type Language = 'xmile' | 'vensim';

const LANGUAGES: ReadonlyMap<string, Language> = new Map([
  ['.xmile', 'xmile'],
  ['.stmx', 'xmile'],
  ['.xml', 'xmile'],
  ['.mdl', 'vensim'],
]);

const WRITERS: Readonly<Record<Language, (file: ModelFile) => Outcome<string>>> = {
  xmile: writeXmile,
  vensim: writeVensim,
};

/** Adds `weir convert`: writes a model in another language, or anew in its own. */
export function addConvert(program: Command, verb: Verb): void {
  program
    .command('convert <FROM> <TO>')
    .description('Write a model as XMILE or as a Vensim model.')
    .option('--force', 'write over TO where it is there already')
    .addHelpText('after', EXAMPLES)
    .action((from: string, to: string, { force = false }: { readonly force?: boolean }) => {
      languageOf(from);
      const language = languageOf(to);
      checkOutFile(to);
      if (existsSync(to) && !force)
        throw usageFailure(
          'file-exists',
          `'${to}' is there already.`,
          'Give another name, or --force to write over it.',
        );
      const source = sourceText(from, textOf(from));
      // Read as for a run, so that a model with an error in it is refused here and not by the tool it goes to.
      const options = { include: includeLoader(from) };
      const model = readModel(source, options);
      valueOrFail(model, EXIT.data);
      const file = valueOrFail(readModelFile(source, options), EXIT.data);
      const written = WRITERS[language](file);
      const text = valueOrFail(written, EXIT.data);
      verb.warn([...model.diagnostics, ...written.diagnostics]);
      valueOrFail(writeFileWhole(to, text), EXIT.data);
      verb.io.err(`Written: ${to}${includedText(file)}\n`);
    });
}

/** Says of a model of several files that one was made of them. */
function includedText({ source }: ModelFile): string {
  const included = source.parts?.slice(1).map((part) => `'${part.source.file}'`) ?? [];
  return included.length === 0
    ? ''
    : `, one file with all of '${source.file}' and what it includes: ${included.join(', ')}`;
}

function languageOf(path: string): Language {
  const ending = extname(path);
  const language = LANGUAGES.get(ending.toLowerCase());
  if (language !== undefined) return language;
  throw usageFailure(
    'unknown-format',
    `'${path}' ends in '${ending}', which names no language of models.`,
    `Give a name that ends in ${[...LANGUAGES.keys()].join(', ')}.`,
  );
}

function textOf(path: string): string {
  if (!existsSync(path))
    throw dataFailure('cannot-read', `There is no file '${path}'.`, 'Check the name and the folder.');
  if (statSync(path).isDirectory())
    throw dataFailure('cannot-read', `'${path}' is a folder.`, 'Name a model file in it.');
  return decodeText(readFileSync(path));
}
