import type { OutcomeDefinition } from '@weir/study';
import { AXIS_HEIGHT, bottomAxis, referenceLine } from '../marks/axis.js';
import { panelHeading } from '../marks/heading.js';
import { type Row, stackRows } from '../marks/row.js';
import { stem } from '../marks/stem.js';
import { policyChange, type Results, sourceOf } from '../results/comparison.js';
import type { Charted } from '../results/data-table.js';
import { aroundZero, type LinearScale } from '../scales/linear.js';
import { figure } from '../svg/figure.js';
import type { SvgElement } from '../svg/node.js';
import { capitalized } from '../text/list.js';
import { changeTable } from './change-table.js';
import { axisChange, changeWords } from './change-words.js';
import { CHANGE_ROOM, PANEL_HEADING, PANEL_INSET, PANEL_WIDTH } from './panel.js';
import { changeSentence } from './sentences.js';
import type { SharedReach } from './shared-reach.js';

/**
 * The change of one outcome from the baseline, a row a policy, zero in the middle. Second readings stand
 * under the first as a pair.
 *
 * @param id - Unique in the page.
 * @param reach - Of {@link sharedReach}, so that panels side by side share a scale.
 */
export function changeChart(
  results: Results,
  outcome: OutcomeDefinition,
  id: string,
  reach: SharedReach,
): Charted<SvgElement> {
  const scale = aroundZero(reach.values, [PANEL_INSET, PANEL_WIDTH - PANEL_INSET]);
  const sentence = changeSentence(results, outcome);
  const heading = panelHeading(
    capitalized(outcome.short),
    reach.own ? `${sentence.short} (own scale)` : sentence.short,
    PANEL_WIDTH,
    PANEL_HEADING,
  );
  const stack = stackRows(rows(results, outcome, scale), PANEL_WIDTH, heading.bottom + 4, CHANGE_ROOM);
  const table = changeTable(results, [outcome]);
  return {
    id,
    title: sentence.long,
    table,
    node: figure(
      {
        id,
        width: PANEL_WIDTH,
        height: stack.bottom + AXIS_HEIGHT,
        title: sentence.long,
        description: description(results, outcome),
        source: sourceOf(results),
      },
      ...heading.nodes,
      ...bottomAxis({
        scale,
        lanes: stack.lanes,
        bottom: stack.bottom,
        format: axisChange(outcome.kind),
        width: PANEL_WIDTH,
      }),
      ...referenceLine(scale(0), stack.lanes),
      ...stack.marks,
      ...stack.texts,
    ),
  };
}

function rows(results: Results, outcome: OutcomeDefinition, scale: LinearScale): readonly Row[] {
  return results.policies.map((policy) => {
    const change = policyChange(results, policy, outcome);
    return {
      name: policy.scenario.short,
      value: changeWords(change),
      draw: (middle) => {
        if (change === undefined || change.unit === 'none') return [];
        return stem(scale(0), scale(change.value), middle, policy.style);
      },
    };
  });
}

function description(results: Results, outcome: OutcomeDefinition): string {
  const parts = results.policies.map(
    (policy) => `${policy.scenario.label}: ${changeWords(policyChange(results, policy, outcome))}`,
  );
  return `${capitalized(outcome.label)}, change from ${results.baseline.scenario.label}. ${parts.join('. ')}.`;
}
