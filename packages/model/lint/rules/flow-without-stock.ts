import type { LintContext } from '../lint-context.js';
import type { Raised } from '../lint-finding.js';

/** Flows that neither fill nor drain a stock. */
export function* flowWithoutStock({ model }: LintContext): Iterable<Raised> {
  const touched = new Set(
    [...model.variables.values()].flatMap((variable) =>
      variable.kind === 'stock' ? [...variable.inflows, ...variable.outflows].map(({ key }) => key) : [],
    ),
  );
  for (const flow of model.variables.values()) {
    if (flow.kind !== 'flow' || touched.has(flow.key)) continue;
    yield {
      code: 'flow-without-stock',
      variable: flow,
      span: flow.span,
      reason: `\`${flow.name}\` is a flow, but it fills and drains no stock.`,
      evidence: 'No stock names it as an inflow or outflow.',
      fix: 'Name it in the `<inflow>` or `<outflow>` of its stock, or make it an auxiliary.',
    };
  }
}
