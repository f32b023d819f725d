import { jsonText, type PreparedStudy, resolveName } from '@weir/study';
import { type Command, Option } from 'commander';
import { addCorrections } from '../arguments/run-options.js';
import { entryLines } from '../documentation/entry-lines.js';
import { type EntryKind, variableEntry } from '../documentation/variable-entry.js';
import { EXIT } from '../exit-code.js';
import { usageFailure, valueOrFail } from '../failure.js';
import { openModel } from '../files/open-model.js';
import { tableLines } from '../print/table.js';
import { printWidth } from '../print/width.js';
import type { Verb } from './verb.js';

const EXAMPLES = `
Examples:
  weir doc MODEL
  weir doc MODEL price
  weir doc MODEL "Name with blanks" --format json
`;

const KINDS: readonly EntryKind[] = ['stock', 'flow', 'auxiliary', 'graphical function', 'constant'];
const HEADINGS: Readonly<Record<EntryKind, string>> = {
  stock: 'Stocks',
  flow: 'Flows',
  auxiliary: 'Auxiliaries',
  'graphical function': 'Graphical functions',
  constant: 'Constants',
};

/** From this width on, short names stay in one piece, to be copied. */
const WIDE_ENOUGH = 78;

interface Options {
  readonly corrections: readonly string[];
  readonly format: 'table' | 'json';
}

/** Adds `weir doc`: what a model says about a variable, or the list of its variables. */
export function addDoc(program: Command, verb: Verb): void {
  const command = program
    .command('doc <MODEL> [VARIABLE]')
    .description('Show what a model says about a variable, or list all.')
    .addOption(
      new Option('--format <FORM>', 'form of the result').choices(['table', 'json']).default('table'),
    );
  addCorrections(command)
    .addHelpText('after', EXAMPLES)
    .action((model: string, variable: string | undefined, options: Options) => {
      const prepared = openModel(verb, model, options.corrections);
      const width = printWidth(verb.io);
      verb.io.out(
        variable === undefined
          ? listText(prepared, options, width)
          : entryText(prepared, variable, options, width),
      );
    });
}

function entryText(prepared: PreparedStudy, typed: string, { format }: Options, width: number): string {
  const outcome = prepared.study.outcomes.find(({ id }) => id === typed);
  const key = outcome?.variable ?? valueOrFail(resolveName(prepared.bound.names, typed), EXIT.usage).key;
  const variable = prepared.model.variables.get(key);
  if (variable === undefined)
    throw usageFailure('unknown-name', `'${typed}' has no documentation.`, 'weir doc MODEL');
  const entry = variableEntry(prepared, variable);
  return format === 'json' ? jsonText(entry) : `${entryLines(entry, width).join('\n')}\n`;
}

function listText(prepared: PreparedStudy, { format }: Options, width: number): string {
  const entries = [...prepared.model.variables.values()].map((variable) => variableEntry(prepared, variable));
  if (format === 'json') return jsonText({ model: prepared.study.id, variables: entries });
  const sections = KINDS.flatMap((kind) => {
    const own = entries.filter((entry) => entry.kind === kind);
    if (own.length === 0) return [];
    const short = own.some((entry) => entry.short_name !== entry.name);
    const table = tableLines(
      [
        { head: 'Name', align: 'left', wraps: true },
        ...(short ? [{ head: 'Short name', align: 'left' as const, wraps: width < WIDE_ENOUGH }] : []),
        { head: 'Units', align: 'left', wraps: true },
      ],
      own.map((entry) => [entry.name, ...(short ? [entry.short_name] : []), entry.units]),
      width,
    );
    return [[`${HEADINGS[kind]} (${own.length})`, '', ...table].join('\n')];
  });
  return `${sections.join('\n\n')}\n`;
}
