import type { ExperimentResult, Study } from '@weir/study';
import type { Charted } from '../results/data-table.js';
import type { SvgElement } from '../svg/node.js';
import { actionsChart } from './actions-chart.js';
import { loopsChart } from './loops-chart.js';
import { surfaceChart } from './surface-chart.js';

/**
 * The figures of an experiment: one for each measure, or one for all loops.
 *
 * @param prefix - Their ids begin with it.
 */
export function experimentCharts(
  study: Study,
  result: ExperimentResult,
  prefix = 'experiment',
): readonly Charted<SvgElement>[] {
  const id = `${prefix}-${result.experiment.id}`;
  switch (result.kind) {
    case 'surface':
      return result.experiment.measures.map((one) => surfaceChart(study, result, one, `${id}-${one.id}`));
    case 'actions':
      return result.experiment.measures.map((one) => actionsChart(study, result, one, `${id}-${one.id}`));
    case 'loops':
      return [loopsChart(study, result, id)];
  }
}
