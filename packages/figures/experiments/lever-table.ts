import type { Lever, LeverComparison } from '@weir/study';
import type { Cell, DataTable } from '../results/data-table.js';
import { type Direction, directionArrow, directionOf, directionWord } from '../text/direction.js';
import { fixed, MINUS, NO_BREAK } from '../text/number.js';

/** What models say together about an outcome under a lever. */
export type LeverAgreement = 'same' | 'opposite' | 'one about the same' | 'one model only';

/** Directions of an outcome under a lever, by model. */
export interface LeverDirections {
  readonly outcome: string;
  readonly label: string;
  /** Change in percent, by model id. */
  readonly changes: Readonly<Record<string, number>>;
  readonly agreement: LeverAgreement;
}

/** Each outcome under a lever: what every model says, and whether they agree in direction. */
export function leverDirections(comparison: LeverComparison, lever: Lever): readonly LeverDirections[] {
  const own = comparison.changes[lever.id] ?? {};
  return comparison.levers.outcomes.flatMap(({ id, label }) => {
    const changes = Object.entries(own).flatMap(
      ([model, outcomes]): readonly (readonly [string, number])[] => {
        const change = outcomes[id];
        return change === undefined ? [] : [[model, change]];
      },
    );
    if (changes.length === 0) return [];
    const directions = changes.map(([, change]) => directionOf(change));
    return [{ outcome: id, label, changes: Object.fromEntries(changes), agreement: agreementOf(directions) }];
  });
}

function agreementOf(directions: readonly Direction[]): LeverAgreement {
  if (directions.length < 2) return 'one model only';
  const distinct = new Set(directions);
  if (distinct.size === 1) return 'same';
  return distinct.has('same') ? 'one about the same' : 'opposite';
}

/** Words for an agreement. */
export function agreementWords(agreement: LeverAgreement): string {
  switch (agreement) {
    case 'same':
      return 'same direction';
    case 'opposite':
      return 'opposite directions';
    case 'one about the same':
      return 'one moves, one hardly';
    case 'one model only':
      return 'one model only';
  }
}

/** A lever's outcomes as a table: a row an outcome, a column a model, and whether they agree. */
export function leverTable(comparison: LeverComparison, lever: Lever): DataTable {
  return {
    id: `lever-${lever.id}`,
    caption: `${lever.label}: change from the baseline of each model`,
    columns: [
      { key: 'outcome', label: 'Outcome' },
      ...comparison.models.map(({ id }) => ({ key: id.replaceAll('-', '_'), label: id })),
      { key: 'agreement', label: 'The models' },
    ],
    rows: leverDirections(comparison, lever).map(({ label, changes, agreement }) => [
      label,
      ...comparison.models.map(({ id }): Cell => {
        const change = changes[id];
        return change === undefined ? 'no such lever' : { value: change, shown: directionText(change) };
      }),
      agreementWords(agreement),
    ]),
  };
}

/** All levers as one table. */
export function leversTable(comparison: LeverComparison): DataTable {
  const tables = comparison.levers.levers.map((lever) => ({ lever, table: leverTable(comparison, lever) }));
  return {
    id: 'levers',
    caption: comparison.levers.title,
    columns: [{ key: 'lever', label: 'Lever' }, ...(tables[0]?.table.columns ?? [])],
    rows: tables.flatMap(({ lever, table }) => table.rows.map((row) => [lever.label, ...row])),
  };
}

/** How many pairs of lever and outcome the models agree on, as a sentence. */
export function leversSentence(comparison: LeverComparison): string {
  const all = comparison.levers.levers.flatMap((lever) => leverDirections(comparison, lever));
  const count = (agreement: LeverAgreement) => all.filter((one) => one.agreement === agreement).length;
  const shared = all.length - count('one model only');
  return `Of ${shared} pairs of lever and outcome that more than one model has, ${count('same')} go the same way, ${count('opposite')} opposite ways, and in ${count('one about the same')} one moves and one hardly does.`;
}

function directionText(change: number): string {
  const direction = directionOf(change);
  const digits = fixed(Math.abs(change), Math.abs(change) < 10 ? 1 : 0);
  const sign = !/[1-9]/.test(digits) ? '' : change < 0 ? MINUS : '+';
  return `${directionArrow(direction)}${NO_BREAK}${directionWord(direction)}, ${sign}${digits}${NO_BREAK}%`;
}
