import type { Diagnostic, Severity } from '@weir/model';
import type { ConfidenceResult } from '@weir/study';
import { hang, wrap } from '../print/wrap.js';
import { type CheckFinding, type CheckReport, failsCheck, ruleFinds } from './check-model.js';
import { countWords } from './confidence-words.js';

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'note'];
const HEADINGS: Readonly<Record<Severity, string>> = { error: 'Errors', warning: 'Warnings', note: 'Notes' };
/** Findings of one rule that are written out; the rest are listed by name. */
const WRITTEN_OUT = 3;
/** Names listed of the rest. */
const LISTED = 8;

/** A check for people: counts, then findings by severity and rule. */
export function checkText(
  about: string,
  report: CheckReport,
  { all }: { readonly all: boolean },
  width: number,
  tests: readonly ConfidenceResult[] = [],
): string {
  const { findings, allowed, passed } = report;
  const counts = SEVERITIES.map((severity) => {
    const count = findings.filter((one) => one.severity === severity).length;
    return `${count} ${count === 1 ? severity : `${severity}s`}`;
  });
  const verdict = passed ? 'passed' : `failed: ${failureWords(findings, tests)}`;
  const documented = findings.filter((one) => one.documented.length > 0).length;
  const lines = [...wrap(`${about}: ${verdict}. ${counts.join(', ')}.`, width)];
  if (tests.length > 0) lines.push(...wrap(countWords(tests), width));
  if (documented > 0)
    lines.push(
      ...wrap(`${documented} concern variables whose documentation lists a published defect.`, width),
    );
  if (allowed.length > 0) lines.push(...wrap(`${allowed.length} allowed by the file, not shown.`, width));
  for (const severity of SEVERITIES) {
    const own = findings.filter((one) => one.severity === severity);
    if (own.length === 0) continue;
    lines.push('', HEADINGS[severity]);
    for (const rule of new Set(own.map((one) => one.rule))) {
      const ofRule = own.filter((one) => one.rule === rule);
      lines.push(
        '',
        ...hang(`${ruleFinds(rule)} (${rule}, ${ofRule.length})`, width - 2, 2).map((line) => `  ${line}`),
      );
      const written = all ? ofRule : ofRule.slice(0, WRITTEN_OUT);
      for (const one of written) lines.push(...findingLines(one, width));
      const rest = ofRule.slice(written.length);
      if (rest.length > 0) lines.push(...restLines(rest, width));
    }
  }
  const short =
    findings.length > 0
      ? ['', ...wrap('What each rule means, and how to allow a finding: docs/checks.md', width)]
      : [];
  return `${[...lines, ...short].join('\n')}\n`;
}

/** What fails a check: findings to mend, and tests. */
function failureWords(findings: readonly CheckFinding[], tests: readonly ConfidenceResult[]): string {
  const failing = findings.filter(failsCheck).length;
  const failed = tests.filter(({ outcome }) => outcome === 'failed').length;
  const parts = [
    ...(failing > 0 || failed === 0 ? [`${failing} ${failing === 1 ? 'finding' : 'findings'} to mend`] : []),
    ...(failed > 0 ? [`${failed} ${failed === 1 ? 'test' : 'tests'} failed`] : []),
  ];
  return parts.join(', ');
}

function findingLines({ finding, evidence, documented }: CheckFinding, width: number): readonly string[] {
  const room = width - 4;
  const indented = (text: string, indent: number) =>
    hang(text, room - 2, indent).map((line) => `      ${line}`);
  const about = finding.variable === undefined ? '' : `, at ${finding.variable}`;
  return [
    ...hang(finding.message, room, 2).map((line) => `    ${line}`),
    ...(finding.place === undefined ? [] : indented(`${placeOf(finding)}${about}`, 2)),
    ...(evidence === undefined ? [] : indented(`Seen by: ${evidence}`, 2)),
    ...(finding.hint === undefined ? [] : indented(`Try: ${finding.hint}`, 2)),
    ...(documented.length === 0
      ? []
      : indented(`Documented as a published defect: ${documented.join(', ')}`, 2)),
  ];
}

function restLines(rest: readonly CheckFinding[], width: number): readonly string[] {
  const names = rest.slice(0, LISTED).map(({ finding }) => finding.variable ?? placeOf(finding));
  const more = rest.length > LISTED ? `, and ${rest.length - LISTED} more` : '';
  return hang(`Also: ${names.join(', ')}${more}. All: --all`, width - 4, 2).map((line) => `    ${line}`);
}

function placeOf({ place }: Diagnostic): string {
  const file = place?.file.split(/[\\/]/).at(-1) ?? '';
  return place === undefined ? '' : `${file}:${place.line}:${place.column}`;
}
