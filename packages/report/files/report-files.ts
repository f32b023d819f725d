import {
  capitalized,
  changeChart,
  changeTable,
  changeValues,
  type DataTable,
  decidable,
  groupChart,
  levelChart,
  levelTable,
  panelSheet,
  pathWords,
  type Results,
  renderSvg,
  reproductionChart,
  reproductionTable,
  type SvgElement,
  sharedReach,
  timeChart,
  timeTable,
  uncapitalized,
} from '@weir/figures';
import type { PublishedTable } from '@weir/study';
import type { FileNote } from '../chapters/reproduce.js';
import { pathOutcome, type ReportData, reportData } from '../input/report-data.js';
import type { ReportInput } from '../input/report-input.js';
import { csv } from '../tables/csv.js';
import { parameterTable } from '../tables/parameters.js';
import { stopTable } from '../tables/stop-table.js';

/** A file to be written beside the page. */
export interface ReportFile extends FileNote {
  readonly mediaType: 'text/csv' | 'application/json' | 'image/svg+xml';
  readonly text: string;
}

/** The report's numbers in full digits: CSV for tables, JSON for the whole comparison. */
export function reportTables(input: ReportInput): readonly ReportFile[] {
  const data = reportData(input);
  const { results } = data;
  const outcomes = results.study.outcomes;
  const tables = [
    { name: 'levels', what: 'every outcome of every scenario', table: levelTable(results, outcomes) },
    {
      name: 'change',
      what: 'change of every outcome from the baseline',
      table: changeTable(results, outcomes),
    },
    { name: 'parameters', what: 'what each policy changes', table: parameterTable(data) },
    { name: 'runs', what: 'stop months and run ids', table: stopTable(data) },
    ...results.study.published.map((table) => ({
      name: `published-${table.id}`,
      what: `${table.title}, beside these runs`,
      table: reproductionTable(results, table),
    })),
    ...seriesTables(data),
  ];
  return [
    ...tables.map(
      ({ name, what, table }): ReportFile => ({
        name: `${name}.csv`,
        what,
        mediaType: 'text/csv',
        text: csv(table),
      }),
    ),
    {
      name: 'comparison.json',
      what: 'all runs with inputs, settings, run ids and limits',
      mediaType: 'application/json',
      text: `${JSON.stringify(input.comparison, null, 2)}\n`,
    },
  ];
}

/** The report's figures as SVG files that carry their source with them. */
export function reportFigures(input: ReportInput): readonly ReportFile[] {
  const data = reportData(input);
  const { results, headlines } = data;
  const law = uncapitalized(results.baseline.scenario.label);
  const reaches = sharedReach(results, headlines);
  const changes = headlines.flatMap((outcome) => {
    const reach = reaches.get(outcome.id);
    return reach === undefined ? [] : [changeChart(results, outcome, `change-${outcome.id}`, reach)];
  });
  const levels = headlines.map((outcome) => levelChart(results, outcome, `level-${outcome.id}`));
  const sheets = [
    {
      name: 'change',
      what: `change from ${law}`,
      node: panelSheet(results, 'change-sheet', `Default run: change from ${law}.`, changes, 2),
    },
    {
      name: 'levels',
      what: 'levels under every policy',
      node: panelSheet(results, 'level-sheet', 'Default run: levels at the end of each run.', levels, 2),
    },
    ...data.groups.map((group) => {
      const all = changeValues(results, group.outcomes);
      const panels = decidable(results).map((policy) =>
        groupChart(results, policy, group.outcomes, `group-${group.id}-${policy.scenario.id}`, all),
      );
      return {
        name: `group-${group.id}`,
        what: `${group.label}: the parts and the whole`,
        node: panelSheet(results, `group-${group.id}-sheet`, `Default run: ${group.label}.`, panels, 2),
      };
    }),
    ...results.study.published
      .filter((table) => table.rows.some((row) => row.estimated !== undefined))
      .map((table) => ({
        name: `published-${table.id}`,
        what: `${table.title}: estimated, published and Weir`,
        node: publishedSheet(results, table),
      })),
    ...timeSheets(data),
  ];
  return sheets.map(({ name, what, node }) => ({
    name: `${name}.svg`,
    what,
    mediaType: 'image/svg+xml',
    text: `<?xml version="1.0" encoding="UTF-8"?>\n${renderSvg(node)}\n`,
  }));
}

/** The path that the report draws, where the runs have series. */
function seriesTables(data: ReportData): readonly { name: string; what: string; table: DataTable }[] {
  const outcome = pathOutcome(data);
  if (outcome === undefined) return [];
  const table = timeTable(data.results, outcome);
  return table.rows.length === 0
    ? []
    : [{ name: table.id, what: `${outcome.label}, every saved month`, table }];
}

function publishedSheet(results: Results, table: PublishedTable): SvgElement {
  const id = `published-${table.id}`;
  return panelSheet(results, `${id}-sheet`, table.title, [reproductionChart(results, table, id)], 1);
}

function timeSheets(data: ReportData): readonly { name: string; what: string; node: SvgElement }[] {
  const outcome = pathOutcome(data);
  const chart = outcome === undefined ? undefined : timeChart(data.results, outcome, `time-${outcome.id}`);
  if (chart === undefined) return [];
  const node = panelSheet(
    data.results,
    `${chart.id}-sheet`,
    `${capitalized(pathWords(data.results))}: not a forecast.`,
    [chart],
    1,
  );
  return [{ name: chart.id, what: pathWords(data.results), node }];
}
