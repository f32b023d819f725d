import { leversSentence, leverTable } from '@weir/figures';
import type { Lever, LeverComparison } from '@weir/study';
import { type Chapter, limitNote } from '../html/chapter.js';
import { type HtmlChild, h } from '../html/element.js';
import { dataTable } from '../html/table.js';
import type { ReportData } from '../input/report-data.js';

/** The same levers in several models, side by side; absent where this model shares none. */
export function leversChapter({ levers }: ReportData): Chapter | undefined {
  if (levers === undefined) return undefined;
  return {
    id: 'levers',
    title: levers.levers.title,
    content: [
      h('p', {}, leversSentence(levers)),
      limitNote(levers.levers.limit),
      h(
        'ul',
        {},
        levers.models.map(({ id, title }) => h('li', {}, h('strong', {}, id), `: ${title}`)),
      ),
      h('p', {}, 'Again: ', h('code', {}, 'weir levers')),
      levers.levers.levers.map((lever) => leverContent(levers, lever)),
    ],
  };
}

function leverContent(comparison: LeverComparison, lever: Lever): readonly HtmlChild[] {
  return [
    h('h3', {}, lever.label),
    h(
      'ul',
      { class: 'prose' },
      [...lever.in].map(([model, { structure }]) => h('li', {}, h('strong', {}, `${model}: `), structure)),
    ),
    dataTable(leverTable(comparison, lever)),
  ];
}
