import { agreementWords, leverDirections, leversSentence, leversTable, leverTable } from '@weir/figures';
import { csv } from '@weir/report';
import { jsonText, type LeverComparison } from '@weir/study';
import { openLevers, runLevers } from '@weir/study/node';
import type { Command } from 'commander';
import { addOutputOptions, type Format, formatOf, type OutputOptions } from '../arguments/output-options.js';
import { EXIT } from '../exit-code.js';
import { valueOrFail } from '../failure.js';
import { checkOutFile } from '../files/check-out.js';
import { deliver } from '../files/deliver.js';
import { ascii } from '../print/ascii.js';
import { tableLines } from '../print/table.js';
import { printWidth } from '../print/width.js';
import { wrap } from '../print/wrap.js';
import type { Verb } from './verb.js';

const EXAMPLES = `
The levers stand in levers.yaml beside the bundled models; docs/levers.md tells
the form. Every direction is computed by running the models.

Examples:
  weir levers
  weir levers --out levers.csv
`;

/** Adds `weir levers`: what the bundled models say about the same levers. */
export function addLevers(program: Command, verb: Verb): void {
  const command = program
    .command('levers')
    .description('Compare what the bundled models say about the same levers.');
  addOutputOptions(command)
    .addHelpText('after', EXAMPLES)
    .action((options: OutputOptions) => levers(verb, options));
}

function levers({ io }: Verb, options: OutputOptions): void {
  const format = formatOf(options);
  if (options.out !== undefined) checkOutFile(options.out);
  const where = io.modelsFolder === undefined ? {} : { modelsFolder: io.modelsFolder };
  const comparison = valueOrFail(runLevers(valueOrFail(openLevers(where), EXIT.data), where), EXIT.data);
  deliver(io, resultText(comparison, format, options.notes, printWidth(io)), options.out);
}

function resultText(comparison: LeverComparison, format: Format, notes: boolean, width: number): string {
  if (format === 'csv') return csv(leversTable(comparison));
  if (format === 'json') return jsonText(document(comparison));
  const { title, limit, levers: all } = comparison.levers;
  const lines = all.flatMap((lever) => [
    ...wrap(lever.label, width),
    ...[...lever.in].flatMap(([model, { structure }]) => wrap(`${model}: ${structure}`, width)),
    '',
    ...table(comparison, lever.id, width),
    '',
  ]);
  const under = notes ? wrap(`Limit: ${limit}`, width) : [];
  return `${[...wrap(title, width), '', ...lines, ...wrap(leversSentence(comparison), width), ...under].join('\n')}\n`;
}

function table(comparison: LeverComparison, id: string, width: number): readonly string[] {
  const lever = comparison.levers.levers.find((one) => one.id === id);
  if (lever === undefined) return [];
  const { columns, rows } = leverTable(comparison, lever);
  return tableLines(
    columns.map(({ label }, place) => ({
      head: label,
      align: 'left',
      ...(place === 0 ? { wraps: true } : {}),
    })),
    rows.map((row) => row.map((cell) => ascii(typeof cell === 'string' ? cell : cell.shown))),
    width,
  );
}

function document(comparison: LeverComparison): object {
  const { weir, levers: all, models, runs } = comparison;
  return {
    weir,
    title: all.title,
    limit: all.limit,
    models,
    runs,
    levers: all.levers.map((lever) => ({
      id: lever.id,
      label: lever.label,
      structure: Object.fromEntries([...lever.in].map(([model, { structure }]) => [model, structure])),
      outcomes: leverDirections(comparison, lever).map(({ agreement, ...rest }) => ({
        ...rest,
        agreement: agreementWords(agreement),
      })),
    })),
  };
}
