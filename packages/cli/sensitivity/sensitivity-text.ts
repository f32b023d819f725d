import {
  type InputIndex,
  METHOD_FACTS,
  type OutcomeSensitivity,
  type SensitivityDocument,
} from '@weir/study';
import { type TableColumn, tableLines } from '../print/table.js';
import { hang, wrap } from '../print/wrap.js';

/** Inputs shown of many. */
const SHOWN = 12;

/** What a text holds. */
export interface SensitivityTextOptions {
  readonly all: boolean;
  readonly notes: boolean;
}

/** An analysis for people: for each outcome the indices, the largest first, and what they rest on. */
export function sensitivityText(
  document: SensitivityDocument,
  { all, notes }: SensitivityTextOptions,
  width: number,
): string {
  const lines = [
    ...wrap(`${METHOD_FACTS[document.method].label}: ${subject(document)}`, width),
    ...document.outcomes.flatMap((outcome) => ['', ...outcomeLines(document, outcome, all, width)]),
  ];
  if (notes) lines.push('', ...noteLines(document, width));
  return `${lines.join('\n')}\n`;
}

function subject({ scenario, against, change }: SensitivityDocument): string {
  if (against === null) return `outcomes under ${scenario}`;
  return `${change === 'percent' ? 'change in percent' : 'difference'} of ${scenario} from ${against}, draw by draw`;
}

function outcomeLines(
  { method, inputs }: SensitivityDocument,
  { label, unit, indices, report, baseline }: OutcomeSensitivity,
  all: boolean,
  width: number,
): readonly string[] {
  const { main, columns } = METHOD_FACTS[method];
  const size = ({ values }: InputIndex): number => Math.abs(values[main] ?? -1);
  const ordered = [...indices].sort((a, b) => size(b) - size(a));
  const shownRows = all ? ordered : ordered.slice(0, SHOWN);
  const ranges = new Map(inputs.map((input) => [input.name, input]));
  const table: readonly TableColumn[] = [
    { head: 'Input', align: 'left', wraps: true },
    { head: 'Range', align: 'left' },
    ...columns.map((column) => ({ head: column.label, align: 'right' as const })),
  ];
  const rows = shownRows.map(({ input, values, undefined_because }) => {
    const { low = null, high = null } = ranges.get(input) ?? {};
    return [
      input,
      low === null || high === null ? '' : `${digits(low)} to ${digits(high)}`,
      ...columns.map(({ key }, c) => cellText(key, values[key], c === 0 ? undefined_because : null)),
    ];
  });
  const from = baseline === null ? '' : `, ${digits(baseline)} at the defaults`;
  const left = ordered.length - shownRows.length;
  return [
    ...wrap(`${label}${unit === '1' ? '' : ` (${unit})`}${from}`, width),
    ...tableLines(table, rows, width),
    ...(left > 0 ? [`... and ${left} more inputs: --all.`] : []),
    ...hang(`Verdict: ${report.sentence}`, width, 2),
    ...report.concerns.flatMap(({ text, about }) =>
      hang(`- ${text}${about.length > 0 ? ` (${aboutText(about)})` : ''}`, width, 2),
    ),
  ];
}

function aboutText(about: readonly string[]): string {
  const most = 6;
  return about.length <= most
    ? about.join(', ')
    : `${about.slice(0, most).join(', ')} and ${about.length - most} more`;
}

function cellText(key: string, value: number | null | undefined, reason: string | null): string {
  if (value === null || value === undefined) return reason ?? '';
  if (value < 1e-300 && key === 'corrected_p') return '< 1e-300';
  return digits(value);
}

function noteLines(document: SensitivityDocument, width: number): readonly string[] {
  const { model, version, corrections, ranges, runs, n, seed, until, held, method, replicates } = document;
  const counts = `${METHOD_FACTS[method].counts.split(',')[0]} ${n}${replicates > 1 ? ` x ${replicates}` : ''}`;
  const facts = [
    `${model} ${version}`.trim(),
    corrections.length === 0 ? 'as published' : `corrections ${corrections.join(', ')}`,
    `ranges ${ranges.id}: ${ranges.label}`,
    `${counts}, ${runs} runs${document.against === null ? '' : ' of each scenario'}`,
    `seed ${seed}`,
    until === 'equilibrium' ? 'at the fixed point' : `until ${until}`,
  ];
  return [
    ...wrap(facts.join(' | '), width),
    ...(held.length > 0 ? wrap(`Set, and so not varied: ${held.join(', ')}.`, width) : []),
    ...wrap(ranges.justification, width),
    ...wrap(document.meaning, width),
    ...wrap(document.limits, width),
    ...wrap('All inputs and digits: --format csv or json.', width),
  ];
}

/** Three significant digits, without a needless exponent. */
function digits(value: number): string {
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e7)) return value.toExponential(2);
  return String(Number(value.toPrecision(size >= 1000 ? Math.ceil(Math.log10(size)) : 3)));
}
