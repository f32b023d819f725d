import {
  changeChart,
  changeTable,
  changeValues,
  decidable,
  levelChart,
  levelTable,
  sharedReach,
  uncapitalized,
} from '@weir/figures';
import type { Chapter } from '../html/chapter.js';
import { type HtmlChild, h } from '../html/element.js';
import { tableDetails } from '../html/table.js';
import type { ReportData } from '../input/report-data.js';
import { transposed } from '../tables/transposed.js';
import { pathFigure } from './path-figure.js';

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
      typeof results.document.settings.until === 'number' ? pathFigure(data) : undefined,
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
      thoughtExperiments(data),
    ],
  };
}

/** Changes under what nobody decides: shocks, and thought experiments; nothing where the study has none. */
function thoughtExperiments({ results, headlines }: ReportData): readonly HtmlChild[] {
  const policies = new Set(decidable(results));
  const others = results.policies.filter((policy) => !policies.has(policy));
  if (others.length === 0) return [];
  return [
    h('h3', {}, 'Shocks and thought experiments'),
    h(
      'p',
      {},
      'Not proposals: what happens without the shock, or where part of the model is switched off. Each panel has a scale of its own.',
    ),
    h(
      'div',
      { class: 'panels' },
      headlines.map((outcome) => {
        const reach = { values: changeValues(results, [outcome], others), own: true };
        return h(
          'figure',
          { class: 'card' },
          changeChart(results, outcome, `what-if-${outcome.id}`, reach, others).node,
        );
      }),
    ),
  ];
}
