import { shortened } from '../../units/infer-units.js';
import { printInterval } from '../bounds/interval.js';
import type { LintContext } from '../lint-context.js';
import type { Raised } from '../lint-finding.js';
import { graphCalls } from './graph-calls.js';

/** Graphs that hold their ends, and whose input can leave the range of their points. */
export function* graphInput({ model, bounds }: LintContext): Iterable<Raised> {
  for (const { user, graph, name, input, span } of graphCalls(model)) {
    const [from, to] = [graph.x[0], graph.x.at(-1)];
    const value = bounds.ofTerm(input);
    if (graph.type === 'extrapolate' || from === undefined || to === undefined) continue;
    if (value.low >= from && value.high <= to) continue;
    yield {
      code: 'graph-input',
      variable: user,
      span,
      reason: `The input of the graph \`${name}\` can leave the range of its points, where it holds its last value.`,
      evidence: `\`${shortened(input)}\` can be ${printInterval(value)}; the points reach from ${from} to ${to}.`,
      fix: 'Add points where the input can go, or hold the input with MIN and MAX to say that the ends are meant.',
    };
  }
}
