import type { Chapter } from '../html/chapter.js';
import { h } from '../html/element.js';
import type { ReportData } from '../input/report-data.js';
import { findingList } from './finding-list.js';

/** What the model can and cannot say: limits, what stands, and what conclusions rest on. */
export function limitsChapter(data: ReportData): Chapter {
  const { limits } = data.results.document;
  const told = data.notes.findings.filter((finding) => finding.place === 'conclusions');
  const stands = findingList(told.filter((finding) => finding.bearing === 'stands'));
  const decides = findingList(told.filter((finding) => finding.bearing === 'decides'));
  const notes = findingList(told.filter((finding) => finding.bearing === 'note'));
  return {
    id: 'limits',
    title: 'What this model can and cannot say',
    content: [
      h('p', { class: 'notice' }, limits.strip),
      h(
        'ul',
        { class: 'prose' },
        limits.points.map((point) => h('li', {}, point)),
      ),
      told.length === 0
        ? undefined
        : h(
            'p',
            {},
            'The findings below were worked out apart from the runs of this page, and so were their numbers. "Proved" follows from files or from computation; "inferred" is the most plausible reading.',
          ),
      stands === undefined ? undefined : [h('h3', {}, 'What stands in everything tried'), stands],
      decides === undefined ? undefined : [h('h3', {}, 'Points on which conclusions rest'), decides],
      notes === undefined ? undefined : [h('h3', {}, 'Also found'), notes],
    ],
  };
}
