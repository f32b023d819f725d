import { timeChart } from '@weir/figures';
import { type HtmlChild, h } from '../html/element.js';
import { scrollBox, tableDetails } from '../html/table.js';
import { pathOutcome, type ReportData } from '../input/report-data.js';
import { thinned } from '../tables/thinned.js';

/** The path of the leading outcome, where the runs were saved on their way. */
export function pathFigure(data: ReportData): readonly HtmlChild[] {
  const outcome = pathOutcome(data);
  const chart = outcome === undefined ? undefined : timeChart(data.results, outcome, `time-${outcome.id}`);
  if (chart === undefined) return [];
  const { settings } = data.results.document;
  const isTimed = typeof settings.until === 'number';
  return [
    h('h3', {}, isTimed ? 'The runs over time' : 'How the runs settle'),
    h('p', {}, `${startWords(settings.from === 'equilibrium')} ${isTimed ? TIMED : SETTLING}`),
    h('figure', { class: 'card wide' }, scrollBox(chart.title, chart.node)),
    tableDetails([thinned(chart.table)]),
  ];
}

const TIMED = 'The paths follow from the assumptions of the model: they are not a forecast.';
const SETTLING =
  'The path is the model settling from there: it is not a forecast, and it does not show what a change of law would do month by month.';

function startWords(fromEquilibrium: boolean): string {
  return fromEquilibrium
    ? 'Every run begins at the point of rest of the baseline.'
    : 'Every run begins at the starting values of the model, not at a settled state.';
}
