import type { Outcome } from '@weir/model';
import { reached, refused } from '@weir/model';
import type { AuditedColumns } from './assumed-tables.js';
import type { FileRoles } from './file-roles.js';
import type { Echo } from './find-echoes.js';
import type { KeyColumns } from './find-key.js';
import { columnNamed, type ForeignTable } from './foreign-table.js';

/**
 * Which columns are inputs and outcomes. Inputs are the columns of numbers of the samples that vary, or, where a column
 * of words names the input that each sample varies, the inputs it names; outcomes are those of the published table, or
 * all numbers of the results that are neither key nor echo and vary.
 *
 * @errors audit-columns
 */
export function auditedColumns(
  { samples, results, indices }: FileRoles,
  key: KeyColumns | undefined,
  echoes: readonly Echo[],
): Outcome<AuditedColumns> {
  const repeated = new Set(echoes.map(({ result }) => result));
  const outcomes =
    indices?.outcomes.map(({ outcome }) => outcome) ??
    results.columns
      .filter(
        ({ name, numeric, numbers }) =>
          numeric && name !== key?.results.name && !repeated.has(name) && varies(numbers),
      )
      .map(({ name }) => name);
  const varied = variedBy(samples);
  const inputs =
    varied === undefined
      ? samples.columns
          .filter(({ name, numeric, numbers }) => numeric && name !== key?.samples.name && varies(numbers))
          .map(({ name }) => name)
      : [...new Set(varied.filter((name) => name !== undefined))];
  if (inputs.length === 0) return nothing('The samples have no column of numbers that varies.');
  if (outcomes.length === 0) return nothing('The results have no column of numbers that is no input.');
  return reached({ samples, results, inputs, outcomes, varied });
}

const varies = (numbers: Float64Array): boolean => numbers.some((value) => value !== numbers[0]);

/**
 * The input that each sample varies, shape [samples]; undefined for the baseline. The samples are no sweeps where no
 * column of words says so: it names inputs in all rows but one.
 */
function variedBy(samples: ForeignTable): readonly (string | undefined)[] | undefined {
  for (const { texts, numbers } of samples.columns) {
    if (numbers.some((value) => Number.isFinite(value))) continue;
    const named = texts.map((text) => {
      const column = columnNamed(samples, text);
      return column?.numeric === true ? column.name : undefined;
    });
    if (named.filter((name) => name === undefined).length === 1) return named;
  }
  return undefined;
}

function nothing(reason: string): Outcome<never> {
  return refused([
    {
      code: 'audit-columns',
      severity: 'error',
      message: `No index can be computed from these files. ${reason}`,
      hint: 'Samples need columns of numbers that vary, results a column that is no input.',
    },
  ]);
}
