import type { ActionMeasure, ActionsResult, Measure, Study } from '@weir/study';
import { PANEL_INSET, PANEL_WIDTH } from '../charts/panel.js';
import { AXIS_HEIGHT, bottomAxis, referenceLine } from '../marks/axis.js';
import { panelHeading } from '../marks/heading.js';
import { marker } from '../marks/marker.js';
import { type Row, stackRows } from '../marks/row.js';
import type { Cell, Charted, DataTable } from '../results/data-table.js';
import { aroundZero, type LinearScale } from '../scales/linear.js';
import { figure } from '../svg/figure.js';
import { type SvgElement, type SvgNode, svg } from '../svg/node.js';
import { DEAD_BAND } from '../text/direction.js';
import { listed } from '../text/list.js';
import { fixed, MINUS, NO_BREAK } from '../text/number.js';
import { type PolicyStyle, policyStyle } from '../theme/policy-style.js';
import { experimentSource } from './experiment-source.js';
import { DOES_NOT, inHundred, isTime, measureCell, measureText } from './measure-text.js';

const VALUE_ROOM = 88;
const BAR = 6;

/**
 * One measure of scenarios as changes from the baseline, a row a scenario, the lowest first: the point is the change at the
 * defaults, the bar spans 90 in 100 of the sets of parameters.
 *
 * @param id - Unique in the page.
 */
export function actionsChart(
  study: Study,
  result: ActionsResult,
  measure: Measure,
  id: string,
): Charted<SvgElement> {
  const rows = scenariosOf(result, measure);
  const reach = rows.flatMap(({ own }) => {
    const { change, robustness } = own;
    return [change ?? 0, ...(robustness === undefined ? [] : [robustness.low, robustness.high])];
  });
  const scale = aroundZero(reach, [PANEL_INSET, PANEL_WIDTH - PANEL_INSET]);
  const title = `${measure.label}: ${directionSentence(study, result, measure)}`;
  const heading = panelHeading(measure.label, baselineSentence(study, result, measure), PANEL_WIDTH, {
    subject: 3,
    sentence: 2,
  });
  const stack = stackRows(
    rows.map(({ scenario, own }): Row => {
      return {
        name: shortLabel(study, scenario),
        value: changeText(own.change, measure),
        draw: (middle) => marks(own, styleIn(study, scenario), scale, middle),
      };
    }),
    PANEL_WIDTH,
    heading.bottom + 4,
    VALUE_ROOM,
  );
  return {
    id,
    title,
    table: actionsTable(study, result, measure),
    node: figure(
      {
        id,
        width: PANEL_WIDTH,
        height: stack.bottom + AXIS_HEIGHT,
        title,
        description: rows
          .map(({ scenario, own }) => `${labelOf(study, scenario)}: ${changeText(own.change, measure)}.`)
          .join(' '),
        source: experimentSource(result),
      },
      ...heading.nodes,
      ...bottomAxis({
        scale,
        lanes: stack.lanes,
        bottom: stack.bottom,
        format: (tick) => changeText(tick, measure),
        width: PANEL_WIDTH,
      }),
      ...referenceLine(scale(0), stack.lanes),
      ...stack.marks,
      ...stack.texts,
    ),
  };
}

/** A measure of every scenario: its value, its change, and the change over sets of parameters. */
export function actionsTable(study: Study, result: ActionsResult, measure: Measure): DataTable {
  const drawn = result.experiment.robustness;
  const change = isTime(measure) ? 'change_months' : 'change_percent';
  const sets =
    drawn === undefined
      ? ''
      : `; over ${drawn.sets} sets of parameters (ranges ${drawn.ranges}, seed ${drawn.seed})`;
  const all = [
    { scenario: result.baseline, own: result.values[result.baseline]?.[measure.id] },
    ...scenariosOf(result, measure),
  ];
  return {
    id: `${result.experiment.id}-${measure.id}`,
    caption: `${measure.label}${sets}`,
    columns: [
      { key: 'scenario', label: 'Scenario' },
      { key: 'value', label: 'At the defaults' },
      { key: change, label: isTime(measure) ? 'Change, months' : 'Change' },
      ...(drawn === undefined
        ? []
        : [
            { key: `${change}_5`, label: '5 in 100 sets are below' },
            { key: `${change}_50`, label: 'Half are below' },
            { key: `${change}_95`, label: '95 in 100 are below' },
            { key: 'share_lower', label: 'Lower than the baseline in' },
            { key: 'share_lowest', label: 'Lowest of all in' },
          ]),
    ],
    rows: all.flatMap(({ scenario, own }): readonly (readonly Cell[])[] => {
      if (own === undefined) return [];
      const spread = own.robustness;
      const percent = (value: number | null | undefined): Cell =>
        value === null || value === undefined ? '' : { value, shown: changeText(value, measure) };
      const share = (value: number | undefined): Cell =>
        value === undefined ? '' : { value, shown: inHundred(value) };
      const isBase = scenario === result.baseline;
      return [
        [
          labelOf(study, scenario),
          measureCell(study, measure, own.value),
          isBase ? '' : percent(own.change),
          ...(drawn === undefined
            ? []
            : isBase
              ? ['', '', '', '', share(spread?.shareLowest)]
              : [
                  percent(spread?.low),
                  percent(spread?.median),
                  percent(spread?.high),
                  share(spread?.shareLower),
                  share(spread?.shareLowest),
                ]),
        ],
      ];
    }),
  };
}

