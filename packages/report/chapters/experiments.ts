import { experimentCharts } from '@weir/figures';
import type { ExperimentResult } from '@weir/study';
import { type Chapter, limitNote } from '../html/chapter.js';
import { type HtmlChild, h } from '../html/element.js';
import { scrollBox, tableDetails } from '../html/table.js';
import type { ReportData } from '../input/report-data.js';

/** Experiments of the study, each with its question, figures, numbers and limit; absent where there are none. */
export function experimentsChapter(data: ReportData): Chapter | undefined {
  if (data.experiments.length === 0) return undefined;
  return {
    id: 'experiments',
    title: 'Experiments',
    content: [
      h('p', {}, 'Again: ', h('code', {}, `weir experiment ${data.results.document.model}`)),
      data.experiments.map((result) => experimentContent(data, result)),
    ],
  };
}

function experimentContent(data: ReportData, result: ExperimentResult): readonly HtmlChild[] {
  const { title, question, limit } = result.experiment;
  const charts = experimentCharts(data.results.study, result);
  const wide = result.kind === 'loops';
  return [
    h('h3', {}, title),
    h('p', {}, question),
    methodNote(result),
    wide
      ? charts.map(({ title: name, node }) => h('figure', { class: 'card wide' }, scrollBox(name, node)))
      : h(
          'div',
          { class: 'panels' },
          charts.map(({ node }) => h('figure', { class: 'card' }, node)),
        ),
    limitNote(limit),
    tableDetails(charts.map(({ table }) => table)),
  ];
}

function methodNote(result: ExperimentResult): HtmlChild {
  switch (result.kind) {
    case 'surface':
      return h('p', { class: 'quiet' }, 'Each field is a run of its own. Deeper is higher.');
    case 'actions': {
      const { robustness } = result.experiment;
      const words =
        robustness === undefined
          ? 'Points: change at the defaults.'
          : `Points: change at the defaults. Bars: 90 in 100 of ${robustness.sets} sets of parameters, drawn from the ranges ${robustness.ranges} with seed ${robustness.seed}, the same for every action.`;
      return h('p', { class: 'quiet' }, words);
    }
    case 'loops':
      return h(
        'p',
        { class: 'quiet' },
        `At each moment the links of one loop are frozen for ${result.experiment.horizon} months. A bar is what the loop did in that time: above the line it raised the number, below it lowered it. Loops act through each other, so bars do not add up.`,
      );
  }
}
