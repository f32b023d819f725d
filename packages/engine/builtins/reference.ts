import { BUILTINS, type BuiltinName, type BuiltinSignature } from '@weir/model';

/** How units pass through, in the notation that the page explains. */
const UNITS: Readonly<Record<BuiltinSignature['unitRule'], string>> = {
  same: 'u, ... -> u',
  plain: '1, ... -> 1',
  time: '-> t',
  any: 'not checked',
  one: '-> 1',
  root: 'u -> u^(1/2)',
  step: 'u, t -> u',
  ramp: 'u/t, t, t -> u',
  pulse: 'u, t, t -> u/t',
  init: 'u -> u',
  divide: 'u, v, u/v -> u/v',
  delay: 'u, t, u -> u',
  delayn: 'u, t, 1, u -> u',
  trend: 'u, t, 1/t -> 1/t',
  forecast: 'u, t, t, 1/t -> u',
  previous: 'u, u -> u',
  self: "the variable's own",
  random: 'u, u, 1 -> u',
  draw: 'u, 1 -> u',
  random_normal: 'u, u, u, u, 1 -> u',
  count: 'any -> 1',
  rank: '1, u, ... -> 1',
  sort: '1, 1, u, ... -> 1',
  element: '1, u, ... -> u',
  choose: 'condition, u, u -> u',
  truth: 't, ... -> 1',
  lookup: "any -> the graph's",
  power: 'as ^',
};

/** Parts of the page: the sections of the standard, and the extensions. */
const CHAPTERS: readonly (readonly [title: string, holds: (signature: BuiltinSignature) => boolean])[] = [
  ['Mathematics', ({ section }) => section === '3.5.1'],
  ['Random numbers', ({ section }) => section === '3.5.2'],
  ['Delays and smooths', ({ section }) => section === '3.5.3'],
  ['Test inputs', ({ section }) => section === '3.5.4'],
  ['Time', ({ section }) => section === '3.5.5'],
  ['Other values of variables', ({ section }) => section === '3.5.6'],
  ['Arrays', ({ section }) => section === '3.7.1.3'],
  ['Extensions', ({ origin }) => origin === 'extension'],
];

const INTRODUCTION = `# Built-ins

Every function and constant of the equation language. This page is generated from the table in
\`packages/model/equation/builtin-signature.ts\`; a test fails where it is out of date, and
\`npx vitest run packages/engine/builtins/reference.test.ts -u\` writes it anew.

Section numbers are those of XMILE 1.0. **Extensions** are not part of the standard: other tools have them, and files use them.
The *name* is how a flat model and generated files know a built-in; *usage* is how people write it. Names are compared without
regard to case, with \`_\` for a space.

Units: \`u\` and \`v\` stand for any unit, the same letter for the same; \`t\` is the unit of time, \`1\` no unit, \`...\` any number of
arguments like the one before.
`;

/** The reference page of all built-ins, in Markdown. */
export function builtinsReference(): string {
  const names = Object.keys(BUILTINS).filter((name): name is BuiltinName => Object.hasOwn(BUILTINS, name));
  const chapters = CHAPTERS.map(([title, holds]) => {
    const rows = names.filter((name) => holds(BUILTINS[name])).map(rowOf);
    return [
      `## ${title}\n`,
      '| name | usage | meaning | units | defined by | section |',
      '|---|---|---|---|---|---|',
      ...rows,
      '',
    ].join('\n');
  });
  return [INTRODUCTION, ...chapters].join('\n');
}

function rowOf(name: BuiltinName): string {
  const { arity, usage, meaning, unitRule, origin, section }: BuiltinSignature = BUILTINS[name];
  const units = arity[1] === 1 ? UNITS[unitRule].replace(', ...', '') : UNITS[unitRule];
  const [by, where] = origin === 'standard' ? ['XMILE 1.0', section] : [section, 'extension'];
  const cells = [`\`${name}\``, `\`${usage}\``, meaning, units, by, where];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}
