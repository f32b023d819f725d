import { rankResiduals } from '@weir/analysis';
import {
  type Charted,
  convergenceChart,
  interactionChart,
  type ResidualPoints,
  rankScatterChart,
  responseCurvesChart,
  type SvgElement,
  sensitivityHeatMap,
  tornadoChart,
} from '@weir/figures';
import { type PreparedStudy, planSensitivity, type Sensitivity, type SensitivityMethod } from '@weir/study';
import { EXIT } from '../exit-code.js';
import { usageFailure, valueOrFail } from '../failure.js';
import type { Verb } from '../verbs/verb.js';
import { computeSensitivity } from './compute-sensitivity.js';
import { type SensitivityOptions, sensitivityRequest } from './sensitivity-options.js';

/** Figures of sensitivity analyses. */
export const SENSITIVITY_FIGURES = [
  'oat-map',
  'prcc-map',
  'curves',
  'tornado',
  'scatter',
  'convergence',
  'interaction',
] as const;

/** One of them. */
export type SensitivityFigure = (typeof SENSITIVITY_FIGURES)[number];

/** The method behind each figure; `convergence` can show another, too. */
const METHODS: Readonly<Record<SensitivityFigure, SensitivityMethod>> = {
  'oat-map': 'oat',
  'prcc-map': 'prcc',
  curves: 'curve',
  tornado: 'tornado',
  scatter: 'prcc',
  convergence: 'prcc',
  interaction: 'sobol',
};
/** Panels of the scatter figure. */
const PANELS = 6;

/**
 * Makes the runs behind a figure and draws it.
 *
 * @throws Failure for words that do not fit, and where runs or indices fail.
 */
export async function drawSensitivityFigure(
  verb: Verb,
  prepared: PreparedStudy,
  figure: SensitivityFigure,
  options: SensitivityOptions & { readonly by?: SensitivityMethod },
): Promise<Charted<SvgElement>> {
  if (options.by !== undefined && figure !== 'convergence')
    throw usageFailure('no-by', `The figure ${figure} has its own method.`, 'Leave out --by.');
  const method = options.by ?? METHODS[figure];
  const asked = sensitivityRequest(prepared, method, options);
  const ofMany = figure === 'oat-map' || figure === 'prcc-map';
  const [first, second] = asked.outcomes ?? [];
  if (!ofMany && options.outcomes !== undefined && second !== undefined)
    throw usageFailure('one-outcome', `The figure ${figure} shows one outcome.`, 'Name one: --outcomes ID.');
  const request = ofMany || first === undefined ? asked : { ...asked, outcomes: [first] };
  const plan = planSensitivity(prepared, request);
  const planned = valueOrFail(plan, EXIT.usage);
  verb.warn(plan.diagnostics);
  return chartOf(figure, await computeSensitivity(verb, planned), `${prepared.study.id}-${figure}`);
}

function chartOf(
  figure: SensitivityFigure,
  { document, table }: Sensitivity,
  id: string,
): Charted<SvgElement> {
  const outcome = document.outcomes[0]?.outcome ?? '';
  switch (figure) {
    case 'oat-map':
    case 'prcc-map':
      return sensitivityHeatMap(document, id);
    case 'curves':
      return responseCurvesChart(document, outcome, id);
    case 'tornado':
      return tornadoChart(document, outcome, id);
    case 'convergence':
      return convergenceChart(document, outcome, id);
    case 'interaction':
      return interactionChart(document, outcome, id);
    case 'scatter':
      return rankScatterChart(document, outcome, panelsOf({ document, table }), id);
  }
}

function panelsOf({ document, table }: Sensitivity): readonly ResidualPoints[] {
  const largest = (document.outcomes[0]?.indices ?? [])
    .flatMap(({ input, values }, place) => {
      const prcc = values.prcc;
      return prcc === null || prcc === undefined ? [] : [{ input, prcc, place }];
    })
    .sort((a, b) => Math.abs(b.prcc) - Math.abs(a.prcc))
    .slice(0, PANELS);
  return largest.flatMap(({ input, prcc, place }) => {
    const left = rankResiduals(table, 0, place);
    return left.ok && left.value.kind === 'value'
      ? [{ input, prcc, x: left.value.input, y: left.value.outcome }]
      : [];
  });
}
