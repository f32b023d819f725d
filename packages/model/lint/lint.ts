import type { Model } from '../model.js';
import { placeOf } from '../source/source-text.js';
import { orderEquations } from '../structure/order.js';
import { inferVariableUnits } from '../units/infer-variables.js';
import { unitTable } from '../units/unit-table.js';
import { ownerName, ownerOf } from '../units/variable-units.js';
import { allowancesOf, defectsIn, documentationOf, isAllowed } from './allowances.js';
import { ModelBounds } from './bounds/model-bounds.js';
import type { LintFinding, Raised } from './lint-finding.js';
import { LINT_RULES, MODEL_RULES } from './lint-rules.js';

/** What lint has to say about a model. */
export interface LintReport {
  /** In the order of the rules, then of the file. */
  readonly findings: readonly LintFinding[];
  /** Findings that the file allows, with a reason: not reported. */
  readonly allowed: readonly LintFinding[];
}

/**
 * Looks for what modellers hold to be bad practice or a likely slip, in a model that was read without errors.
 *
 * What a rule cannot see it does not excuse: a finding says what can happen as far as the equations tell, with the
 * file's constants. A line `Lint: allow RULE (reason)` in the documentation of the variable silences a rule there;
 * in that of the header, in the whole model.
 *
 * @param more - Findings of rules that need a run.
 */
export function lint(model: Model, more: Iterable<Raised> = []): LintReport {
  const order = orderEquations(model);
  if (!order.ok) return settle(model, more);
  const units = inferVariableUnits(model, unitTable(model).table);
  const context = { model, order: order.value, bounds: new ModelBounds(model, order.value), units };
  const raised = Object.values(MODEL_RULES).flatMap((rule) => [...rule(context)]);
  return settle(model, [...raised, ...more]);
}

/** Turns what rules raised into findings: one an array, allowed ones apart, published defects marked. */
function settle(model: Model, raised: Iterable<Raised>): LintReport {
  const documentation = documentationOf(model);
  const allowances = allowancesOf(model);
  const told = new Set<string>();
  const findings: LintFinding[] = [];
  const allowed: LintFinding[] = [];
  for (const one of raised) {
    const owner = one.variable && ownerOf(one.variable);
    // One finding for all elements of an array, and for all calls of a macro.
    const whose = one.variable?.hidden === true ? '' : owner;
    const id = `${one.code} ${whose} ${one.span.start} ${one.span.end}`;
    if (told.has(id)) continue;
    told.add(id);
    const finding: LintFinding = {
      code: one.code,
      severity: one.severity ?? LINT_RULES[one.code].severity,
      message: one.reason,
      place: placeOf(model.source, one.span),
      ...(one.variable === undefined ? {} : { variable: ownerName(one.variable) }),
      hint: one.fix,
      evidence: one.evidence,
      documented: owner === undefined ? [] : defectsIn(documentation.get(owner) ?? ''),
    };
    const silenced = isAllowed(allowances, one.code, owner);
    // A faulty allowance cannot silence the rule that tells of it.
    (silenced && one.code !== 'lint-allow' ? allowed : findings).push(finding);
  }
  const rank = new Map(Object.keys(LINT_RULES).map((code, index) => [code, index]));
  const line = ({ place }: LintFinding) => (place?.line ?? 0) * 1e5 + (place?.column ?? 0);
  const byRule = (left: LintFinding, right: LintFinding) =>
    (rank.get(left.code) ?? 0) - (rank.get(right.code) ?? 0) || line(left) - line(right);
  return { findings: findings.sort(byRule), allowed: allowed.sort(byRule) };
}
