// @weir/figures: figures as plain trees of SVG nodes, from results and models.

export { changeChart } from './charts/change-chart.js';
export { changeTable, levelTable } from './charts/change-table.js';
export { axisChange, changeWords } from './charts/change-words.js';
export { groupChart } from './charts/group-chart.js';
export { levelChart } from './charts/level-chart.js';
export { PANEL_WIDTH } from './charts/panel.js';
export { panelSheet } from './charts/panels.js';
export { reproductionChart } from './charts/reproduction-chart.js';
export { reproductionTable } from './charts/reproduction-table.js';
export type { FigureSentence } from './charts/sentences.js';
export { changeSentence, directionsOf, groupSentence, primaryPolicies } from './charts/sentences.js';
export type { SharedReach } from './charts/shared-reach.js';
export { sharedReach } from './charts/shared-reach.js';
export { pathWords, timeChart } from './charts/time-chart.js';
export { timeTable } from './charts/time-table.js';
export { SECTOR_COLORS } from './diagram/colors.js';
export { drawFlowLabels, drawValve } from './diagram/draw-flow.js';
export { drawLabel } from './diagram/draw-label.js';
export { drawLink, drawLinkHead } from './diagram/draw-link.js';
export type { Rectangle } from './diagram/geometry.js';
export { boundsOf, centreOf } from './diagram/geometry.js';
export { layOut } from './diagram/layout.js';
export type * from './diagram/scene.js';
export type { DiagramOptions } from './diagram/stock-flow-diagram.js';
export { stockFlowDiagram } from './diagram/stock-flow-diagram.js';
export { viewTitle } from './diagram/view-title.js';
export { actionsChart, actionsTable } from './experiments/actions-chart.js';
export { experimentCharts } from './experiments/experiment-charts.js';
export {
  agreementWords,
  type LeverAgreement,
  type LeverDirections,
  leverDirections,
  leversSentence,
  leversTable,
  leverTable,
} from './experiments/lever-table.js';
export { loopsChart, loopsTable } from './experiments/loops-chart.js';
export { measureText } from './experiments/measure-text.js';
export { surfaceChart, surfaceTable } from './experiments/surface-chart.js';
export {
  type CheckResult,
  type CheckSummary,
  type CheckWord,
  checkSummary,
  checkWord,
} from './ladder/check-words.js';
export { type DirectionCounts, directionCounts } from './ladder/direction-counts.js';
export { BORDERLINE_DRAWS, FEWEST_DRAWS, leading, type Rung, rungOf } from './ladder/rung.js';
export {
  agreementText,
  checkText,
  outOfHundred,
  rungSentence,
  rungSize,
  rungWord,
} from './ladder/rung-words.js';
export { marker } from './marks/marker.js';
export { policySwatch } from './marks/swatch.js';
export type { PolicyResult, Results } from './results/comparison.js';
export {
  decidable,
  joinResults,
  outcomeNamed,
  outcomeValue,
  policyChange,
  sourceOf,
} from './results/comparison.js';
export type * from './results/data-table.js';
export type { Agreement, PrintedFigure } from './results/printed.js';
export { agreement, likePrinted, readPrinted } from './results/printed.js';
export type { PublishedResult } from './results/published.js';
export { publishedResults } from './results/published.js';
export { changeValues, outcomeValues } from './results/values.js';
export { aroundZero, covering, fromZero, type LinearScale } from './scales/linear.js';
export { spread } from './scales/spread.js';
export { convergenceChart } from './sensitivity/convergence-chart.js';
export { sensitivityHeatMap } from './sensitivity/heat-map.js';
export { interactionChart } from './sensitivity/interaction-chart.js';
export { publishedPrccChart } from './sensitivity/published-prcc-chart.js';
export type { ResidualPoints } from './sensitivity/rank-scatter-chart.js';
export { rankScatterChart } from './sensitivity/rank-scatter-chart.js';
export { responseCurvesChart } from './sensitivity/response-curves-chart.js';
export { tornadoChart } from './sensitivity/tornado-chart.js';
export { escapeAttribute, escapeText } from './svg/escape.js';
export type { FigureFrame, FigureSource } from './svg/figure.js';
export { figure } from './svg/figure.js';
export type { SvgAttribute, SvgElement, SvgNode } from './svg/node.js';
export { svg } from './svg/node.js';
export { renderSvg } from './svg/render.js';
export type { Change, SizeWord } from './text/change.js';
export { changeOf, changeSize, exactChange, signedSize, sizeWord } from './text/change.js';
export type { Direction } from './text/direction.js';
export { DEAD_BAND, directionArrow, directionOf, directionWord } from './text/direction.js';
export type { NamedDirection } from './text/direction-summary.js';
export { directionCount, directionSummary } from './text/direction-summary.js';
export { capitalized, counted, listed, uncapitalized } from './text/list.js';
export { exact, fixed, grouped, level, MINUS, NO_BREAK, people, share, significant } from './text/number.js';
export { type Shape, type ShapeName, shapeOf } from './text/shape.js';
export { contrastRatio } from './theme/contrast.js';
export type { MarkerShape, PolicyStyle } from './theme/policy-style.js';
export { BASELINE_STYLE, POLICY_STYLES, policyStyle, secondReading } from './theme/policy-style.js';
export type { ThemeTokens } from './theme/tokens.js';
export { DARK, LIGHT } from './theme/tokens.js';
export { estimatedWidth, FONT_SIZE, FONT_STACK, SPACE, wrapText } from './theme/typography.js';
