import type { Program } from '@weir/engine';
import type { Diagnostic, Model } from '@weir/model';
import { tabledModel } from '../time-table/tabled-model.js';
import type { TableSource } from '../time-table/time-table.js';
import { placeAt } from './place-at.js';
import type { Scenario, Study } from './study.js';

/**
 * The series that a scenario takes from data files, by name as written. Whether they cover a run is not known here.
 *
 * @param report - Hears `table-missing` for a data file that was not read with the study, and what `tabledModel` finds.
 */
export function bindTables(
  study: Study,
  scenario: Scenario,
  model: Model,
  program: Program,
  report: (problem: Diagnostic) => void,
): ReadonlyMap<string, TableSource> {
  const bound = new Map<string, TableSource>();
  for (const [name, { file, column }] of scenario.tables ?? []) {
    const path = ['scenarios', scenario.id, 'tables', name];
    const source = study.dataFiles?.get(file);
    const found: readonly Diagnostic[] =
      source === undefined ? [missing(file)] : check(new Map([[name, { source, ...columnOf(column) }]]));
    const place = placeAt(study, path);
    for (const one of found) report(one.place !== undefined || place === undefined ? one : { ...one, place });
    if (source !== undefined && found.length === 0) bound.set(name, { source, ...columnOf(column) });
  }
  return bound;

  function check(wanted: ReadonlyMap<string, TableSource>): readonly Diagnostic[] {
    const tabled = tabledModel(model, program, study.variables, wanted);
    return tabled.ok ? [] : tabled.diagnostics;
  }
}

function columnOf(column: string | undefined): { readonly column?: string } {
  return column === undefined ? {} : { column };
}

function missing(file: string): Diagnostic {
  return {
    code: 'table-missing',
    severity: 'error',
    message: `The data file \`${file}\` is not there.`,
    hint: 'Write its path as seen from the study file, in the same folder or below.',
  };
}
