import {
  capitalized,
  directionSummary,
  directionsOf,
  policySwatch,
  primaryPolicies,
  uncapitalized,
} from '@weir/figures';
import type { Chapter } from '../html/chapter.js';
import { type HtmlElement, h } from '../html/element.js';
import { leadingOutcomes, type ReportData } from '../input/report-data.js';
import { SINGLE_RUN } from '../sentences/answer-sentence.js';
import { policySentence } from '../sentences/policy-sentence.js';
import { directionMatrix } from './direction-matrix.js';

/** The answer first: sentences, the short table, and the limits in the same glance. */
export function answerChapter(data: ReportData): Chapter {
  return {
    id: 'answer',
    title: 'The answer',
    content: [
      h('div', { class: 'opening' }, lead(data), limitsStrip(data)),
      policies(data),
      directionMatrix(data),
      outcomeLimits(data),
    ],
  };
}

function lead(data: ReportData): HtmlElement {
  const { results } = data;
  return h(
    'div',
    { class: 'lead' },
    h(
      'p',
      {},
      `In this model, compared with ${uncapitalized(results.baseline.scenario.label)}. `,
      h('strong', {}, SINGLE_RUN),
    ),
    h(
      'ul',
      {},
      leadingOutcomes(data).map((outcome) => {
        const directions = directionsOf(results, outcome);
        const words = directions.length === 0 ? 'not computed' : directionSummary(directions);
        return h('li', {}, h('strong', {}, capitalized(outcome.label)), `: ${words}`);
      }),
    ),
  );
}

function limitsStrip(data: ReportData): HtmlElement {
  return h(
    'aside',
    { class: 'notice', id: 'limits-strip', 'aria-label': 'Limits' },
    h('p', {}, h('strong', {}, 'Read with its limits. '), data.results.document.limits.strip),
    h('p', {}, h('a', { href: '#limits' }, 'What this model can and cannot say')),
  );
}

function policies(data: ReportData): HtmlElement {
  const [total, ...parts] = leadingOutcomes(data);
  return h(
    'dl',
    { class: 'policies' },
    primaryPolicies(data.results).map((policy) =>
      h(
        'div',
        {},
        h('dt', {}, policySwatch(policy.style), policy.scenario.label),
        total === undefined
          ? undefined
          : h('dd', {}, policySentence(data.results, policy, total, parts.slice(0, 2))),
        h('dd', { class: 'quiet' }, policy.scenario.summary),
      ),
    ),
  );
}

/** Limits of single outcomes, under the table that shows them. */
function outcomeLimits(data: ReportData): HtmlElement | undefined {
  const limited = data.headlines.flatMap(({ label, limit }) =>
    limit === undefined ? [] : [{ label, limit }],
  );
  if (limited.length === 0) return undefined;
  return h(
    'ul',
    { class: 'limits' },
    limited.map(({ label, limit }) => h('li', {}, h('strong', {}, `${capitalized(label)}: `), limit)),
  );
}
