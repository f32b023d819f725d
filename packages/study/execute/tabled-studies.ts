import type { Program } from '@weir/engine';
import type { Model, Outcome } from '@weir/model';
import { reached } from '@weir/model';
import type { Study } from '../study-file/study.js';
import { tabledModel } from '../time-table/tabled-model.js';
import type { TableSource, TimeTable } from '../time-table/time-table.js';

/** Something made of a model whose graphical functions have series from data files. */
export interface Tabled<T> {
  readonly prepared: T;
  /** By name of the variable as shown to people. */
  readonly tables: ReadonlyMap<string, TimeTable>;
}

/** Gives the study with series from data files, by name as typed. */
export type TabledStudies<T> = (wanted: ReadonlyMap<string, TableSource>) => Outcome<Tabled<T>>;

/**
 * Studies with series from data files, each made when it is first asked for.
 *
 * @param prepare - Makes a study of a model.
 * @errors Of the answer: those of {@link tabledModel} and of `prepare`.
 */
export function tabledStudies<T>(
  study: Study,
  model: Model,
  program: Program,
  prepare: (model: Model) => Outcome<T>,
): TabledStudies<T> {
  const made: { readonly wanted: ReadonlyMap<string, TableSource>; readonly outcome: Outcome<Tabled<T>> }[] =
    [];
  return (wanted) => {
    const known = made.find((one) => isSame(one.wanted, wanted));
    if (known !== undefined) return known.outcome;
    const outcome = make(wanted);
    made.push({ wanted, outcome });
    return outcome;
  };

  function make(wanted: ReadonlyMap<string, TableSource>): Outcome<Tabled<T>> {
    const tabled = tabledModel(model, program, study.variables, wanted);
    if (!tabled.ok) return tabled;
    const prepared = prepare(tabled.value.model);
    return prepared.ok ? reached({ prepared: prepared.value, tables: tabled.value.tables }) : prepared;
  }
}

function isSame(one: ReadonlyMap<string, TableSource>, other: ReadonlyMap<string, TableSource>): boolean {
  if (one.size !== other.size) return false;
  return [...one].every(([name, { source, column }]) => {
    const same = other.get(name);
    return same !== undefined && same.source === source && same.column === column;
  });
}
