import {
  capitalized,
  changeSize,
  directionArrow,
  directionWord,
  level,
  outcomeValue,
  type PolicyResult,
  policyChange,
  policySwatch,
  primaryPolicies,
  signedSize,
  sizeWord,
  uncapitalized,
} from '@weir/figures';
import type { OutcomeDefinition } from '@weir/study';
import { type HtmlElement, h } from '../html/element.js';
import { scrollBox, tableCaption } from '../html/table.js';
import type { ReportData } from '../input/report-data.js';
import { SINGLE_RUN } from '../sentences/answer-sentence.js';

/** Arrow, word and size of every headline outcome under every policy, with the baseline's levels on top. */
export function directionMatrix(data: ReportData): HtmlElement {
  const { results, headlines } = data;
  const caption = `${SINGLE_RUN} change from ${uncapitalized(results.baseline.scenario.label)}, direction first`;
  return scrollBox(
    caption,
    h(
      'table',
      { class: 'matrix' },
      tableCaption(caption),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          h('th', { scope: 'col' }, 'Policy'),
          headlines.map((outcome) => h('th', { scope: 'col' }, capitalized(outcome.short))),
        ),
      ),
      h(
        'tbody',
        {},
        h(
          'tr',
          { class: 'baseline' },
          rowHeader(results.baseline),
          headlines.map((outcome) => {
            const value = outcomeValue(results.baseline, outcome);
            return h('td', {}, value === undefined ? 'not computed' : level(value, outcome.kind));
          }),
        ),
        primaryPolicies(results).map((policy) =>
          h(
            'tr',
            {},
            rowHeader(policy),
            headlines.map((outcome) => cell(data, policy, outcome)),
          ),
        ),
      ),
    ),
  );
}

function rowHeader(policy: PolicyResult): HtmlElement {
  return h('th', { scope: 'row' }, policySwatch(policy.style), h('span', {}, policy.scenario.short));
}

function cell(data: ReportData, policy: PolicyResult, outcome: OutcomeDefinition): HtmlElement {
  const change = policyChange(data.results, policy, outcome);
  if (change === undefined) return h('td', {}, 'not computed');
  const size =
    change.unit === 'none'
      ? undefined
      : change.direction === 'same'
        ? changeSize(change)
        : `${sizeWord(change)}, ${signedSize(change)}`;
  return h(
    'td',
    {},
    h(
      'span',
      { class: 'direction' },
      h('span', { class: 'arrow', 'aria-hidden': 'true' }, directionArrow(change.direction)),
      ` ${directionWord(change.direction)}`,
    ),
    size === undefined ? undefined : h('span', { class: 'size' }, size),
  );
}
