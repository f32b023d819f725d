import type { DataTable } from '@weir/figures';
import { csvText } from '@weir/study';
import { type ReactNode, useId, useRef, useState } from 'react';
import { DataTableView } from './data-table.js';
import { downloadText } from './download.js';
import { FigureButtons } from './figure-buttons.js';

interface Props {
  /** A generated sentence that says what the figure shows. */
  readonly title: string;
  /** Defines the measure and its unit. */
  readonly subtitle?: string;
  /** The figure's numbers in words, for those who do not see it; the table holds them all. */
  readonly summary: string;
  readonly table: DataTable;
  /** Name of saved files, without ending. */
  readonly fileName: string;
  /** What stands beside the numbers wherever they go: runs, ranges, seed. */
  readonly method?: string;
  /** Whether what is drawn is of earlier inputs. */
  readonly isOld?: boolean;
  readonly heading?: 'h2' | 'h3';
  readonly children: ReactNode;
}

/**
 * The shell of every figure: its sentence, a picture and a table of the same numbers, and the table as a file. The
 * picture is handed in as children; it is one tab stop and draws itself.
 */
export function Figure(props: Props) {
  const { title, subtitle, summary, table, fileName, method, isOld = false, heading: Heading = 'h3' } = props;
  const [shown, setShown] = useState<'figure' | 'table'>('figure');
  const id = useId();
  const place = useRef<HTMLElement>(null);
  return (
    <figure
      ref={place}
      className="figure"
      data-old={isOld ? 'yes' : undefined}
      aria-labelledby={`${id}-title`}
    >
      <Heading className="figure-title" id={`${id}-title`}>
        {title}
      </Heading>
      {subtitle === undefined ? null : <p className="figure-subtitle">{subtitle}</p>}
      <div className="figure-tools">
        <button type="button" aria-pressed={shown === 'figure'} onClick={() => setShown('figure')}>
          Figure
        </button>
        <button type="button" aria-pressed={shown === 'table'} onClick={() => setShown('table')}>
          Table
        </button>
        <button type="button" onClick={() => downloadText(`${fileName}.csv`, tableCsv(table), 'text/csv')}>
          CSV
        </button>
        <FigureButtons figure={place} subtitle={subtitle ?? ''} {...{ title, summary, method, fileName }} />
        {isOld ? <span className="badge">old inputs</span> : null}
      </div>
      {shown === 'figure' ? (
        <div className="figure-picture">{props.children}</div>
      ) : (
        <DataTableView table={table} />
      )}
      <figcaption className="small muted">
        <span className="unseen">{summary} </span>
        {method}
      </figcaption>
    </figure>
  );
}

/** The table in full digits, one column a key. */
export function tableCsv({ columns, rows }: DataTable): string {
  return csvText(
    columns.map(({ key }) => key),
    rows.map((row) => row.map((cell) => (typeof cell === 'string' ? cell : cell.value))),
  );
}
