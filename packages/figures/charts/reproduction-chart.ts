import type { PublishedTable } from '@weir/study';
import { AXIS_HEIGHT, bottomAxis, referenceLine } from '../marks/axis.js';
import { panelHeading } from '../marks/heading.js';
import { type Row, stackRows } from '../marks/row.js';
import { type Results, sourceOf } from '../results/comparison.js';
import type { Charted } from '../results/data-table.js';
import { likePrinted, type PrintedFigure } from '../results/printed.js';
import { type PublishedResult, publishedResults } from '../results/published.js';
import { covering, type LinearScale } from '../scales/linear.js';
import { figure } from '../svg/figure.js';
import type { SvgElement } from '../svg/node.js';
import { counted } from '../text/list.js';
import { fixed, NO_BREAK } from '../text/number.js';
import { FONT_SIZE } from '../theme/typography.js';
import { comparisonLabels, comparisonMarks, LABEL_ROOM } from './reproduction-marks.js';
import { reproductionTable } from './reproduction-table.js';

const WIDTH = 640;
const INSET = 16;

/** A row with all three numbers. */
interface Complete {
  readonly result: PublishedResult;
  readonly printed: PrintedFigure;
  readonly estimated: PrintedFigure;
  readonly value: number;
}

/**
 * Estimated, published and computed values of a published table, each row relative to what was published:
 * published and computed coincide where the table is reproduced, the estimate stands apart.
 */
export function reproductionChart(results: Results, table: PublishedTable, id: string): Charted<SvgElement> {
  const rows = publishedResults(results, table).flatMap((result): readonly Complete[] => {
    const { printed, estimated, value } = result;
    return printed === undefined || estimated === undefined || value === undefined || printed.value === 0
      ? []
      : [{ result, printed, estimated, value }];
  });
  const relative = rows.flatMap((row) => [
    100,
    (100 * row.estimated.value) / row.printed.value,
    (100 * row.value) / row.printed.value,
  ]);
  const scale = covering(relative.length > 0 ? relative : [99, 101], [INSET, WIDTH - INSET], 6);
  const good = rows.filter((row) => row.result.agreement !== 'different').length;
  const count =
    good === rows.length ? `all ${counted(rows.length)}` : `${counted(good)} of ${counted(rows.length)}`;
  const sentence = `Weir (ring) gives the published digits (dot) in ${count} rows. Open diamonds are the estimates that the model was fitted to`;
  const heading = panelHeading('Each value relative to the published one', `${sentence}.`, WIDTH, {
    subject: 1,
    sentence: 2,
  });
  const stack = stackRows(
    rows.map((row) => chartRow(row, scale)),
    WIDTH,
    heading.bottom + 4,
    0,
  );
  const title = `${table.title}: ${sentence}.`;
  return {
    id,
    title,
    table: reproductionTable(results, table),
    node: figure(
      {
        id,
        width: WIDTH,
        height: stack.bottom + AXIS_HEIGHT,
        title,
        description: `${rows.map((row) => `${row.result.row.label}: estimated ${row.estimated.text}, published ${row.printed.text}, Weir ${likePrinted(row.value, row.printed)}`).join('. ')}.`,
        source: sourceOf(results),
      },
      ...heading.nodes,
      ...bottomAxis({
        scale,
        lanes: stack.lanes,
        bottom: stack.bottom,
        format: (tick) => `${fixed(tick, 0)}${NO_BREAK}%`,
        width: WIDTH,
      }),
      ...referenceLine(scale(100), stack.lanes),
      ...stack.marks,
      ...stack.texts,
    ),
  };
}

function chartRow(row: Complete, scale: LinearScale): Row {
  const places = {
    published: scale(100),
    computed: scale((100 * row.value) / row.printed.value),
    estimated: scale((100 * row.estimated.value) / row.printed.value),
  };
  const words = {
    published: row.printed.text,
    computed: likePrinted(row.value, row.printed, row.result.agreement === 'rounded' ? 0 : 1),
    estimated: row.estimated.text,
  };
  return {
    name: row.result.row.label,
    value: '',
    below: LABEL_ROOM,
    draw: (middle) => [
      ...comparisonMarks(places, middle),
      ...comparisonLabels(places, words, middle + LABEL_ROOM + FONT_SIZE.small / 2, WIDTH),
    ],
  };
}
