import type { ClaimCounts, ClaimRobustness, RobustnessDocument, Study } from '@weir/study';
import { type TableColumn, tableLines } from '../print/table.js';
import { wrap } from '../print/wrap.js';

/** A robustness analysis for people: a row a claim, a column a set of ranges. */
export function robustnessText(
  document: RobustnessDocument,
  study: Study,
  notes: boolean,
  width: number,
): string {
  const { claims, ranges, draws } = document;
  const stated = claims.filter((claim) => claim.stated === 'publication');
  const found = claims.filter((claim) => claim.stated === 'findings');
  const lines = [
    ...wrap(`Draws of ${draws} in which each claim holds, and the median change`, width),
    ...section('Claims of the publication', stated, document, study, width),
    ...section('Not in the publication', found, document, study, width),
  ];
  if (notes) {
    const failed = failedLine(document);
    const held = [...new Set(claims.flatMap(({ hold }) => hold))];
    lines.push(
      '',
      ...wrap(
        `${`${document.model} ${document.version}`.trim()} | ${document.corrections.length === 0 ? 'as published' : `corrections ${document.corrections.join(', ')}`} | ${document.design}, ${draws} draws, seed ${document.seed} | ${document.until === 'equilibrium' ? 'at the fixed point' : `until ${document.until}`}`,
        width,
      ),
      ...ranges.flatMap(({ id, label, justification }) => wrap(`${id}: ${label}. ${justification}`, width)),
      ...(held.length === 0
        ? []
        : wrap(`Not varied for claims about policies that raise them: ${held.join(', ')}.`, width)),
      ...(failed === undefined ? [] : wrap(failed, width)),
      ...wrap(
        'Draws vary parameters within the structure of the model; other structures are not tried. A share of draws is not a probability that a claim is true.',
        width,
      ),
      ...wrap(document.limits, width),
      'Sentences, intervals and quantiles: --format csv or json.',
    );
  }
  return `${lines.join('\n')}\n`;
}

function section(
  title: string,
  claims: readonly ClaimRobustness[],
  { ranges }: RobustnessDocument,
  study: Study,
  width: number,
): readonly string[] {
  if (claims.length === 0) return [];
  const columns: readonly TableColumn[] = [
    { head: title, align: 'left', wraps: true },
    { head: 'At default', align: 'right' },
    ...ranges.flatMap(({ id }) => [
      { head: `Holds, ${id}`, align: 'right' as const },
      { head: 'Median change', align: 'right' as const },
    ]),
  ];
  const rows = claims.map((claim) => [
    claimText(claim, study),
    claim.at_default === null ? 'no result' : percent(claim.at_default.change_percent),
    ...ranges.flatMap(({ id }) => countCells(claim.by_ranges[id])),
  ]);
  return ['', ...tableLines(columns, rows, width)];
}

function claimText({ label, direction, scenario, than }: ClaimRobustness, study: Study): string {
  const name = (id: string): string => study.scenarios.find((one) => one.id === id)?.short ?? id;
  return `${label}: ${direction} under ${name(scenario)} than under ${name(than)}`;
}

function countCells(counts: ClaimCounts | undefined): readonly string[] {
  if (counts === undefined) return ['n/a', 'n/a'];
  const { holds, attempted, change_percent } = counts;
  return [
    `${holds} (${share(holds, attempted)})`,
    change_percent === null ? 'n/a' : percent(change_percent.median),
  ];
}

/** Never rounds to all or to none. */
function share(holds: number, attempted: number): string {
  if (holds === 0 || holds === attempted) return holds === 0 ? '0 %' : '100 %';
  const tenths = Math.min(99.9, Math.max(0.1, Math.round((1000 * holds) / attempted) / 10));
  return `${tenths.toFixed(1)} %`;
}

function percent(value: number | null): string {
  if (value === null) return 'n/a';
  const digits = value.toFixed(1);
  return `${value > 0 && digits !== '0.0' ? '+' : ''}${digits === '-0.0' ? '0.0' : digits} %`;
}

function failedLine({ claims, ranges }: RobustnessDocument): string | undefined {
  const parts = ranges.flatMap(({ id }) => {
    const lost = claims.map(({ by_ranges }) => {
      const counts = by_ranges[id];
      return counts === undefined ? 0 : counts.attempted - counts.usable;
    });
    const most = Math.max(0, ...lost);
    return most === 0 ? [] : [`up to ${most} on ${id}`];
  });
  return parts.length === 0
    ? undefined
    : `Draws in which a run failed count against a claim: ${parts.join(', ')}.`;
}
