import { level } from '@weir/figures';
import { type KeyboardEvent, useRef, useState } from 'react';
import { Swatch } from '../../components/swatch.js';
import { drawsAt, type PairedTable } from '../../compute/paired-table.js';
import type { LabOutcome } from '../../models/lab-study.js';
import type { CompareCell } from './cell.js';
import { cellSentence } from './cell-name.js';
import { MatrixCell } from './matrix-cell.js';
import type { ComparedPolicy } from './policies.js';

/** What is open beside the matrix. */
export type Opened =
  | { readonly kind: 'cell'; readonly policy: string; readonly outcome: string }
  | { readonly kind: 'policy'; readonly policy: string };

/** What the matrix and the cards show. */
export interface MatrixProps {
  readonly policies: readonly ComparedPolicy[];
  readonly columns: readonly LabOutcome[];
  readonly cell: (policy: number, outcome: LabOutcome) => CompareCell;
  /** The default run: levels of the baseline. */
  readonly single: PairedTable | undefined;
  readonly time: number | 'rest';
  readonly horizon: string;
  readonly lastLabel: string;
  readonly wanted: number;
  readonly isOld: boolean;
  readonly opened: Opened | undefined;
  readonly onOpen: (opened: Opened) => void;
}

/** The matrix: policies by outcomes, a real table. Arrows move between its buttons, one of which is a tab stop. */
export function Matrix(props: MatrixProps) {
  const { policies, columns, isOld, opened, onOpen } = props;
  const [place, setPlace] = useState({ row: 0, column: 0 });
  const table = useRef<HTMLTableElement>(null);

  const onKeyDown = (event: KeyboardEvent): void => {
    const next = moved(place, event.key, policies.length, columns.length);
    if (next === undefined) return;
    event.preventDefault();
    setPlace(next);
    table.current
      ?.querySelector<HTMLElement>(`[data-row="${next.row}"][data-column="${next.column}"]`)
      ?.focus();
  };
  const stop = (row: number, column: number) => ({
    'data-row': row,
    'data-column': column,
    tabIndex: place.row === row && place.column === column ? 0 : -1,
    onFocus: () => setPlace({ row, column }),
  });

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys move between the buttons within.
    <div className="table-scroll matrix-scroll" onKeyDown={onKeyDown}>
      <table className="matrix" ref={table} data-old={isOld ? 'yes' : undefined}>
        <caption className="unseen">
          Policies by outcomes. Arrow keys move between cells, Enter opens one.
        </caption>
        <thead>
          <tr>
            <th scope="col">Policy</th>
            {columns.map((outcome) => (
              <th key={outcome.id} scope="col">
                {outcome.short}
                {outcome.limit === undefined ? null : <sup>{limitMark(columns, outcome)}</sup>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {policies.map((policy, row) => (
            <tr key={policy.id}>
              <th scope="row">
                <button
                  type="button"
                  className="row-head"
                  aria-expanded={opened?.kind === 'policy' && opened.policy === policy.id}
                  onClick={() => onOpen({ kind: 'policy', policy: policy.id })}
                  {...stop(row, 0)}
                >
                  <Swatch look={policy.look} /> <span>{policy.label}</span>
                </button>
              </th>
              {columns.map((outcome, at) => (
                <td
                  key={outcome.id}
                  data-check={policy.kind === 'baseline' ? undefined : checkOf(props, row, outcome)}
                >
                  {policy.kind === 'baseline' ? (
                    <BaselineCell {...props} outcome={outcome} />
                  ) : (
                    <CellButton
                      {...props}
                      row={row}
                      policy={policy}
                      outcome={outcome}
                      stop={stop(row, at + 1)}
                    />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The number of an outcome's limit among those under the matrix. */
export function limitMark(columns: readonly LabOutcome[], outcome: LabOutcome): number {
  return columns.filter(({ limit }) => limit !== undefined).indexOf(outcome) + 1;
}

function checkOf({ cell }: MatrixProps, row: number, outcome: LabOutcome): string | undefined {
  return cell(row, outcome).summary?.word;
}

/** Levels of the baseline: it is what the others are compared with. */
export function BaselineCell({
  single,
  time,
  outcome,
}: Pick<MatrixProps, 'single' | 'time'> & { readonly outcome: LabOutcome }) {
  const value = single === undefined ? undefined : drawsAt(single, 0, time, outcome.key)[0];
  return (
    <span className="baseline-cell">
      {value === undefined || !Number.isFinite(value) ? '...' : level(value, outcome.kind)}
    </span>
  );
}

interface CellButtonProps extends MatrixProps {
  readonly row: number;
  readonly policy: ComparedPolicy;
  readonly outcome: LabOutcome;
  readonly stop?: Readonly<Record<string, unknown>>;
}

/** A cell as a button that opens its details. */
export function CellButton(props: CellButtonProps) {
  const { row, policy, outcome, stop, opened, onOpen, horizon, lastLabel, wanted } = props;
  const cell = props.cell(row, outcome);
  const isOpen = opened?.kind === 'cell' && opened.policy === policy.id && opened.outcome === outcome.id;
  return (
    <button
      type="button"
      className="cell"
      aria-expanded={isOpen}
      onClick={() => onOpen({ kind: 'cell', policy: policy.id, outcome: outcome.id })}
      {...stop}
    >
      <span className="unseen">{`${cellSentence(policy.label, outcome, horizon, cell, wanted)} Open details.`}</span>
      <span className="cell-shown" aria-hidden="true">
        <MatrixCell cell={cell} wanted={wanted} lastLabel={lastLabel} />
      </span>
    </button>
  );
}

/** The next place of a key; the baseline's cells are no buttons, so its row has one place only. */
function moved(
  { row, column }: { readonly row: number; readonly column: number },
  key: string,
  rows: number,
  columns: number,
): { readonly row: number; readonly column: number } | undefined {
  const within = (at: number, last: number): number => Math.max(0, Math.min(last, at));
  switch (key) {
    case 'ArrowDown':
      return { row: within(row + 1, rows - 1), column };
    case 'ArrowUp':
      return row <= 1 ? { row: 0, column: 0 } : { row: row - 1, column };
    case 'ArrowRight':
      return { row, column: row === 0 ? 0 : within(column + 1, columns) };
    case 'ArrowLeft':
      return { row, column: within(column - 1, columns) };
    case 'Home':
      return { row, column: 0 };
    case 'End':
      return { row, column: row === 0 ? 0 : columns };
    default:
      return undefined;
  }
}
