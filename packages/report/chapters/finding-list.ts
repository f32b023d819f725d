import type { Finding } from '@weir/study';
import { type HtmlElement, h } from '../html/element.js';

const STATUS: Readonly<Record<Finding['status'], string>> = {
  proved: 'Proved',
  inferred: 'Inferred',
};

/** Findings with their ids and status; they are told apart from the results of this page's runs. */
export function findingList(findings: readonly Finding[]): HtmlElement | undefined {
  if (findings.length === 0) return undefined;
  return h(
    'ul',
    { class: 'findings' },
    findings.map((finding) =>
      h(
        'li',
        { class: 'finding', id: `finding-${finding.id}` },
        h(
          'p',
          { class: 'finding-head' },
          h('span', { class: 'badge' }, `Finding ${finding.id}`),
          ' ',
          h('span', { class: `badge ${finding.status}` }, STATUS[finding.status]),
        ),
        h('p', { class: 'finding-title' }, finding.title),
        h('p', {}, finding.sentence),
        h('p', {}, h('strong', {}, 'Effect: '), finding.effect),
        h('p', { class: 'source' }, `Source: ${finding.source}. Not computed by this page's runs.`),
      ),
    ),
  );
}
