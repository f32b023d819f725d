import type { OutcomeDefinition } from '@weir/study';
import { AXIS_HEIGHT, bottomAxis, referenceLine } from '../marks/axis.js';
import { panelHeading } from '../marks/heading.js';
import { stackRows } from '../marks/row.js';
import { stem } from '../marks/stem.js';
import { type PolicyResult, policyChange, type Results, sourceOf } from '../results/comparison.js';
import type { Charted } from '../results/data-table.js';
import { aroundZero } from '../scales/linear.js';
import { figure } from '../svg/figure.js';
import type { SvgElement } from '../svg/node.js';
import { capitalized, uncapitalized } from '../text/list.js';
import { changeTable } from './change-table.js';
import { axisChange, changeWords } from './change-words.js';
import { CHANGE_ROOM, PANEL_HEADING, PANEL_INSET, PANEL_WIDTH } from './panel.js';
import { groupSentence } from './sentences.js';

/**
 * Several outcomes side by side under one policy: the parts of a total and the total, so that none of them
 * is read alone.
 *
 * @param outcomes - Of one unit of change: all shares, or none.
 * @param reach - Values that the scale must reach, so that panels of all policies share it.
 */
export function groupChart(
  results: Results,
  policy: PolicyResult,
  outcomes: readonly OutcomeDefinition[],
  id: string,
  reach: readonly number[],
): Charted<SvgElement> {
  const scale = aroundZero(reach, [PANEL_INSET, PANEL_WIDTH - PANEL_INSET]);
  const sentence = groupSentence(results, policy, outcomes);
  const heading = panelHeading(
    policy.scenario.label,
    `Default run: change from ${uncapitalized(results.baseline.scenario.label)}`,
    PANEL_WIDTH,
    PANEL_HEADING,
  );
  const changes = outcomes.map((outcome) => ({ outcome, change: policyChange(results, policy, outcome) }));
  const stack = stackRows(
    changes.map(({ outcome, change }) => ({
      name: capitalized(outcome.short),
      value: changeWords(change),
      draw: (middle) => {
        if (change === undefined || change.unit === 'none') return [];
        return stem(scale(0), scale(change.value), middle, policy.style);
      },
    })),
    PANEL_WIDTH,
    heading.bottom + 4,
    CHANGE_ROOM,
  );
  const words = changes.map(({ outcome, change }) => `${outcome.label}: ${changeWords(change)}`);
  return {
    id,
    title: sentence.long,
    table: changeTable(results, outcomes),
    node: figure(
      {
        id,
        width: PANEL_WIDTH,
        height: stack.bottom + AXIS_HEIGHT,
        title: sentence.long,
        description: `Change from ${results.baseline.scenario.label}. ${words.join('. ')}.`,
        source: sourceOf(results),
      },
      ...heading.nodes,
      ...bottomAxis({
        scale,
        lanes: stack.lanes,
        bottom: stack.bottom,
        format: axisChange(outcomes[0]?.kind ?? 'people'),
        width: PANEL_WIDTH,
      }),
      ...referenceLine(scale(0), stack.lanes),
      ...stack.marks,
      ...stack.texts,
    ),
  };
}
