import {
  checkUnits,
  type Diagnostic,
  isLintCode,
  LINT_RULES,
  lint,
  type Severity,
  withoutAllowed,
} from '@weir/model';
import type { PreparedStudy } from '@weir/study';
import { runRules } from './run-rules.js';

/** One thing that a check found, from whichever part of it. */
export interface CheckFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly finding: Diagnostic;
  readonly evidence?: string;
  /** Ids of published defects that the variable's documentation lists. */
  readonly documented: readonly string[];
}

/** What a check of a model found. */
export interface CheckReport {
  /** By part (reading, units, lint), then by rule, then in the order of the file. */
  readonly findings: readonly CheckFinding[];
  /** What the file allows with a reason. */
  readonly allowed: readonly CheckFinding[];
  /** Whether nothing is at fault: no error save documented ones, and no units that do not balance. */
  readonly passed: boolean;
}

/**
 * Checks a model that can be read: what reading warned of, units, lint, and the rules that need values.
 *
 * @param reading - Diagnostics of reading it.
 */
export function checkModel(
  { model, executable }: PreparedStudy,
  reading: readonly Diagnostic[],
): CheckReport {
  const units = checkUnits(model);
  const plain = withoutAllowed(model, [...reading, ...units]);
  const looked = lint(model, runRules(model, executable('interpreter')));
  const findings = [
    ...plain.kept.map(fromDiagnostic),
    ...looked.findings.map((finding) => ({
      rule: finding.code,
      severity: finding.severity,
      finding,
      evidence: finding.evidence,
      documented: finding.documented,
    })),
  ];
  const allowed = [...plain.allowed, ...looked.allowed].map(fromDiagnostic);
  return { findings, allowed, passed: !findings.some(failsCheck) };
}

/** Whether a finding fails the check: an error that no defect explains, or units that do not balance. */
export function failsCheck({ rule, severity, documented }: CheckFinding): boolean {
  if (rule.startsWith('unit-')) return true;
  return severity === 'error' && documented.length === 0;
}

/** What a rule finds, as a heading. */
export function ruleFinds(rule: string): string {
  if (isLintCode(rule)) return LINT_RULES[rule].finds;
  return rule.startsWith('unit-') ? 'Units that do not balance' : 'Noticed while reading';
}

function fromDiagnostic(finding: Diagnostic): CheckFinding {
  return { rule: finding.code, severity: finding.severity, finding, documented: [] };
}
