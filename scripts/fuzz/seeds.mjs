// Texts to begin with: the models of the repository, and equations and units out of them.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Longest model used whole: a longer one is cut to its head and tail, so that many are tried a second. */
const WHOLE = 8_000;

function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .sort((left, right) => (left.name < right.name ? -1 : 1))
    .flatMap((entry) =>
      entry.isDirectory() ? filesIn(join(folder, entry.name)) : [join(folder, entry.name)],
    );
}

/** A long XMILE model with its first few variables and no views: of the form of a model, and short. */
function shortened(text) {
  if (text.length <= WHOLE) return text;
  const end = text.indexOf('</stock>', WHOLE - 3000);
  return end < 0 ? text.slice(0, WHOLE) : `${text.slice(0, end)}</stock></variables></model></xmile>`;
}

/** Seeds of every kind from the models below a repository's root. */
export function readSeeds(root) {
  const paths = [join(root, 'conformance', 'corpus'), join(root, 'models')].flatMap(filesIn);
  const models = paths.flatMap((path) => {
    const kind = /\.(?:xmile|stmx)$/i.test(path) ? 'xmile' : /\.mdl$/i.test(path) ? 'mdl' : undefined;
    if (kind === undefined) return [];
    return [{ kind, file: `seed.${kind}`, text: shortened(readFileSync(path, 'utf8')) }];
  });
  const within = (pattern, kind) =>
    models
      .flatMap(({ text }) => [...text.matchAll(pattern)].map((match) => match[1] ?? ''))
      .filter((text, index, all) => text.trim() !== '' && all.indexOf(text) === index)
      .map((text) => ({ kind, file: `seed.${kind}`, text }));
  return [
    ...models,
    ...within(/<eqn>([^<]*)<\/eqn>/g, 'equation'),
    ...within(/<units>([^<]*)<\/units>/g, 'units'),
  ];
}
