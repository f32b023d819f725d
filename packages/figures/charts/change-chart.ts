import type { OutcomeDefinition } from '@weir/study';
import { AXIS_HEIGHT, bottomAxis, referenceLine } from '../marks/axis.js';
import { panelHeading } from '../marks/heading.js';
import { type Row, stackRows } from '../marks/row.js';
import { stem } from '../marks/stem.js';
import { decidable, type PolicyResult, policyChange, type Results, sourceOf } from '../results/comparison.js';
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
 * @param policies - A row each; the policies unless given.
 */
export function changeChart(
  results: Results,
  outcome: OutcomeDefinition,
  id: string,
  reach: SharedReach,
  policies: readonly PolicyResult[] = decidable(results),
): Charted<SvgElement> {
  const scale = aroundZero(reach.values, [PANEL_INSET, PANEL_WIDTH - PANEL_INSET]);
  const sentence = changeSentence(results, outcome, policies);
  const heading = panelHeading(
    capitalized(outcome.short),
    reach.own ? `${sentence.short} (own scale)` : sentence.short,
    PANEL_WIDTH,
    PANEL_HEADING,
  );
  const stack = stackRows(
    rows(results, policies, outcome, scale),
    PANEL_WIDTH,
    heading.bottom + 4,
    CHANGE_ROOM,
  );
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
        description: description(results, policies, outcome),
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

function rows(
  results: Results,
  policies: readonly PolicyResult[],
  outcome: OutcomeDefinition,
  scale: LinearScale,
): readonly Row[] {
  return policies.map((policy) => {
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

function description(
  results: Results,
  policies: readonly PolicyResult[],
  outcome: OutcomeDefinition,
): string {
  const parts = policies.map(
    (policy) => `${policy.scenario.label}: ${changeWords(policyChange(results, policy, outcome))}`,
  );
  return `${capitalized(outcome.label)}, change from ${results.baseline.scenario.label}. ${parts.join('. ')}.`;
}
