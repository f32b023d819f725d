import type { OutcomeDefinition } from '@weir/study';
import { AXIS_HEIGHT, bottomAxis, referenceLine } from '../marks/axis.js';
import { bar } from '../marks/bar.js';
import { panelHeading } from '../marks/heading.js';
import { stackRows } from '../marks/row.js';
import { decidable, outcomeValue, type Results, sourceOf } from '../results/comparison.js';
import type { Charted } from '../results/data-table.js';
import { outcomeValues } from '../results/values.js';
import { fromZero } from '../scales/linear.js';
import { figure } from '../svg/figure.js';
import type { SvgElement } from '../svg/node.js';
import { capitalized, uncapitalized } from '../text/list.js';
import { level, share } from '../text/number.js';
import { levelTable } from './change-table.js';
import { axisLevel } from './level-words.js';
import { LEVEL_ROOM, PANEL_HEADING, PANEL_WIDTH } from './panel.js';

const BAR = 12;

/**
 * The level of one outcome at the end of each run, a row a policy, from zero, with the baseline's level as
 * a line through all rows.
 *
 * @param id - Unique in the page.
 */
export function levelChart(results: Results, outcome: OutcomeDefinition, id: string): Charted<SvgElement> {
  const scale = fromZero(outcomeValues(results, outcome), [0, PANEL_WIDTH]);
  const all = [results.baseline, ...decidable(results)];
  const shown = (value: number | undefined): string =>
    value === undefined ? 'not computed' : level(value, outcome.kind);
  const baseline = outcomeValue(results.baseline, outcome);
  const law = uncapitalized(results.baseline.scenario.label);
  const sentence = `${law}: ${shown(baseline)}${range(results, outcome)}`;
  const heading = panelHeading(
    capitalized(outcome.short),
    `Default run: ${sentence}`,
    PANEL_WIDTH,
    PANEL_HEADING,
  );
  const stack = stackRows(
    all.map((policy) => {
      const value = outcomeValue(policy, outcome);
      return {
        name: policy.scenario.short,
        value: shown(value),
        draw: (middle) =>
          value === undefined ? [] : [bar(scale(0), scale(value), middle, BAR, policy.style)],
      };
    }),
    PANEL_WIDTH,
    heading.bottom + 4,
    LEVEL_ROOM,
  );
  return {
    id,
    title: `Default run: ${outcome.label}, ${sentence}.`,
    table: levelTable(results, [outcome]),
    node: figure(
      {
        id,
        width: PANEL_WIDTH,
        height: stack.bottom + AXIS_HEIGHT,
        title: `Default run: ${outcome.label}, ${sentence}.`,
        description: `${all.map((policy) => `${policy.scenario.label}: ${shown(outcomeValue(policy, outcome))}`).join('. ')}.`,
        source: sourceOf(results),
      },
      ...heading.nodes,
      ...bottomAxis({
        scale,
        lanes: stack.lanes,
        bottom: stack.bottom,
        format: axisLevel(outcome.kind),
        width: PANEL_WIDTH,
      }),
      ...stack.marks,
      ...(baseline === undefined ? [] : referenceLine(scale(baseline), stack.lanes, '4 3')),
      ...stack.texts,
    ),
  };
}

/** From the lowest to the highest policy, in words. */
function range(results: Results, outcome: OutcomeDefinition): string {
  const values = decidable(results).flatMap((policy) => outcomeValue(policy, outcome) ?? []);
  if (values.length < 2) return '';
  const plain = (value: number): string =>
    outcome.kind === 'share' ? share(value) : level(value, outcome.kind).replace(/^about /, '');
  return `; other policies ${plain(Math.min(...values))} to ${plain(Math.max(...values))}`;
}
