import { capitalized, fixed } from '@weir/figures';
import type { FlipSearch } from '@weir/study';
import type { Chapter } from '../html/chapter.js';
import { type HtmlChild, h } from '../html/element.js';
import { dataTable } from '../html/table.js';
import type { Assurance } from '../input/assurance.js';
import type { ReportData } from '../input/report-data.js';

const MOST_FLIPS = 5;
/** Changes up to this size, in percent or points, have no direction. */
const SMALL = 0.5;

/** What would reverse the order of policies: parameters one at a time, and corrections; absent where nothing was tried. */
export function changeTheAnswerChapter(data: ReportData): Chapter | undefined {
  const { assurance } = data;
  if (assurance === undefined) return undefined;
  const { flips, corrections } = assurance;
  if (flips.length === 0 && corrections.length === 0) return undefined;
  const { model } = data.results.document;
  return {
    id: 'change-the-answer',
    title: 'What would change the answer?',
    content: [
      flips.length === 0 ? undefined : flipsContent(data, flips),
      corrections.length === 0 ? undefined : correctionsContent(data, corrections),
      h('p', {}, 'More of both: ', h('code', {}, `weir flip ${model} SCENARIO OUTCOME`)),
    ],
  };
}

function flipsContent(data: ReportData, flips: readonly FlipSearch[]): HtmlChild {
  return [
    h('h3', {}, 'One parameter at a time'),
    h(
      'p',
      {},
      `The nearest value of a parameter, all others at their defaults, at which two policies change places at their fixed points; looked for in the ranges ${flips[0]?.ranges ?? ''}. Several parameters changed together may do it sooner.`,
    ),
    h(
      'ul',
      {},
      flips.map((search) => {
        const { scenario, against, outcome, values, constants } = search;
        const words = data.results.study.outcomes.find(({ id }) => id === outcome)?.short ?? outcome;
        const direction = values.scenario < values.against ? 'lower' : 'higher';
        const found = constants
          .flatMap((one) => (one.found.kind === 'changes' ? [{ ...one, at: one.found.at }] : []))
          .sort((one, other) => distance(one) - distance(other))
          .slice(0, MOST_FLIPS);
        const list = found.map(
          ({ label, at, default: start }) => `${label} at ${short(at)} (default ${short(start)})`,
        );
        const sentence =
          list.length === 0
            ? 'no parameter on its own reverses this within its range.'
            : `reversed by ${list.join('; ')}.`;
        return h(
          'li',
          {},
          h(
            'strong',
            {},
            `${capitalized(words)}, ${direction} under ${labelOf(data, scenario)} than under ${labelOf(data, against)}: `,
          ),
          sentence,
        );
      }),
    ),
  ];
}

function labelOf({ results }: ReportData, scenario: string): string {
  return results.study.scenarios.find(({ id }) => id === scenario)?.label ?? scenario;
}

function distance({
  at,
  default: start,
  low,
  high,
}: {
  at: number;
  default: number;
  low: number;
  high: number;
}): number {
  return Math.abs(at - start) / (high - low);
}

const short = (value: number): string => String(Number(value.toPrecision(3)));

function correctionsContent(data: ReportData, corrections: Assurance['corrections']): HtmlChild {
  const outcome = data.groups[0]?.total ?? data.headlines[0];
  const rest = data.assurance?.rest;
  if (outcome === undefined || rest === undefined) return undefined;
  const { baseline } = data.results.document;
  const policies = data.results.study.scenarios.filter(({ id, secondary }) => id !== baseline && !secondary);
  const row = (name: string, changes: Readonly<Record<string, Readonly<Record<string, number>>>>) => [
    name,
    ...policies.map(({ id }) => {
      const change = changes[id]?.[outcome.id];
      if (change === undefined) return 'not solved';
      const before = rest.changes[id]?.[outcome.id] ?? 0;
      const turns = Math.abs(before) > SMALL && Math.sign(change) !== Math.sign(before);
      const isGone = Math.abs(before) > SMALL && Math.abs(change) <= SMALL;
      const text = fixed(change, 1);
      const sign = change > 0 && /[1-9]/.test(text) ? '+' : '';
      return `${sign}${text}${turns ? ', turns' : isGone ? ', gone' : ''}`;
    }),
  ];
  return [
    h('h3', {}, 'Corrections of the model, one at a time'),
    h(
      'p',
      {},
      'Each is a named change of the published model, proved or inferred. “Turns” marks an effect that changes its direction, “gone” one that becomes smaller than half a percent.',
    ),
    dataTable({
      id: 'corrections',
      caption: `${capitalized(outcome.label)}: change from the baseline of the same model at the fixed point, ${outcome.kind === 'share' ? 'points' : '%'}`,
      columns: [
        { key: 'model', label: 'Model' },
        ...policies.map(({ id, short: words }) => ({ key: id, label: words })),
      ],
      rows: [
        row('as it is here', rest.changes),
        ...corrections.map(({ id, title, status, effects }) =>
          row(`${id}: ${title} (${status})`, effects.changes),
        ),
      ],
    }),
  ];
}
