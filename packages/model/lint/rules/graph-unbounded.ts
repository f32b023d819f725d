import { shortened } from '../../units/infer-units.js';
import { printInterval } from '../bounds/interval.js';
import type { LintContext } from '../lint-context.js';
import type { Raised } from '../lint-finding.js';
import { graphCalls } from './graph-calls.js';

/** Graphs that go on beyond their points, and whose input can get there. */
export function* graphUnbounded({ model, bounds }: LintContext): Iterable<Raised> {
  for (const { user, graph, name, input, span } of graphCalls(model)) {
    const [from, to] = [graph.x[0], graph.x.at(-1)];
    const value = bounds.ofTerm(input);
    if (graph.type !== 'extrapolate' || from === undefined || to === undefined) continue;
    if (value.low >= from && value.high <= to) continue;
    yield {
      code: 'graph-unbounded',
      variable: user,
      span,
      reason: `The graph \`${name}\` has no bounds: it goes on beyond its points along its last two.`,
      evidence: `\`${shortened(input)}\` can be ${printInterval(value)}; the points reach from ${from} to ${to}.`,
      fix: 'Add points where the input can go and make the graph continuous, or hold the input with MIN and MAX.',
    };
  }
}