interface ScenarioRow {
  readonly scenario: string;
  readonly own: ActionMeasure;
}

/** Scenarios other than the baseline, the lowest change first. */
function scenariosOf(result: ActionsResult, measure: Measure): readonly ScenarioRow[] {
  return Object.entries(result.values)
    .flatMap(([scenario, values]): readonly ScenarioRow[] => {
      const own = values[measure.id];
      return scenario === result.baseline || own === undefined ? [] : [{ scenario, own }];
    })
    .sort((one, other) => sortKey(one) - sortKey(other));
}

const sortKey = ({ own }: ScenarioRow): number => own.change ?? Number.MAX_VALUE;

function marks(
  own: ActionMeasure,
  style: PolicyStyle,
  scale: LinearScale,
  middle: number,
): readonly SvgNode[] {
  const { robustness, change } = own;
  const bar =
    robustness === undefined
      ? []
      : [
          svg('rect', {
            x: scale(robustness.low),
            y: middle - BAR / 2,
            width: Math.max(1, scale(robustness.high) - scale(robustness.low)),
            height: BAR,
            fill: style.color,
            opacity: 0.35,
          }),
        ];
  return change === null ? bar : [...bar, marker(scale(change), middle, style, 5)];
}

/** The scenarios that are below and above the baseline at the defaults. */
function directionSentence(study: Study, result: ActionsResult, measure: Measure): string {
  const rows = scenariosOf(result, measure);
  const named = (sign: 1 | -1) =>
    rows
      .filter(({ own }) => sign * (own.change ?? 0) > DEAD_BAND)
      .map(({ scenario }) => shortLabel(study, scenario));
  const [higher, lower] = [named(1), named(-1)];
  const parts = [
    ...(lower.length === 0 ? [] : [`lower with ${listed(lower)}`]),
    ...(higher.length === 0 ? [] : [`higher with ${listed(higher)}`]),
  ];
  return parts.length === 0 ? 'about the same with every action.' : `${parts.join('; ')}.`;
}

function baselineSentence(study: Study, result: ActionsResult, measure: Measure): string {
  const value = result.values[result.baseline]?.[measure.id]?.value ?? null;
  const text = measureText(study, measure, value);
  return `${shortLabel(study, result.baseline)}: ${value === null ? `it ${DOES_NOT}` : text}. Change from that:`;
}

function changeText(value: number | null, measure: Measure): string {
  if (value === null) return 'n/a';
  const digits = fixed(
    Math.abs(value),
    Math.abs(value) < 10 && Math.abs(value) >= 0.05 && !Number.isInteger(value) ? 1 : 0,
  );
  const sign = !/[1-9]/.test(digits) ? '' : value < 0 ? MINUS : '+';
  return isTime(measure) ? `${sign}${digits}${NO_BREAK}mo` : `${sign}${digits}${NO_BREAK}%`;
}

function styleIn(study: Study, scenario: string): PolicyStyle {
  const policies = study.scenarios.filter(({ baseline, secondary }) => !baseline && !secondary);
  const place = policies.findIndex(({ id }) => id === scenario);
  return policyStyle(place < 0 ? policies.length : place);
}

function labelOf(study: Study, scenario: string): string {
  return study.scenarios.find(({ id }) => id === scenario)?.label ?? scenario;
}

function shortLabel(study: Study, scenario: string): string {
  return study.scenarios.find(({ id }) => id === scenario)?.short ?? scenario;
}
