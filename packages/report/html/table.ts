import type { Cell, DataTable } from '@weir/figures';
import { type HtmlElement, h } from './element.js';

/** A table in a box of its own that scrolls sideways where the page is narrow. */
export function scrollBox(name: string, ...children: readonly HtmlElement[]): HtmlElement {
  return h('div', { class: 'scroll', role: 'group', tabindex: 0, 'aria-label': name }, ...children);
}

/** A caption that stays in sight where the table is wider than the page. */
export function tableCaption(text: string): HtmlElement {
  return h('caption', {}, h('span', {}, text));
}

/** A table of numbers with its caption, headers of columns and rows. */
export function dataTable(table: DataTable): HtmlElement {
  const numeric = table.columns.map((_, place) => table.rows.every((row) => isNumber(row[place])));
  return scrollBox(
    table.caption,
    h(
      'table',
      { class: 'data' },
      tableCaption(table.caption),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          table.columns.map((column, place) =>
            h('th', { scope: 'col', class: numeric[place] === true ? 'number' : undefined }, column.label),
          ),
        ),
      ),
      h(
        'tbody',
        {},
        table.rows.map((row) =>
          h(
            'tr',
            {},
            row.map((cell, place) => {
              const text = typeof cell === 'string' ? cell : cell.shown;
              if (place === 0) return h('th', { scope: 'row' }, text);
              return h('td', { class: isNumber(cell) ? 'number' : undefined }, text);
            }),
          ),
        ),
      ),
    ),
  );
}

function isNumber(cell: Cell | undefined): boolean {
  return cell !== undefined && typeof cell !== 'string';
}

/** Tables behind a figure, folded away on screen and open in print. */
export function tableDetails(tables: readonly DataTable[]): HtmlElement {
  return h(
    'details',
    { class: 'numbers' },
    h('summary', {}, tables.length === 1 ? 'The numbers as a table' : 'The numbers as tables'),
    tables.map(dataTable),
  );
}
