import type { FlowReference, Model, Stock } from '../model.js';
import type { CanonicalName } from '../names/canonical-name.js';
import { displayName } from '../names/canonical-name.js';
import { nearest } from '../names/nearest.js';
import type { Findings } from '../source/findings.js';

/**
 * Checks that stocks name flows, and that each flow fills at most one stock and drains at most one.
 *
 * @errors unknown-flow, not-a-flow, flow-used-twice; warns flow-is-auxiliary.
 * @source OASIS XMILE 1.0, 3.1.1 and 3.1.2.
 */
export function checkFlows(findings: Findings, model: Model): void {
  const fills = new Map<CanonicalName, Stock>();
  const drains = new Map<CanonicalName, Stock>();
  const told = new Set<string>();
  for (const stock of model.variables.values()) {
    if (stock.kind !== 'stock') continue;
    for (const [side, ends] of [
      ['inflow', fills],
      ['outflow', drains],
    ] as const)
      for (const flow of stock[`${side}s`]) {
        // The elements of an array share their tags: a mistake in one is said once.
        const place = `${flow.span.start} ${flow.span.end}`;
        if (stock.element !== undefined && told.has(place)) continue;
        if (checkFlow(findings, model, stock, flow, side, ends)) told.add(place);
      }
  }
}

function checkFlow(
  findings: Findings,
  model: Model,
  stock: Stock,
  reference: FlowReference,
  side: 'inflow' | 'outflow',
  ends: Map<CanonicalName, Stock>,
): boolean {
  const variable = model.variables.get(reference.key);
  const shown = displayName(reference.written);
  if (variable === undefined) {
    const flows = [...model.variables.values()].filter(({ kind }) => kind === 'flow').map(({ name }) => name);
    const near = nearest(shown, flows);
    findings.error(
      'unknown-flow',
      reference.span,
      `\`${stock.name}\` names the ${side} \`${shown}\`, which is no variable of this model.`,
      {
        variable: stock.name,
        hint: near === undefined ? 'Add the flow, or correct the name.' : `Did you mean \`${near}\`?`,
      },
    );
    return true;
  }
  if (variable.kind === 'stock' || variable.kind === 'graphical') {
    const what = variable.kind === 'stock' ? 'a stock' : 'a graphical function';
    findings.error(
      'not-a-flow',
      reference.span,
      `\`${stock.name}\` names the ${side} \`${variable.name}\`, which is ${what}.`,
      {
        variable: stock.name,
        hint: 'Only a flow can fill or drain a stock.',
      },
    );
    return true;
  }
  const isAuxiliary = variable.kind === 'auxiliary';
  if (isAuxiliary)
    findings.warning(
      'flow-is-auxiliary',
      reference.span,
      `\`${variable.name}\` is an auxiliary, but \`${stock.name}\` uses it as its ${side}.`,
      {
        variable: stock.name,
        hint: 'Declare it as `<flow>` instead of `<aux>`.',
      },
    );
  const other = ends.get(reference.key);
  ends.set(reference.key, other ?? stock);
  if (other === undefined) return isAuxiliary;
  const both =
    other === stock ? `twice of \`${stock.name}\`` : `of both \`${other.name}\` and \`${stock.name}\``;
  findings.error('flow-used-twice', reference.span, `The flow \`${variable.name}\` is the ${side} ${both}.`, {
    variable: variable.name,
    hint: `Make a second flow with the same equation for the other \`<${side}>\`.`,
  });
  return true;
}
