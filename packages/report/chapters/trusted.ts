import { capitalized, exact } from '@weir/figures';
import { failsAtDefects } from '@weir/study';
import type { Chapter } from '../html/chapter.js';
import { type HtmlChild, h } from '../html/element.js';
import { dataTable } from '../html/table.js';
import type { Assurance } from '../input/assurance.js';
import type { ReportData } from '../input/report-data.js';

/** What was checked, and how far the runs of this page lie from rest; absent where neither was done. */
export function trustedChapter(data: ReportData): Chapter | undefined {
  const { assurance } = data;
  if (assurance === undefined) return undefined;
  const { checks, rest } = assurance;
  const content = [
    checks.length === 0 ? undefined : checksContent(checks),
    rest === undefined ? undefined : restContent(data, rest),
  ];
  if (content.every((one) => one === undefined)) return undefined;
  const { model } = data.results.document;
  return {
    id: 'trusted',
    title: 'Can this be trusted?',
    content: [
      ...content,
      h('p', {}, 'All checks with their details: ', h('code', {}, `weir check ${model} --out check.html`)),
    ],
  };
}

function checksContent(checks: Assurance['checks']): HtmlChild {
  const failed = checks.filter(({ outcome }) => outcome === 'failed');
  const passed = checks.filter(({ outcome }) => outcome === 'passed');
  return [
    h(
      'p',
      {},
      h('strong', {}, `${passed.length} checks passed, ${failed.length} failed.`),
      ' These are tests of structure and behavior that any such model can be put to; they need no data, and passing them is no proof that a model is right.',
    ),
    failed.length === 0
      ? undefined
      : h(
          'ul',
          {},
          failed.map((check) =>
            h(
              'li',
              {},
              h('strong', {}, `${check.title}: failed. `),
              check.found,
              failsAtDefects(check) ? ' Known and documented.' : '',
            ),
          ),
        ),
    h(
      'details',
      {},
      h('summary', {}, 'Checks that passed'),
      h(
        'ul',
        {},
        passed.map(({ title, found }) => h('li', {}, `${title}: ${found}`)),
      ),
    ),
  ];
}

function restContent(data: ReportData, rest: NonNullable<Assurance['rest']>): HtmlChild {
  const { document } = data.results;
  const outcomes = data.headlines;
  const rows = document.runs.flatMap((run) =>
    outcomes.map(({ id, short, kind }) => {
      const own = run.outcomes[id];
      const settled = rest.values[run.scenario]?.[id];
      if (own === undefined || settled === undefined)
        return [run.scenario, short, 'not run', 'not solved', ''];
      const gap = kind === 'share' ? 100 * (own - settled) : 100 * (own / settled - 1);
      return [
        run.scenario,
        short,
        { value: own, shown: exact(own) },
        { value: settled, shown: exact(settled) },
        { value: gap, shown: `${gap.toFixed(3)} ${kind === 'share' ? 'points' : '%'}` },
      ];
    }),
  );
  const largest = Math.max(0, ...rows.map((row) => gapOf(row.at(-1))).filter(Number.isFinite));
  return [
    h('h3', {}, 'How far from rest'),
    h(
      'p',
      {},
      `The runs of this page end ${document.settings.until === 'published' ? 'by the published stop rule' : 'where they were told to'}; the fixed point is where nothing moves any more, solved for on its own. The two are not the same and are never mixed: here they lie up to ${largest.toFixed(2)} (percent, or points of a share) apart.`,
    ),
    h(
      'details',
      {},
      h('summary', {}, 'Both, outcome by outcome'),
      dataTable({
        id: 'rest',
        caption: 'Runs of this page beside the fixed points',
        columns: [
          { key: 'scenario', label: 'Policy' },
          { key: 'outcome', label: 'Outcome' },
          { key: 'run', label: capitalized('run of this page') },
          { key: 'rest', label: 'Fixed point' },
          { key: 'gap', label: 'Differs by' },
        ],
        rows,
      }),
    ),
  ];
}

function gapOf(cell: unknown): number {
  if (typeof cell !== 'object' || cell === null || !('value' in cell)) return Number.NaN;
  return typeof cell.value === 'number' ? Math.abs(cell.value) : Number.NaN;
}
