import { changeTable, type DataTable, levelTable, reproductionChart, reproductionTable } from '@weir/figures';
import { correctionsText, type PublishedTable } from '@weir/study';
import type { Chapter } from '../html/chapter.js';
import { type HtmlChild, h } from '../html/element.js';
import { dataTable, scrollBox } from '../html/table.js';
import type { ReportData } from '../input/report-data.js';
import { parameterTable } from '../tables/parameters.js';
import { stopTable } from '../tables/stop-table.js';
import { transposed } from '../tables/transposed.js';
import { findingList } from './finding-list.js';
import { pathFigure } from './path-figure.js';

/** The publication's tables beside this page's runs, and how the runs stop. */
export function reproductionChapter(data: ReportData): Chapter {
  const { study } = data.results;
  return {
    id: 'reproduction',
    title:
      study.published.length > 0 ? 'The published tables beside these runs' : 'All results of these runs',
    content: [
      correctedNote(data),
      study.published.map((table) => publishedTable(data, table)),
      h('h3', {}, 'What each policy changes'),
      dataTable(parameterTable(data)),
      h('h3', {}, 'All results of the policies'),
      h('p', {}, 'Values at the stop of each run, then the change from the baseline.'),
      policyTables(data).map((table) => dataTable(transposed(table))),
      h('h3', {}, 'When the runs stop'),
      stopRule(data),
      dataTable(stopTable(data)),
      typeof data.results.document.settings.until === 'number' ? undefined : pathFigure(data),
      findingList(data.notes.findings.filter((finding) => finding.place === 'reproduction')),
    ],
  };
}

/** That the runs are not of the published model, where they are not. */
function correctedNote(data: ReportData): HtmlChild {
  const { study, document } = data.results;
  if (document.corrections.length === 0) return undefined;
  const words = `These runs have ${correctionsText(study, document.corrections)}.`;
  const beside = study.published.length > 0 ? ' The printed figures are of the model as published.' : '';
  return h('p', {}, `${words}${beside}`);
}

/** Values and changes of all outcomes. */
export function policyTables(data: ReportData): readonly DataTable[] {
  const { results } = data;
  return [levelTable(results, results.study.outcomes), changeTable(results, results.study.outcomes)];
}

function publishedTable(data: ReportData, table: PublishedTable): readonly HtmlChild[] {
  const compared = table.rows.some((row) => row.estimated !== undefined);
  const numbers = reproductionTable(data.results, table);
  const notes = table.rows.flatMap((row) => (row.note === undefined ? [] : [{ row, note: row.note }]));
  return [
    h('h3', {}, table.title),
    table.note === undefined ? undefined : h('p', {}, table.note),
    compared
      ? h(
          'figure',
          { class: 'card wide' },
          scrollBox(table.title, reproductionChart(data.results, table, `published-${table.id}`).node),
        )
      : undefined,
    dataTable(numbers),
    notes.length === 0
      ? undefined
      : h(
          'ul',
          { class: 'limits' },
          notes.map(({ row, note }) => h('li', {}, h('strong', {}, `${row.label}: `), note)),
        ),
  ];
}

function stopRule(data: ReportData): HtmlChild {
  const { until } = data.results.document.settings;
  const rule = typeof until === 'string' ? data.results.study.stopRules.get(until) : undefined;
  if (rule === undefined) {
    const words = typeof until === 'number' ? `at month ${until}` : `at "${until}"`;
    return h('p', {}, `All runs stop ${words}.`);
  }
  return h('p', {}, rule.description);
}
