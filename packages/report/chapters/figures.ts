import { changeChart, changeTable, levelChart, levelTable, sharedReach, uncapitalized } from '@weir/figures';
import type { Chapter } from '../html/chapter.js';
import { h } from '../html/element.js';
import { tableDetails } from '../html/table.js';
import type { ReportData } from '../input/report-data.js';
import { transposed } from '../tables/transposed.js';

/** Changes and levels of the headline outcomes, drawn from this page's runs. */
export function figuresChapter(data: ReportData): Chapter {
  const { results, headlines } = data;
  const reaches = sharedReach(results, headlines);
  const { counterparts } = data.notes;
  const law = uncapitalized(results.baseline.scenario.label);
  return {
    id: 'figures',
    title: 'Change and levels, policy by policy',
    content: [
      h('p', { class: 'quiet' }, results.document.limits.strip),
      h('h3', {}, `Change from ${law}`),
      h(
        'p',
        {},
        counterparts === undefined
          ? ''
          : `Drawn from fresh runs; the counterpart of ${counterparts.changes}. `,
        'One panel an outcome, one row a policy. The middle line is no change. Panels in percent share one scale, unless one says that it has its own; shares change in percentage points.',
      ),
      h(
        'div',
        { class: 'panels' },
        headlines.flatMap((outcome) => {
          const reach = reaches.get(outcome.id);
          if (reach === undefined) return [];
          const chart = changeChart(results, outcome, `change-${outcome.id}`, reach);
          return [h('figure', { class: 'card' }, chart.node)];
        }),
      ),
      tableDetails([transposed(changeTable(results, headlines))]),
      h('h3', {}, 'Levels'),
      h(
        'p',
        {},
        counterparts === undefined ? '' : `The counterpart of ${counterparts.levels}. `,
        `Bars begin at zero. The dashed line is the level under ${law}.`,
      ),
      h(
        'div',
        { class: 'panels' },
        headlines.map((outcome) =>
          h('figure', { class: 'card' }, levelChart(results, outcome, `level-${outcome.id}`).node),
        ),
      ),
      tableDetails([transposed(levelTable(results, headlines))]),
    ],
  };
}
