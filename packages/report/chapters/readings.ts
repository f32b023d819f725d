import { capitalized, counted, listed, type PolicyResult, uncapitalized } from '@weir/figures';
import type { Chapter } from '../html/chapter.js';
import { type HtmlChild, h } from '../html/element.js';
import { dataTable } from '../html/table.js';
import type { ReportData } from '../input/report-data.js';
import { readingsTable } from '../tables/readings-table.js';
import { findingList } from './finding-list.js';

/** Policies that were stated in one way and run in another, side by side; absent where there are none. */
export function readingsChapter(data: ReportData): Chapter | undefined {
  const pairs = data.results.policies.flatMap((first) => {
    const others = data.results.policies.filter((other) => other.readingOf === first.scenario.id);
    return others.length === 0 ? [] : [[first, ...others]];
  });
  if (pairs.length === 0) return undefined;
  const names = pairs.flatMap(([first]) => (first === undefined ? [] : [first.scenario.label]));
  return {
    id: 'readings',
    title: `More than one reading: ${listed(names.map(uncapitalized))}`,
    content: [
      pairs.map((pair) => pairContent(data, pair)),
      findingList(data.notes.findings.filter((finding) => finding.place === 'readings')),
    ],
  };
}

function pairContent(data: ReportData, pair: readonly PolicyResult[]): readonly HtmlChild[] {
  const [first] = pair;
  return [
    h(
      'p',
      {},
      `${capitalized(counted(pair.length))} readings of ${uncapitalized(first?.scenario.label ?? 'this policy')} set the same parameters to other values. Both are run here and neither is preferred; the short table shows the first.`,
    ),
    h(
      'ul',
      {},
      pair.map(({ scenario }) =>
        h('li', {}, h('strong', {}, `${scenario.label}. `), scenario.remark ?? scenario.summary),
      ),
    ),
    dataTable(readingsTable(data, pair, data.headlines)),
  ];
}
