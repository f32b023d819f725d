import { builtinNamed } from '../equation/builtin-signature.js';
import type { Expression } from '../equation/expression.js';
import { partsOf } from '../equation/subexpressions.js';
import type { CanonicalName } from '../names/canonical-name.js';
import type { Span } from '../source/source-text.js';

/** A name in an equation: a variable, a built-in or a graphical function, as yet unresolved. */
export interface Reference {
  readonly key: CanonicalName;
  readonly written: string;
  readonly span: Span;
  /** Number of arguments of a call; absent where the name stands alone. */
  readonly arguments?: number;
  /** Whether it stands in the argument of INIT, so that only its initial value counts. */
  readonly initial: boolean;
}

/** Every name in an equation, in the order written. */
export function referencesIn(expression: Expression): readonly Reference[] {
  const found: Reference[] = [];
  const waiting: { readonly node: Expression; readonly initial: boolean }[] = [
    { node: expression, initial: false },
  ];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, initial } = next;
    if (node.kind === 'name') found.push({ key: node.key, written: node.written, span: node.span, initial });
    if (node.kind === 'call')
      found.push({
        key: node.key,
        written: node.written,
        // The name alone: a message about it should not underline its arguments.
        span: { start: node.span.start, end: Math.min(node.span.end, node.span.start + node.written.length) },
        arguments: node.arguments.length,
        initial,
      });
    const inside = initial || (node.kind === 'call' && builtinNamed(node.key) === 'init');
    for (const part of partsOf(node).toReversed()) waiting.push({ node: part, initial: inside });
  }
  return found;
}
