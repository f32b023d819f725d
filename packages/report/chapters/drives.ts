import { capitalized, type DirectionCounts, fixed } from '@weir/figures';
import type { Chapter } from '../html/chapter.js';
import { type HtmlChild, h } from '../html/element.js';
import { dataTable } from '../html/table.js';
import type { DrawnPolicy, DrawsPart } from '../input/assurance.js';
import type { ReportData } from '../input/report-data.js';

/** Below this the ranks do not follow the parameters well enough for single coefficients to be read. */
const ADEQUATE = 0.7;
/** Share of draws below which no direction is named alone. */
const CLEAR = 0.8;

/** What drives the results, and in how many draws each direction holds; absent where no draws were made. */
export function drivesChapter(data: ReportData): Chapter | undefined {
  const draws = data.assurance?.draws;
  if (draws === undefined) return undefined;
  const { model } = data.results.document;
  return {
    id: 'drives',
    title: 'What drives these results, and how sure is the direction?',
    content: [
      h(
        'p',
        {},
        `Every policy was solved for its fixed point under the same ${draws.n} draws of parameters (${draws.ranges}, seed ${draws.seed}). Each cell counts the draws whose direction it names, out of all that were tried: a draw without a result counts against every word. Sizes are those of the middle eight in ten. Where fewer than eight in ten agree, no direction is named.`,
      ),
      dataTable(agreementTable(data, draws)),
      h('p', { class: 'quiet' }, draws.justification),
      driversContent(data, draws),
      h(
        'p',
        {},
        'Again, and more: ',
        h('code', {}, `weir robustness ${model}`),
        ' and ',
        h('code', {}, `weir sensitivity ${model} prcc`),
      ),
    ],
  };
}

function agreementTable(data: ReportData, { policies, n }: DrawsPart) {
  const outcomes = data.headlines;
  return {
    id: 'agreement',
    caption: `Direction against the baseline in ${n} draws`,
    columns: [
      { key: 'policy', label: 'Policy' },
      ...outcomes.map(({ id, short }) => ({ key: id, label: capitalized(short) })),
    ],
    rows: policies.map(({ scenario, counts }) => [
      labelOf(data, scenario),
      ...outcomes.map(({ id }) => agreementText(counts[id])),
    ]),
  };
}

/** As in 'lower in 300 of 300; 3 to 8 %'; where no direction is clear, all three counts and no word. */
function agreementText(counts: DirectionCounts | undefined): string {
  if (counts === undefined) return 'not run';
  const { lower, higher, same, attempted, sizes, unit } = counts;
  const most = Math.max(lower, higher, same);
  if (most < CLEAR * attempted)
    return `mixed: ${lower} lower, ${same} about the same, ${higher} higher of ${attempted}`;
  if (most === same) return `about the same in ${same} of ${attempted}`;
  const direction = most === lower ? 'lower' : 'higher';
  const list = sizes[direction];
  const at = (share: number) => list[Math.min(list.length - 1, Math.floor(share * list.length))] ?? 0;
  const size =
    list.length === 0
      ? ''
      : `; ${fixed(at(0.1), 1)} to ${fixed(at(0.9), 1)} ${unit === 'points' ? 'points' : '%'}`;
  return `${direction} in ${most} of ${attempted}${size}`;
}

function driversContent(data: ReportData, { policies }: DrawsPart): HtmlChild {
  const told = policies.flatMap((policy) =>
    policy.drivers === undefined ? [] : [driversItem(data, policy, policy.drivers)],
  );
  if (told.length === 0) return undefined;
  return [
    h('h3', {}, 'What moves each effect most'),
    h(
      'p',
      {},
      'Partial rank correlations of the effect with each parameter, the others held: towards 1, a larger parameter goes with a higher change; towards −1, with a lower one. They are no shares of the effect.',
    ),
    h('ul', {}, told),
  ];
}

function driversItem(
  data: ReportData,
  { scenario }: DrawnPolicy,
  { outcome, rankRSquared, runs, constants }: NonNullable<DrawnPolicy['drivers']>,
): HtmlChild {
  const words = data.results.study.outcomes.find(({ id }) => id === outcome)?.short ?? outcome;
  const list = constants.map(({ name, partial }) => `${name} (${fixed(partial, 2)})`).join(', ');
  const caution =
    rankRSquared < ADEQUATE
      ? ` Rank R² is ${fixed(rankRSquared, 2)}: too low for single coefficients to be trusted far.`
      : ` Rank R² is ${fixed(rankRSquared, 2)}, ${runs} runs.`;
  return h('li', {}, h('strong', {}, `${labelOf(data, scenario)}, ${words}: `), `${list}.${caution}`);
}

function labelOf({ results }: ReportData, scenario: string): string {
  return results.study.scenarios.find(({ id }) => id === scenario)?.label ?? scenario;
}
