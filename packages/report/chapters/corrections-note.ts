import { publishedRuleNote } from '@weir/study';
import { type HtmlChild, h } from '../html/element.js';
import type { ReportData } from '../input/report-data.js';

/** What stands above everything where the runs are not of the published model: the corrections, in words. */
export function correctionsNote({ results, corrections }: ReportData): readonly HtmlChild[] {
  const ids = results.document.corrections;
  if (ids.length === 0) return [];
  const items = ids.map((id) => {
    const known = corrections.find((correction) => correction.id === id);
    const words = known === undefined ? '' : `: ${known.title} (${known.status}). ${known.what}`;
    return h('li', {}, h('strong', {}, id), words);
  });
  const sentence =
    'The numbers of this page are of the model with these corrections. Findings and limits are told of the model without them.';
  const moving = publishedRuleNote(results.document.settings, ids);
  return [
    h('p', {}, sentence),
    h('ul', { class: 'limits' }, items),
    moving === undefined ? undefined : h('p', { class: 'notice' }, moving),
  ];
}
